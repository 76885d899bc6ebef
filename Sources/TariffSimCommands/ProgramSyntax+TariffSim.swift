internal import Analysis
package import CommandLineKit
internal import Sampling
internal import Simulation

extension ProgramSyntax {
  /// The command line of `tariffsim`: what the parser reads and what the help prints.
  package static let tariffSim = ProgramSyntax(
    "tariffsim",
    abstract: "tariffsim shows what tariffs and trade packages do to exports and to the bilateral balance, as distributions.",
    commands: [
      .run, .compare, .sensitivity, .sweep, .solve, .backtest, .merge, .cluster, .report, .importing, .runs, .validate, .schema,
      .completion, .manual, .version, .help,
    ])
}

extension CommandSyntax {
  static let run = CommandSyntax(
    "run", abstract: "simulate scenario files and write their result folders",
    operands: OperandSyntax("FILE|DIR", count: 1...Int.max),
    options: [
      drawsOption, seedOption, designOption, replicatesOption, rotateOption, smoothOption, threadsOption, memoryLimitOption,
      outputOption,
      percentilesOption,
      OptionSyntax(
        "exact-percentiles",
        help: "percentiles exactly as if all draws were sorted; the draws are computed twice or more"),
      setOption,
      OptionSyntax(
        "outcomes", argument: OptionArgument("LIST", .text),
        help: "compute and report these outcomes alone, as in balance,export_revenue_change_pct",
        defaultText: "the file's, else all"),
      groupsOption, periodsOption,
      OptionSyntax(
        "threshold", argument: OptionArgument("CONDITION", .text),
        help: "also tell how probable this is, as in 'balance<2000 and imports>3000'", isRepeatable: true),
      OptionSyntax(
        "rare", argument: OptionArgument("CONDITION", .text),
        help: "tell instead how probable this is, as in 'balance<400', where few draws show it", isRepeatable: true),
      OptionSyntax("by-line", help: "also report every export line, in lines.csv"),
      reportOption, workbookOption,
      OptionSyntax(
        "draws-out", argument: OptionArgument("FILE", .text),
        help: "also write every draw of the outcomes asked for, all scenarios side by side, to FILE.parquet or FILE.csv.zst"),
      OptionSyntax(
        "shard", argument: OptionArgument("I/N", .place(limit: Shard.maximumCount, word: ShardChoice.word)),
        help:
          "compute the I-th of N shares of the draws, and write a part for merge instead of a result folder; I:N counts from 0, auto "
          + "takes the index of the batch system"),
      OptionSyntax(
        "shards", argument: OptionArgument("N", .wholeNumber(1...UInt64(Shard.maximumCount))),
        help: "the number of shares, for --shard auto"),
      OptionSyntax(
        "checkpoint", argument: OptionArgument("FILE", .text),
        help: "keep what is done in FILE, and go on from it where it exists"),
      OptionSyntax("dry-run", help: "print the plan with its time and memory, and stop"),
      OptionSyntax("fresh", help: "compute the run although its result is there and remembered"),
      allProblemsOption,
      OptionSyntax("brief", help: "print the answer in words and one table"),
      quietOption, formatOption, forceOption, replaceOption, ledgerOption,
    ],
    discussion: [
      "A folder that holds a scenario.toml stands for that file. Several files or folders are a batch: one result folder each and a "
        + "summary at the end; one that fails does not stop the others.",
      "Results go to DIR/NAME/, where NAME is the file's name without its ending, or the folder's for a scenario.toml. When the "
        + "new result is complete it takes the place of an earlier one of the same run: the same files, --set and options that "
        + "change the result. One of another run moves to DIR/NAME-2, or the first number that is free, unless --replace drops "
        + "it; a line on standard error says so. Any other folder is left alone.",
      "With --shard the part is DIR/NAME.shard-I-of-N.part; one of another run that stands there is refused, unless --replace drops it. A "
        + "part that is there already is not computed again. All N parts, computed in any order and on any machines that compute alike, make "
        + "the same result as one run. --shard auto takes I from TARIFFSIM_SHARD_INDEX, Slurm (--array=1-N), AWS Batch, Kubernetes, Google "
        + "Batch, Cloud Run or Open MPI. A task that ends with exit code 75 may be tried again; with 64, 65, 66, 70, 71 or 73 it would end the "
        + "same way there.",
      "With --checkpoint a run that was stopped or killed goes on when the same command is given again, and ends with the same "
        + "result. FILE is written at most once a second and removed in the end.",
      "PATH is a number's place as assumptions.csv lists it; VALUE is what the file might say there: 0.29, 29%, '1.0 to 2.4', "
        + "the name of a parameter, or a table such as '{ uniform = { lower = 0.8, upper = 1 } }'. A star stands for any part of a "
        + "name, as in 'exports/*/elasticity'. PATH* is the factor that a law is scaled by, PATH.mean its mean. Days go by "
        + "measures/NAME/start or end, and scenarios/NAME/measures/NAME=off or on says what a scenario uses, measures/NAME=off what "
        + "none does.",
      "What is not asked for with --outcomes, --groups and --periods is not computed. A figure does not depend on what else is asked "
        + "for: percentiles, means and probabilities agree to rounding, those from a sketch (over 16,384 draws) within 1 % of their "
        + "Monte Carlo error. Points of a design are rotated and averaged for the outcomes that are asked for, unless --rotate off and "
        + "--smooth off say otherwise. A draw counts as not solved where an outcome that is asked for has no value in it.",
      "CONDITION joins outcomes on one side of a level with 'and': OUTCOME<NUMBER, or <=, > and >=. 'OUTCOME[GROUP]' is a part as the column "
        + "group has it, 'OUTCOME@PERIOD' one period, 'SCENARIO: OUTCOME' one scenario, and 'A: balance - B: balance < 0' a difference in "
        + "the same draw. 'C given D' is the chance of C among the draws in which D holds. Names with signs in them stand in quotes. Each "
        + "is told for every scenario and period, with its exact 95 % interval, in probabilities.csv.",
      "With --rare the draws are taken where the event happens and weighted, so that probabilities of 1e-5 and less need no more draws "
        + "than others. It is one outcome, or a difference, on one side of a level. Results go to DIR/NAME.rare/: rare.csv, summary.json, "
        + "run.json. Where the weights cannot be trusted, draws are counted as they are, and the report says so.",
      "Under --design sobol, lattice, latin or antithetic the draws are R independent randomisations of a set of 2^m points that "
        + "fills the range of the inputs evenly; --draws is R times 2^m, and intervals rest on the differences between the R. sobol "
        + "is the most exact in most studies; the article Designs says what each promises.",
      "The environment variable TARIFFSIM_ISA (baseline, v3, v4) forces an instruction set.",
    ],
    examples: [
      "run Scenarios/pakistan-us-2025", "run my.toml --draws 1000000 --percentiles 10,50,90",
      "run my.toml --set parameters/usPassThrough='0.6 to 1.0' --dry-run",
      "run my.toml --outcomes balance --threshold 'balance<2000' --brief",
      "run my.toml --shard 3/8 --checkpoint my.3.checkpoint",
    ])

  static let compare = CommandSyntax(
    "compare", abstract: "say which scenario is better, how surely and by how much",
    operands: OperandSyntax("FILE|DIR", count: 1...Int.max),
    options: [
      OptionSyntax(
        "scenarios", argument: OptionArgument("A,B,...", .text), help: "scenarios to compare, in this order",
        defaultText: "all of every file"),
      OptionSyntax(
        "against", argument: OptionArgument("A", .text), help: "the scenario that the others are compared with",
        defaultText: "the first"),
      OptionSyntax(
        "outcomes", argument: OptionArgument("LIST", .text), help: "outcomes to compare, as in balance,export_revenue",
        defaultText: "revenue, imports, balances"),
      OptionSyntax(
        "better", argument: OptionArgument("OUTCOME=WAY", .assignment), help: "which way an outcome is better: more or less",
        isRepeatable: true),
      OptionSyntax("parts", help: "also compare groups, origins and other parts of the totals"),
      groupsOption, periodsOption,
      drawsOption, seedOption, designOption, threadsOption, memoryLimitOption, outputOption, percentilesOption, setOption,
      reportOption, workbookOption, allProblemsOption, quietOption, formatOption, forceOption, replaceOption, ledgerOption,
    ],
    discussion: [
      "All scenarios are evaluated on the same draws, also those of several files: numbers of one path share their draws. So a "
        + "difference is taken draw by draw, and is known far better than the two numbers.",
      "Told are the distribution of the difference and of the ratio, the probability that a scenario is better, the difference of "
        + "percentiles, stochastic dominance, the regret of each choice and the probability that it is the best; intervals are those of "
        + "95 %. Results go to DIR/NAME.comparison/: comparisons.csv with every number, summary.json, run.json.",
      "Scenarios of several files are called NAME/SCENARIO, NAME being that of the file's result folder. The files are about the same "
        + "countries and periods; draws, seed and percentiles are the first file's unless options say them.",
      "Without --better more exports and a larger balance are better, and less of imports, duty and cost. Whoever has to give a "
        + "surplus away turns it: --better balance=less.",
    ],
    examples: [
      "compare Scenarios/pakistan-us-2025", "compare my.toml --scenarios package,nothing --better balance=less",
      "compare my.toml my-other-priors.toml --scenarios package",
    ])

  static let solve = CommandSyntax(
    "solve", abstract: "say how large a number must be for something to hold",
    operands: OperandSyntax("FILE|DIR", count: 1...1),
    options: [
      OptionSyntax(
        "vary", argument: OptionArgument("PATH[=LOW..HIGH]", .text), help: "what is varied, and in which range",
        defaultText: "0 to four times what it is"),
      OptionSyntax("until", argument: OptionArgument("GOAL", .text), help: "what is to hold, as in 'P(balance<2000)>=0.9'"),
      OptionSyntax(
        "scenario", argument: OptionArgument("S", .text), help: "the scenario to ask about", isRepeatable: true,
        defaultText: "each of the file"),
      OptionSyntax("strict", help: "end with 1 unless every answer is clear"),
      drawsOption, seedOption, threadsOption, memoryLimitOption, outputOption, setOption, reportOption, workbookOption,
      allProblemsOption, quietOption, formatOption,
      forceOption, replaceOption, ledgerOption,
    ],
    discussion: [
      "GOAL is a probability, a percentile or a mean on one side of a number: 'P(balance < 2000) >= 0.9', 'P5(balance) >= 1500', "
        + "'mean(export_revenue_change) > -500', 'P(balance < 2000 given imports > 3000) >= 90%'. 'OUTCOME[GROUP]' is a part, "
        + "'OUTCOME@PERIOD' one period, else the sum over all, and 'A: balance - B: balance' a difference of scenarios in the same draw.",
      "PATH is a number's place as assumptions.csv lists it: a certain number takes its place. 'PATH*' scales its law, 'PATH.mean' moves "
        + "the mean of its law. The path of a measure or commitment in a scenario, scenarios/S/commitments/NAME, is its scale.",
      "All values are computed on the same draws. The answer is told with its 95 % interval, with the number of the goal there, and with "
        + "the draws that it took: some 16 times those of a run. Goals that hold always, never or now and then, and those that the draws "
        + "leave open, say so (status in summary.json). Results go to DIR/NAME.goal/: solutions.csv, evaluations.csv, summary.json, run.json.",
    ],
    examples: [
      "solve my.toml --vary parameters/oil=0..5e3 --until 'P5(balance)>=0'"
    ])

  static let merge = CommandSyntax(
    "merge", abstract: "join the parts of a run into its result folder",
    operands: OperandSyntax("PART|DIR", count: 1...Int.max),
    options: [
      OptionSyntax(
        "check",
        help: "tell which parts are missing, damaged or of another run, and join nothing; with --format json as a document"),
      OptionSyntax("partial", help: "join what is there, marked as partial, into DIR/NAME.partial"),
      OptionSyntax("missing", help: "print the missing shards alone, as in 3,17,40-42, for an array of tasks"),
      OptionSyntax("zero-based", help: "with --missing, count shards from 0"),
      OptionSyntax(
        "name", argument: OptionArgument("NAME", .text), help: "the run that is meant, where a folder has parts of several"),
      reportOption, workbookOption, outputOption, quietOption, formatOption, forceOption, replaceOption, ledgerOption,
    ],
    discussion: [
      "The parts are those that run --shard wrote, in any order; a folder stands for all in it. Parts of different runs, of different programs or of machines "
        + "that compute differently are refused, and so are missing ones and the same one twice. The scenario's files are in the "
        + "parts and need not be there.",
      "With --partial the answer rests on the draws that are there, and says so in every file and on the screen: missing shards are listed, "
        + "a damaged part is left out, one that is half done counts as far as it is. Of a design other than random whole replicates "
        + "count, two at least. Where all draws are there, it is the result itself, in DIR/NAME.",
      "The result is that of one run, byte for byte, but for run.json, which tells of each shard.",
    ],
    examples: [
      "merge results/my.shard-*-of-8.part", "merge results --name my",
      "merge --check results", "merge --missing results", "merge --partial results",
    ])

  static let report = CommandSyntax(
    "report", abstract: "write the page and the workbook of a result: charts, tables, assumptions, provenance",
    operands: OperandSyntax("RESULT", count: 1...Int.max),
    options: [
      OptionSyntax(
        "charts", argument: OptionArgument("DIR", .text),
        help: "also write every chart as an SVG file and its numbers as a CSV file to DIR"),
      workbookOption, quietOption,
    ],
    discussion: [
      "RESULT is a folder that run, merge, compare, sweep or solve wrote. The page is RESULT/report.html: one file without scripts that needs no network, "
        + "for screens and paper. The workbook is RESULT/results.xlsx. Both are made from the folder's files alone, and are what "
        + "--report writes beside the answer."
    ],
    examples: ["report results/pakistan-us-2025", "report results/my --charts charts"])

  static let runs = CommandSyntax(
    "runs", abstract: "list, show, compare and repeat what was computed",
    operands: OperandSyntax("ACTION|RUN", count: 0...3),
    options: [
      OptionSyntax(
        "keep", argument: OptionArgument("N", .wholeNumber(0...UInt64(Int32.max))), help: "entries that prune leaves, the newest"),
      outputOption, formatOption,
    ],
    discussion: [
      "Every run, comparison, sweep and search is remembered in ledger.sqlite in the folder of the results: the command line, the "
        + "texts of its inputs, when and how long, the main figures, and where the files are. So the ledger holds the inputs, as parts "
        + "do. --no-ledger keeps a result out of it, and TARIFFSIM_LEDGER=off in the environment all of them.",
      "list shows all, the newest first; show RUN one; diff RUN RUN says what went in and came out differently, and whether figures "
        + "changed by more than Monte Carlo makes of two runs; repeat RUN carries the same command line out again; export RUN DIR writes "
        + "the inputs as they were; prune --keep N forgets all but the newest, and leaves the result folders.",
      "RUN is a key as list shows it, a number such as 3, the beginning of an identity, or the name of a result folder, which means "
        + "the newest of that name.",
    ],
    examples: ["runs", "runs diff my-case-3f2a91c my-case", "runs export my-case inputs-of-march", "runs prune --keep 100"])

  static let validate = CommandSyntax(
    "validate", abstract: "check scenario files and print every problem at once",
    operands: OperandSyntax("FILE|DIR", count: 1...Int.max),
    options: [
      allProblemsOption,
      OptionSyntax(
        "nearest-matrix", argument: OptionArgument("FILE", .text),
        help: "where a correlation matrix is refused, write the nearest valid one to FILE, for matrixTable"),
    ],
    discussion: [
      "Each problem is one line: file:line:column, what is wrong, and a way out. Many like ones are told once with their number. The "
        + "exit code is 65 when there is any."
    ],
    examples: ["validate my.toml"])

  static let schema = CommandSyntax(
    "schema", abstract: "print the JSON Schema of scenario files",
    discussion: ["Editors use it to complete and check scenario files while they are written."],
    examples: ["schema > scenario.schema.json"])

  static let completion = CommandSyntax(
    "completion", abstract: "print what bash, zsh or fish reads to complete command lines",
    operands: OperandSyntax("bash|zsh|fish", count: 1...1),
    examples: ["completion bash > /usr/share/bash-completion/completions/tariffsim", "completion zsh > ~/.zfunc/_tariffsim"])

  static let manual = CommandSyntax(
    "manual", abstract: "print the manual page", examples: ["manual > /usr/local/share/man/man1/tariffsim.1"])

  static let version = CommandSyntax("version", abstract: "print the version, and what of this machine enters numbers")

  static let help = CommandSyntax(
    "help", abstract: "describe the program or one of its commands", operands: OperandSyntax("COMMAND", count: 0...1),
    examples: ["help run"])
}

/// Options that several commands have.
extension CommandSyntax {
  static let groupsOption = OptionSyntax(
    "groups", argument: OptionArgument("LIST", .text), help: "of these parts alone, as the column group has them: total,Apparel",
    defaultText: "all")

  static let periodsOption = OptionSyntax(
    "periods", argument: OptionArgument("LIST", .text), help: "of these periods alone; all is their sum", defaultText: "every one"
  )

  static let drawsOption = OptionSyntax(
    "draws", short: "n", argument: OptionArgument("N", .amount(1...UInt64(Plan.maximumDraws))),
    help: "draws of every uncertain number", defaultText: "the file's, else 100000 or more")

  static let seedOption = OptionSyntax(
    "seed", short: "s", argument: OptionArgument("S", .wholeNumber(0...UInt64.max)), help: "seed of the random streams",
    defaultText: "the file's, else 1")

  static let designOption = OptionSyntax(
    "design", argument: OptionArgument("DESIGN", .word(Design.names)), help: "how the draws are laid out",
    defaultText: "the file's, else random")

  static let replicatesOption = OptionSyntax(
    "replicates",
    argument: OptionArgument(
      "R", .wholeNumber(UInt64(Design.replicateRange.lowerBound)...UInt64(Design.replicateRange.upperBound))),
    help: "independent randomisations of the points of a design other than random",
    defaultText: "the file's, else \(Design.usualReplicates)")

  static let rotateOption = OptionSyntax(
    "rotate", argument: OptionArgument("HOW", .word(["on", "off"])),
    help: "give the first dimensions of a design to the directions among normal inputs that outcomes vary with most",
    defaultText: "on under sobol, lattice and latin")

  static let smoothOption = OptionSyntax(
    "smooth", argument: OptionArgument("HOW", .word(["on", "off"])),
    help: "average outcomes in closed form over the number that they are linear in and vary with most",
    defaultText: "on under sobol, lattice and latin")

  static let threadsOption = OptionSyntax(
    "threads", short: "t", argument: OptionArgument("T", .wholeNumber(1...512)),
    help: "worker threads; results do not depend on it", defaultText: "one for each processor")

  static let memoryLimitOption = OptionSyntax(
    "memory-limit", argument: OptionArgument("SIZE", .byteSize),
    help: "memory that the run may take; one that would take more is refused before its work",
    defaultText: "three quarters of the memory")

  static let percentilesOption = OptionSyntax(
    "percentiles", argument: OptionArgument("LIST", .ascendingNumbers(0...100)), help: "percentiles to report, as in 5,50,95",
    defaultText: "the file's, else 5,25,50,75,95")

  static let setOption = OptionSyntax(
    "set", argument: OptionArgument("PATH=VALUE", .assignment), help: "replace a number, a day or a use of the file",
    isRepeatable: true)

  static let reportOption = OptionSyntax(
    "report", help: "also write report.html, a page with charts and tables for people, and results.xlsx, a workbook")

  static let workbookOption = OptionSyntax("workbook", help: "also write results.xlsx, a workbook, without the page")

  static let allProblemsOption = OptionSyntax(
    "all-problems", help: "tell each problem of a file in a line of its own, however many there are")

  static let outputOption = OptionSyntax(
    "output", short: "o", argument: OptionArgument("DIR", .text), help: "where the result folders go", defaultText: "results")

  static let quietOption = OptionSyntax("quiet", short: "q", help: "print nothing but errors")

  static let formatOption = OptionSyntax(
    "format", short: "f", argument: OptionArgument("FORMAT", .word(OutputFormat.allCases.map(\.rawValue))),
    help: "what goes to standard output", defaultText: "text")

  static let forceOption = OptionSyntax(
    "force", help: "replace a result folder although it holds other files too; they are lost")

  static let ledgerOption = OptionSyntax("no-ledger", help: "do not remember this result for 'tariffsim runs'")

  static let replaceOption = OptionSyntax(
    "replace", help: "drop what another run left in the place, instead of keeping it")
}

/// What `run` and `merge` print on standard output.
enum OutputFormat: String, CaseIterable {
  /// The report for people.
  case text
  /// The content of `summary.json`.
  case json
  /// The content of `percentiles.csv`.
  case csv
}
