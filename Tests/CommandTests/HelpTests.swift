import CommandLineKit
import Testing

/// The help as it was last read and approved; a changed help fails until its text here is changed too.
@Suite("Help")
struct HelpTests {
  @Test("the program")
  func program() {
    #expect(
      TestedHelp.text(["help"]) == """
        tariffsim shows what tariffs and trade packages do to exports and to the
        bilateral balance, as distributions.

        Usage:
          tariffsim run FILE|DIR... [--draws N] [--seed S] [--design DESIGN]
                        [--replicates R] [--rotate HOW] [--threads T]
                        [--memory-limit SIZE] [--output DIR] [--percentiles LIST]
                        [--exact-percentiles] [--set PATH=VALUE]... [--outcomes LIST]
                        [--groups LIST] [--periods LIST] [--threshold CONDITION]...
                        [--by-line] [--report] [--workbook] [--shard I/N] [--shards N]
                        [--checkpoint FILE] [--dry-run] [--all-problems] [--brief]
                        [--quiet] [--format FORMAT] [--force] [--replace]
          tariffsim compare FILE|DIR... [--scenarios A,B,...] [--against A]
                            [--outcomes LIST] [--better OUTCOME=WAY]... [--parts]
                            [--groups LIST] [--periods LIST] [--draws N] [--seed S]
                            [--design DESIGN] [--threads T] [--memory-limit SIZE]
                            [--output DIR] [--percentiles LIST] [--set PATH=VALUE]...
                            [--all-problems] [--quiet] [--format FORMAT] [--force]
                            [--replace]
          tariffsim sweep FILE|DIR... [--vary PATH=VALUES]... [--together]
                          [--against PATH=VALUE]... [--scenarios A,B,...]
                          [--outcomes LIST] [--parts] [--jobs N] [--most N]
                          [--checkpoint FILE] [--dry-run] [--draws N] [--seed S]
                          [--threads T] [--memory-limit SIZE] [--output DIR]
                          [--percentiles LIST] [--set PATH=VALUE]... [--all-problems]
                          [--quiet] [--format FORMAT] [--force] [--replace]
          tariffsim solve FILE|DIR [--vary PATH[=LOW..HIGH]] [--until GOAL]
                          [--scenario S]... [--strict] [--draws N] [--seed S]
                          [--threads T] [--memory-limit SIZE] [--output DIR]
                          [--set PATH=VALUE]... [--all-problems] [--quiet]
                          [--format FORMAT] [--force] [--replace]
          tariffsim merge PART|DIR... [--check] [--missing] [--zero-based] [--name NAME]
                          [--report] [--workbook] [--output DIR] [--quiet]
                          [--format FORMAT] [--force] [--replace]
          tariffsim report RESULT... [--charts DIR] [--workbook] [--quiet]
          tariffsim validate FILE|DIR... [--all-problems] [--nearest-matrix FILE]
          tariffsim schema
          tariffsim help [COMMAND]

        Commands:
          run       simulate scenario files and write their result folders
          compare   say which scenario is better, how surely and by how much
          sweep     compute many variants of scenario files into one table
          solve     say how large a number must be for something to hold
          merge     join the parts of a run into its result folder
          report    write the page and the workbook of a result: charts, tables,
                    assumptions, provenance
          validate  check scenario files and print every problem at once
          schema    print the JSON Schema of scenario files
          help      describe the program or one of its commands

        Options:
          -h, --help     print this help, or that of a command
              --version  print the version

        Exit codes:
          0   all went well
          1   with --strict: a question has no clear answer
          64  the command line is wrong
          65  an input file has problems
          66  an input file is missing or cannot be read
          70  a mistake in the program
          71  too little memory, or a library is missing
          73  an output cannot be written
          75  interrupted; nothing half done was left behind

        'tariffsim help COMMAND' describes a command.

        """)
  }

  @Test("run")
  func run() {
    #expect(
      TestedHelp.text(["help", "run"]) == """
        Simulate scenario files and write their result folders.

        Usage:
          tariffsim run FILE|DIR... [--draws N] [--seed S] [--design DESIGN]
                        [--replicates R] [--rotate HOW] [--threads T]
                        [--memory-limit SIZE] [--output DIR] [--percentiles LIST]
                        [--exact-percentiles] [--set PATH=VALUE]... [--outcomes LIST]
                        [--groups LIST] [--periods LIST] [--threshold CONDITION]...
                        [--by-line] [--report] [--workbook] [--shard I/N] [--shards N]
                        [--checkpoint FILE] [--dry-run] [--all-problems] [--brief]
                        [--quiet] [--format FORMAT] [--force] [--replace]

        Options:
          -n, --draws N              draws of every uncertain number (default: the
                                     file's, else 100000 or more)
          -s, --seed S               seed of the random streams (default: the file's,
                                     else 1)
              --design DESIGN        how the draws are laid out: random, antithetic,
                                     latin, sobol, lattice (default: the file's, else
                                     random)
              --replicates R         independent randomisations of the points of a
                                     design other than random (default: the file's, else
                                     16)
              --rotate HOW           give the first dimensions of a design to the
                                     directions among normal inputs that outcomes vary
                                     with most: on, off (default: on under sobol,
                                     lattice and latin)
          -t, --threads T            worker threads; results do not depend on it
                                     (default: one for each processor)
              --memory-limit SIZE    memory that the run may take; one that would take
                                     more is refused before its work (default: three
                                     quarters of the memory)
          -o, --output DIR           where the result folders go (default: results)
              --percentiles LIST     percentiles to report, as in 5,50,95 (default: the
                                     file's, else 5,25,50,75,95)
              --exact-percentiles    percentiles exactly as if all draws were sorted;
                                     the draws are computed twice or more
              --set PATH=VALUE       replace a number, a day or a use of the file; may
                                     be given several times
              --outcomes LIST        compute and report these outcomes alone, as in
                                     balance,export_revenue_change_pct (default: the
                                     file's, else all)
              --groups LIST          of these parts alone, as the column group has them:
                                     total,Apparel (default: all)
              --periods LIST         of these periods alone; all is their sum (default:
                                     every one)
              --threshold CONDITION  also tell how probable this is, as in 'balance<2000
                                     and imports>3000'; may be given several times
              --by-line              also report every export line, in lines.csv
              --report               also write report.html, a page with charts and
                                     tables for people, and results.xlsx, a workbook
              --workbook             also write results.xlsx, a workbook, without the
                                     page
              --shard I/N            compute the I-th of N shares of the draws, and
                                     write a part for merge instead of a result folder;
                                     I:N counts from 0, auto takes the index of the
                                     batch system
              --shards N             the number of shares, for --shard auto
              --checkpoint FILE      keep what is done in FILE, and go on from it where
                                     it exists
              --dry-run              print the plan with its time and memory, and stop
              --all-problems         tell each problem of a file in a line of its own,
                                     however many there are
              --brief                print the answer in words and one table
          -q, --quiet                print nothing but errors
          -f, --format FORMAT        what goes to standard output: text, json, csv
                                     (default: text)
              --force                replace a result folder although it holds other
                                     files too; they are lost
              --replace              drop what another run left in the place, instead of
                                     keeping it
          -h, --help                 print this help

        A folder that holds a scenario.toml stands for that file. Several files or
        folders are a batch: one result folder each and a summary at the end; one that
        fails does not stop the others.

        Results go to DIR/NAME/, where NAME is the file's name without its ending, or
        the folder's for a scenario.toml. When the new result is complete it takes the
        place of an earlier one of the same run: the same files, --set and options that
        change the result. One of another run moves to DIR/NAME-2, or the first number
        that is free, unless --replace drops it; a line on standard error says so. Any
        other folder is left alone.

        With --shard the part is DIR/NAME.shard-I-of-N.part; one of another run that
        stands there is refused, unless --replace drops it. A part that is there already
        is not computed again. All N parts, computed in any order and on any machines
        that compute alike, make the same result as one run. --shard auto takes I from
        TARIFFSIM_SHARD_INDEX, Slurm (--array=1-N), AWS Batch, Kubernetes, Google Batch,
        Cloud Run or Open MPI. A task that ends with exit code 75 may be tried again;
        with 64, 65, 66, 70, 71 or 73 it would end the same way there.

        With --checkpoint a run that was stopped or killed goes on when the same command
        is given again, and ends with the same result. FILE is written at most once a
        second and removed in the end.

        PATH is a number's place as assumptions.csv lists it; VALUE is what the file
        might say there: 0.29, 29%, '1.0 to 2.4', the name of a parameter, or a table
        such as '{ uniform = { lower = 0.8, upper = 1 } }'. A star stands for any part
        of a name, as in 'exports/*/elasticity'. PATH* is the factor that a law is
        scaled by, PATH.mean its mean. Days go by measures/NAME/start or end, and
        scenarios/NAME/measures/NAME=off or on says what a scenario uses,
        measures/NAME=off what none does.

        What is not asked for with --outcomes, --groups and --periods is not computed. A
        figure does not depend on what else is asked for: percentiles, means and
        probabilities agree to rounding, those from a sketch (over 16,384 draws) within
        1 % of their Monte Carlo error. A draw counts as not solved where an outcome
        that is asked for has no value in it.

        CONDITION joins outcomes on one side of a level with 'and': OUTCOME<NUMBER, or
        <=, > and >=. 'OUTCOME[GROUP]' is a part as the column group has it,
        'OUTCOME@PERIOD' one period, 'SCENARIO: OUTCOME' one scenario, and 'A: balance -
        B: balance < 0' a difference in the same draw. 'C given D' is the chance of C
        among the draws in which D holds. Names with signs in them stand in quotes. Each
        is told for every scenario and period, with its exact 95 % interval, in
        probabilities.csv.

        Under --design sobol, lattice, latin or antithetic the draws are R independent
        randomisations of a set of 2^m points that fills the range of the inputs evenly;
        --draws is R times 2^m, and intervals rest on the differences between the R.
        sobol is the most exact in most studies; the article Designs says what each
        promises.

        The environment variable TARIFFSIM_ISA (baseline, v3, v4) forces an instruction
        set.

        Examples:
          tariffsim run Scenarios/pakistan-us-2025
          tariffsim run my.toml --draws 1000000 --percentiles 10,50,90
          tariffsim run my.toml --set parameters/usPassThrough='0.6 to 1.0' --dry-run
          tariffsim run my.toml --outcomes balance --threshold 'balance<2000' --brief
          tariffsim run my.toml --shard 3/8 --checkpoint my.3.checkpoint

        """)
  }

  @Test("compare")
  func compare() {
    #expect(
      TestedHelp.text(["help", "compare"]) == """
        Say which scenario is better, how surely and by how much.

        Usage:
          tariffsim compare FILE|DIR... [--scenarios A,B,...] [--against A]
                            [--outcomes LIST] [--better OUTCOME=WAY]... [--parts]
                            [--groups LIST] [--periods LIST] [--draws N] [--seed S]
                            [--design DESIGN] [--threads T] [--memory-limit SIZE]
                            [--output DIR] [--percentiles LIST] [--set PATH=VALUE]...
                            [--all-problems] [--quiet] [--format FORMAT] [--force]
                            [--replace]

        Options:
              --scenarios A,B,...   scenarios to compare, in this order (default: all of
                                    every file)
              --against A           the scenario that the others are compared with
                                    (default: the first)
              --outcomes LIST       outcomes to compare, as in balance,export_revenue
                                    (default: revenue, imports, balances)
              --better OUTCOME=WAY  which way an outcome is better: more or less; may be
                                    given several times
              --parts               also compare groups, origins and other parts of the
                                    totals
              --groups LIST         of these parts alone, as the column group has them:
                                    total,Apparel (default: all)
              --periods LIST        of these periods alone; all is their sum (default:
                                    every one)
          -n, --draws N             draws of every uncertain number (default: the
                                    file's, else 100000 or more)
          -s, --seed S              seed of the random streams (default: the file's,
                                    else 1)
              --design DESIGN       how the draws are laid out: random, antithetic,
                                    latin, sobol, lattice (default: the file's, else
                                    random)
          -t, --threads T           worker threads; results do not depend on it
                                    (default: one for each processor)
              --memory-limit SIZE   memory that the run may take; one that would take
                                    more is refused before its work (default: three
                                    quarters of the memory)
          -o, --output DIR          where the result folders go (default: results)
              --percentiles LIST    percentiles to report, as in 5,50,95 (default: the
                                    file's, else 5,25,50,75,95)
              --set PATH=VALUE      replace a number, a day or a use of the file; may be
                                    given several times
              --all-problems        tell each problem of a file in a line of its own,
                                    however many there are
          -q, --quiet               print nothing but errors
          -f, --format FORMAT       what goes to standard output: text, json, csv
                                    (default: text)
              --force               replace a result folder although it holds other
                                    files too; they are lost
              --replace             drop what another run left in the place, instead of
                                    keeping it
          -h, --help                print this help

        All scenarios are evaluated on the same draws, also those of several files:
        numbers of one path share their draws. So a difference is taken draw by draw,
        and is known far better than the two numbers.

        Told are the distribution of the difference and of the ratio, the probability
        that a scenario is better, the difference of percentiles, stochastic dominance,
        the regret of each choice and the probability that it is the best; intervals are
        those of 95 %. Results go to DIR/NAME.comparison/: comparisons.csv with every
        number, summary.json, run.json.

        Scenarios of several files are called NAME/SCENARIO, NAME being that of the
        file's result folder. The files are about the same countries and periods; draws,
        seed and percentiles are the first file's unless options say them.

        Without --better more exports and a larger balance are better, and less of
        imports, duty and cost. Whoever has to give a surplus away turns it: --better
        balance=less.

        Examples:
          tariffsim compare Scenarios/pakistan-us-2025
          tariffsim compare my.toml --scenarios package,nothing --better balance=less
          tariffsim compare my.toml my-other-priors.toml --scenarios package

        """)
  }

  @Test("sweep")
  func sweep() {
    #expect(
      TestedHelp.text(["help", "sweep"]) == """
        Compute many variants of scenario files into one table.

        Usage:
          tariffsim sweep FILE|DIR... [--vary PATH=VALUES]... [--together]
                          [--against PATH=VALUE]... [--scenarios A,B,...]
                          [--outcomes LIST] [--parts] [--jobs N] [--most N]
                          [--checkpoint FILE] [--dry-run] [--draws N] [--seed S]
                          [--threads T] [--memory-limit SIZE] [--output DIR]
                          [--percentiles LIST] [--set PATH=VALUE]... [--all-problems]
                          [--quiet] [--format FORMAT] [--force] [--replace]

        Options:
              --vary PATH=VALUES    what is varied: a list such as 1,2,3 or a range such
                                    as 0%..50%:5%; may be given several times
              --together            the lists move together, instead of each value with
                                    each
              --against PATH=VALUE  also take differences from the variant with this
                                    value; may be given several times
              --scenarios A,B,...   scenarios to compute (default: all)
              --outcomes LIST       outcomes to compute, as in balance,export_revenue
                                    (default: revenue, imports, balances)
              --parts               also tell groups, origins and other parts of the
                                    totals
          -j, --jobs N              variants that are computed at a time (default: as
                                    many as threads)
              --most N              more variants than this are refused (default: 10000)
              --checkpoint FILE     keep the variants that are done in FILE, and go on
                                    from it where it exists
              --dry-run             print how many variants there are and what they
                                    take, and stop
          -n, --draws N             draws of every uncertain number (default: the
                                    file's, else 100000 or more)
          -s, --seed S              seed of the random streams (default: the file's,
                                    else 1)
          -t, --threads T           worker threads; results do not depend on it
                                    (default: one for each processor)
              --memory-limit SIZE   memory that the run may take; one that would take
                                    more is refused before its work (default: three
                                    quarters of the memory)
          -o, --output DIR          where the result folders go (default: results)
              --percentiles LIST    percentiles to report, as in 5,50,95 (default: the
                                    file's, else 5,25,50,75,95)
              --set PATH=VALUE      replace a number, a day or a use of the file; may be
                                    given several times
              --all-problems        tell each problem of a file in a line of its own,
                                    however many there are
          -q, --quiet               print nothing but errors
          -f, --format FORMAT       what goes to standard output: text, json, csv
                                    (default: text)
              --force               replace a result folder although it holds other
                                    files too; they are lost
              --replace             drop what another run left in the place, instead of
                                    keeping it
          -h, --help                print this help

        PATH is what --set of run takes: a number or a pattern of numbers, PATH* for the
        factor that laws are scaled by, PATH.mean for their mean, a day, or a use that
        is on or off. Every value is what --set takes there. Several --vary are
        combined, each value with each; several files are one more axis, for sets of
        priors over the same tables.

        All variants have the same draws: numbers of one path share them, so that the
        variants differ by what was varied alone. Numbers are those that a run with the
        same --set gives, digit for digit.

        Results go to DIR/NAME.sweep/: sweep.csv with a column for each PATH and a row
        for each number, summary.json, run.json. A variant that cannot be computed is in
        failures.csv with the reason; the others go on, and the exit code is 65.

        --against names the variant that differences are taken from, draw by draw:
        coordinates that it does not name stay those of each variant. It computes every
        variant twice.

        Examples:
          tariffsim sweep my.toml --vary 'measures/reciprocal/rate=0%..50%:5%'
          tariffsim sweep my.toml priors.toml --vary 'exports/*/elasticity*=0.5,1,1.5'
          tariffsim sweep my.toml --vary scenarios/deal/commitments/cotton=on,off

        """)
  }

  @Test("solve")
  func solve() {
    #expect(
      TestedHelp.text(["help", "solve"]) == """
        Say how large a number must be for something to hold.

        Usage:
          tariffsim solve FILE|DIR [--vary PATH[=LOW..HIGH]] [--until GOAL]
                          [--scenario S]... [--strict] [--draws N] [--seed S]
                          [--threads T] [--memory-limit SIZE] [--output DIR]
                          [--set PATH=VALUE]... [--all-problems] [--quiet]
                          [--format FORMAT] [--force] [--replace]

        Options:
              --vary PATH[=LOW..HIGH]  what is varied, and in which range (default: 0 to
                                       four times what it is)
              --until GOAL             what is to hold, as in 'P(balance<2000)>=0.9'
              --scenario S             the scenario to ask about; may be given several
                                       times (default: each of the file)
              --strict                 end with 1 unless every answer is clear
          -n, --draws N                draws of every uncertain number (default: the
                                       file's, else 100000 or more)
          -s, --seed S                 seed of the random streams (default: the file's,
                                       else 1)
          -t, --threads T              worker threads; results do not depend on it
                                       (default: one for each processor)
              --memory-limit SIZE      memory that the run may take; one that would take
                                       more is refused before its work (default: three
                                       quarters of the memory)
          -o, --output DIR             where the result folders go (default: results)
              --set PATH=VALUE         replace a number, a day or a use of the file; may
                                       be given several times
              --all-problems           tell each problem of a file in a line of its own,
                                       however many there are
          -q, --quiet                  print nothing but errors
          -f, --format FORMAT          what goes to standard output: text, json, csv
                                       (default: text)
              --force                  replace a result folder although it holds other
                                       files too; they are lost
              --replace                drop what another run left in the place, instead
                                       of keeping it
          -h, --help                   print this help

        GOAL is a probability, a percentile or a mean on one side of a number:
        'P(balance < 2000) >= 0.9', 'P5(balance) >= 1500', 'mean(export_revenue_change)
        > -500', 'P(balance < 2000 given imports > 3000) >= 90%'. 'OUTCOME[GROUP]' is a
        part, 'OUTCOME@PERIOD' one period, else the sum over all, and 'A: balance - B:
        balance' a difference of scenarios in the same draw.

        PATH is a number's place as assumptions.csv lists it: a certain number takes its
        place. 'PATH*' scales its law, 'PATH.mean' moves the mean of its law. The path
        of a measure or commitment in a scenario, scenarios/S/commitments/NAME, is its
        scale.

        All values are computed on the same draws. The answer is told with its 95 %
        interval, with the number of the goal there, and with the draws that it took:
        some 16 times those of a run. Goals that hold always, never or now and then, and
        those that the draws leave open, say so (status in summary.json). Results go to
        DIR/NAME.goal/: solutions.csv, evaluations.csv, summary.json, run.json.

        Examples:
          tariffsim solve my.toml --vary parameters/oil=0..5e3 --until 'P5(balance)>=0'

        """)
  }

  @Test("report")
  func report() {
    #expect(
      TestedHelp.text(["help", "report"]) == """
        Write the page and the workbook of a result: charts, tables, assumptions,
        provenance.

        Usage:
          tariffsim report RESULT... [--charts DIR] [--workbook] [--quiet]

        Options:
              --charts DIR  also write every chart as an SVG file and its numbers as a
                            CSV file to DIR
              --workbook    also write results.xlsx, a workbook, without the page
          -q, --quiet       print nothing but errors
          -h, --help        print this help

        RESULT is a folder that run or merge wrote. The page is RESULT/report.html: one
        file without scripts that needs no network, for screens and paper. The workbook
        is RESULT/results.xlsx. Both are made from the folder's files alone, and are
        what run --report writes.

        Examples:
          tariffsim report results/pakistan-us-2025
          tariffsim report results/my --charts charts

        """)
  }

  @Test("merge")
  func merge() {
    #expect(
      TestedHelp.text(["help", "merge"]) == """
        Join the parts of a run into its result folder.

        Usage:
          tariffsim merge PART|DIR... [--check] [--missing] [--zero-based] [--name NAME]
                          [--report] [--workbook] [--output DIR] [--quiet]
                          [--format FORMAT] [--force] [--replace]

        Options:
              --check          tell which parts are missing, damaged or of another run,
                               and join nothing; with --format json as a document
              --missing        print the missing shards alone, as in 3,17,40-42, for an
                               array of tasks
              --zero-based     with --missing, count shards from 0
              --name NAME      the run that is meant, where a folder has parts of
                               several
              --report         also write report.html, a page with charts and tables for
                               people, and results.xlsx, a workbook
              --workbook       also write results.xlsx, a workbook, without the page
          -o, --output DIR     where the result folders go (default: results)
          -q, --quiet          print nothing but errors
          -f, --format FORMAT  what goes to standard output: text, json, csv (default:
                               text)
              --force          replace a result folder although it holds other files
                               too; they are lost
              --replace        drop what another run left in the place, instead of
                               keeping it
          -h, --help           print this help

        The parts are those that run --shard wrote, in any order; a folder stands for
        all in it. Parts of different runs, of different programs or of machines that
        compute differently are refused, and so are missing ones and the same one twice.
        The scenario's files are in the parts and need not be there.

        The result is that of one run, byte for byte, but for run.json, which tells of
        each shard.

        Examples:
          tariffsim merge results/my.shard-*-of-8.part
          tariffsim merge results --name my
          tariffsim merge --check results
          tariffsim merge --missing results

        """)
  }

  @Test("validate")
  func validate() {
    #expect(
      TestedHelp.text(["help", "validate"]) == """
        Check scenario files and print every problem at once.

        Usage:
          tariffsim validate FILE|DIR... [--all-problems] [--nearest-matrix FILE]

        Options:
              --all-problems         tell each problem of a file in a line of its own,
                                     however many there are
              --nearest-matrix FILE  where a correlation matrix is refused, write the
                                     nearest valid one to FILE, for matrixTable
          -h, --help                 print this help

        Each problem is one line: file:line:column, what is wrong, and a way out. Many
        like ones are told once with their number. The exit code is 65 when there is
        any.

        Examples:
          tariffsim validate my.toml

        """)
  }

  @Test("schema")
  func schema() {
    #expect(
      TestedHelp.text(["help", "schema"]) == """
        Print the JSON Schema of scenario files.

        Usage:
          tariffsim schema

        Options:
          -h, --help  print this help

        Editors use it to complete and check scenario files while they are written.

        Examples:
          tariffsim schema > scenario.schema.json

        """)
  }

  @Test("help")
  func help() {
    #expect(
      TestedHelp.text(["help", "help"]) == """
        Describe the program or one of its commands.

        Usage:
          tariffsim help [COMMAND]

        Options:
          -h, --help  print this help

        Examples:
          tariffsim help run

        """)
  }

  @Test("no line is wider than 80 columns, and every way to ask gives the same text")
  func widths() {
    for topic in ["run", "compare", "sweep", "solve", "merge", "report", "validate", "schema", "help"] {
      let text = TestedHelp.text(["help", topic])
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(TestedHelp.text([topic, "--help"]) == text)
      #expect(TestedHelp.text([topic, "-h", "--bogus"]) == text)
    }
    #expect(TestedHelp.text(["--help"]) == TestedHelp.text(["help"]))
    #expect(TestedHelp.text(["-h"]) == TestedHelp.text(["help"]))
  }
}

/// What the program prints when it is asked for help.
private enum TestedHelp {
  static func text(_ arguments: [String]) -> String {
    let transcript = CommandTests.run(arguments)
    #expect(transcript.code == .success && transcript.errors.isEmpty)
    return transcript.output
  }
}
