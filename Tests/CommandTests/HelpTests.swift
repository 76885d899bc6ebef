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
          tariffsim run FILE|DIR... [--draws N] [--seed S] [--threads T]
                        [--memory-limit SIZE] [--output DIR] [--percentiles LIST]
                        [--exact-percentiles] [--set PATH=VALUE]... [--by-line]
                        [--shard I/N] [--checkpoint FILE] [--dry-run] [--all-problems]
                        [--quiet] [--format FORMAT] [--force] [--replace]
          tariffsim compare FILE|DIR... [--scenarios A,B,...] [--against A]
                            [--outcomes LIST] [--better OUTCOME=WAY]... [--parts]
                            [--draws N] [--seed S] [--threads T] [--memory-limit SIZE]
                            [--output DIR] [--percentiles LIST] [--set PATH=VALUE]...
                            [--all-problems] [--quiet] [--format FORMAT] [--force]
                            [--replace]
          tariffsim merge PART... [--output DIR] [--quiet] [--format FORMAT] [--force]
                          [--replace]
          tariffsim validate FILE|DIR... [--all-problems] [--nearest-matrix FILE]
          tariffsim schema
          tariffsim help [COMMAND]

        Commands:
          run       simulate scenario files and write their result folders
          compare   say which scenario is better, how surely and by how much
          merge     join the parts of a run into its result folder
          validate  check scenario files and print every problem at once
          schema    print the JSON Schema of scenario files
          help      describe the program or one of its commands

        Options:
          -h, --help     print this help, or that of a command
              --version  print the version

        Exit codes:
          0   all went well
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
          tariffsim run FILE|DIR... [--draws N] [--seed S] [--threads T]
                        [--memory-limit SIZE] [--output DIR] [--percentiles LIST]
                        [--exact-percentiles] [--set PATH=VALUE]... [--by-line]
                        [--shard I/N] [--checkpoint FILE] [--dry-run] [--all-problems]
                        [--quiet] [--format FORMAT] [--force] [--replace]

        Options:
          -n, --draws N            draws of every uncertain number (default: the file's,
                                   else 100000)
          -s, --seed S             seed of the random streams (default: the file's, else
                                   1)
          -t, --threads T          worker threads; results do not depend on it (default:
                                   one for each processor)
              --memory-limit SIZE  memory that the run may take; one that would take
                                   more is refused before its work (default: three
                                   quarters of the memory)
          -o, --output DIR         where the result folders go (default: results)
              --percentiles LIST   percentiles to report, as in 5,50,95 (default: the
                                   file's, else 5,25,50,75,95)
              --exact-percentiles  percentiles exactly as if all draws were sorted; the
                                   draws are computed twice or more
              --set PATH=VALUE     replace one number of the file; may be given several
                                   times
              --by-line            also report every export line, in lines.csv
              --shard I/N          compute the I-th of N shares of the draws, and write
                                   a part for merge instead of a result folder
              --checkpoint FILE    keep what is done in FILE, and go on from it where it
                                   exists
              --dry-run            print the plan with its time and memory, and stop
              --all-problems       tell each problem of a file in a line of its own,
                                   however many there are
          -q, --quiet              print nothing but errors
          -f, --format FORMAT      what goes to standard output: text, json, csv
                                   (default: text)
              --force              replace a result folder although it holds other files
                                   too; they are lost
              --replace            drop what another run left in the place, instead of
                                   keeping it
          -h, --help               print this help

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
        stands there is refused, unless --replace drops it. All N parts, computed in any
        order and on any machines that compute alike, make the same result as one run.

        With --checkpoint a run that was stopped or killed goes on when the same command
        is given again, and ends with the same result. FILE is written at most once a
        second and removed in the end.

        PATH is a number's place as assumptions.csv lists it; VALUE is what the file
        might say there: 0.29, 29%, '1.0 to 2.4', the name of a parameter, or a table
        such as '{ uniform = { lower = 0.8, upper = 1 } }'.

        The environment variable TARIFFSIM_ISA (baseline, v3, v4) forces an instruction
        set.

        Examples:
          tariffsim run Scenarios/pakistan-us-2025
          tariffsim run my.toml --draws 1000000 --percentiles 10,50,90
          tariffsim run my.toml --set parameters/usPassThrough='0.6 to 1.0' --dry-run
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
                            [--draws N] [--seed S] [--threads T] [--memory-limit SIZE]
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
          -n, --draws N             draws of every uncertain number (default: the
                                    file's, else 100000)
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
              --set PATH=VALUE      replace one number of the file; may be given several
                                    times
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
          tariffsim compare my.toml --scenarios package,nothing --against nothing --better balance=less
          tariffsim compare my.toml my-other-priors.toml --scenarios package

        """)
  }

  @Test("merge")
  func merge() {
    #expect(
      TestedHelp.text(["help", "merge"]) == """
        Join the parts of a run into its result folder.

        Usage:
          tariffsim merge PART... [--output DIR] [--quiet] [--format FORMAT] [--force]
                          [--replace]

        Options:
          -o, --output DIR     where the result folders go (default: results)
          -q, --quiet          print nothing but errors
          -f, --format FORMAT  what goes to standard output: text, json, csv (default:
                               text)
              --force          replace a result folder although it holds other files
                               too; they are lost
              --replace        drop what another run left in the place, instead of
                               keeping it
          -h, --help           print this help

        The parts are those that run --shard wrote, in any order. Parts of different
        runs, of different programs or of machines that compute differently are refused,
        and so are missing ones and the same one twice. The scenario's files are in the
        parts and need not be there.

        The result is that of one run, byte for byte, but for run.json, which tells of
        each shard.

        Examples:
          tariffsim merge results/my.shard-*-of-8.part

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
    for topic in ["run", "merge", "validate", "schema", "help"] {
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
