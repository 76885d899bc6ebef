internal import Analysis
package import CommandLineKit
internal import Simulation

extension ProgramSyntax {
  /// The command line of `tariffsim`: what the parser reads and what the help prints.
  package static let tariffSim = ProgramSyntax(
    "tariffsim",
    abstract: "tariffsim shows what tariffs and trade packages do to exports and to the bilateral balance, as distributions.",
    commands: [.run, .compare, .merge, .validate, .schema, .help])
}

extension CommandSyntax {
  static let run = CommandSyntax(
    "run", abstract: "simulate scenario files and write their result folders",
    operands: OperandSyntax("FILE|DIR", count: 1...Int.max),
    options: [
      drawsOption, seedOption, threadsOption, memoryLimitOption, outputOption, percentilesOption,
      OptionSyntax(
        "exact-percentiles",
        help: "percentiles exactly as if all draws were sorted; the draws are computed twice or more"),
      setOption,
      OptionSyntax("by-line", help: "also report every export line, in lines.csv"),
      OptionSyntax(
        "shard", argument: OptionArgument("I/N", .place(limit: Shard.maximumCount)),
        help: "compute the I-th of N shares of the draws, and write a part for merge instead of a result folder"),
      OptionSyntax(
        "checkpoint", argument: OptionArgument("FILE", .text),
        help: "keep what is done in FILE, and go on from it where it exists"),
      OptionSyntax("dry-run", help: "print the plan with its time and memory, and stop"),
      allProblemsOption,
      quietOption, formatOption, forceOption, replaceOption,
    ],
    discussion: [
      "A folder that holds a scenario.toml stands for that file. Several files or folders are a batch: one result folder each and a "
        + "summary at the end; one that fails does not stop the others.",
      "Results go to DIR/NAME/, where NAME is the file's name without its ending, or the folder's for a scenario.toml. When the "
        + "new result is complete it takes the place of an earlier one of the same run: the same files, --set and options that "
        + "change the result. One of another run moves to DIR/NAME-2, or the first number that is free, unless --replace drops "
        + "it; a line on standard error says so. Any other folder is left alone.",
      "With --shard the part is DIR/NAME.shard-I-of-N.part; one of another run that stands there is refused, unless --replace drops it. All N parts, computed in any order and on any machines that compute "
        + "alike, make the same result as one run.",
      "With --checkpoint a run that was stopped or killed goes on when the same command is given again, and ends with the same "
        + "result. FILE is written at most once a second and removed in the end.",
      "PATH is a number's place as assumptions.csv lists it; VALUE is what the file might say there: 0.29, 29%, '1.0 to 2.4', "
        + "the name of a parameter, or a table such as '{ uniform = { lower = 0.8, upper = 1 } }'.",
      "The environment variable TARIFFSIM_ISA (baseline, v3, v4) forces an instruction set.",
    ],
    examples: [
      "run Scenarios/pakistan-us-2025", "run my.toml --draws 1000000 --percentiles 10,50,90",
      "run my.toml --set parameters/usPassThrough='0.6 to 1.0' --dry-run",
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
      drawsOption, seedOption, threadsOption, memoryLimitOption, outputOption, percentilesOption, setOption,
      allProblemsOption, quietOption, formatOption, forceOption, replaceOption,
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
      "compare Scenarios/pakistan-us-2025", "compare my.toml --scenarios package,nothing --against nothing --better balance=less",
      "compare my.toml my-other-priors.toml --scenarios package",
    ])

  static let merge = CommandSyntax(
    "merge", abstract: "join the parts of a run into its result folder",
    operands: OperandSyntax("PART", count: 1...Int.max),
    options: [outputOption, quietOption, formatOption, forceOption, replaceOption],
    discussion: [
      "The parts are those that run --shard wrote, in any order. Parts of different runs, of different programs or of machines "
        + "that compute differently are refused, and so are missing ones and the same one twice. The scenario's files are in the "
        + "parts and need not be there.",
      "The result is that of one run, byte for byte, but for run.json, which tells of each shard.",
    ],
    examples: ["merge results/my.shard-*-of-8.part"])

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

  static let help = CommandSyntax(
    "help", abstract: "describe the program or one of its commands", operands: OperandSyntax("COMMAND", count: 0...1),
    examples: ["help run"])
}

/// Options that several commands have.
extension CommandSyntax {
  private static let drawsOption = OptionSyntax(
    "draws", short: "n", argument: OptionArgument("N", .amount(1...UInt64(Plan.maximumDraws))),
    help: "draws of every uncertain number", defaultText: "the file's, else 100000")

  private static let seedOption = OptionSyntax(
    "seed", short: "s", argument: OptionArgument("S", .wholeNumber(0...UInt64.max)), help: "seed of the random streams",
    defaultText: "the file's, else 1")

  private static let threadsOption = OptionSyntax(
    "threads", short: "t", argument: OptionArgument("T", .wholeNumber(1...512)),
    help: "worker threads; results do not depend on it", defaultText: "one for each processor")

  private static let memoryLimitOption = OptionSyntax(
    "memory-limit", argument: OptionArgument("SIZE", .byteSize),
    help: "memory that the run may take; one that would take more is refused before its work",
    defaultText: "three quarters of the memory")

  private static let percentilesOption = OptionSyntax(
    "percentiles", argument: OptionArgument("LIST", .ascendingNumbers(0...100)), help: "percentiles to report, as in 5,50,95",
    defaultText: "the file's, else 5,25,50,75,95")

  private static let setOption = OptionSyntax(
    "set", argument: OptionArgument("PATH=VALUE", .assignment), help: "replace one number of the file", isRepeatable: true)

  private static let allProblemsOption = OptionSyntax(
    "all-problems", help: "tell each problem of a file in a line of its own, however many there are")

  private static let outputOption = OptionSyntax(
    "output", short: "o", argument: OptionArgument("DIR", .text), help: "where the result folders go", defaultText: "results")

  private static let quietOption = OptionSyntax("quiet", short: "q", help: "print nothing but errors")

  private static let formatOption = OptionSyntax(
    "format", short: "f", argument: OptionArgument("FORMAT", .word(OutputFormat.allCases.map(\.rawValue))),
    help: "what goes to standard output", defaultText: "text")

  private static let forceOption = OptionSyntax(
    "force", help: "replace a result folder although it holds other files too; they are lost")

  private static let replaceOption = OptionSyntax(
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
