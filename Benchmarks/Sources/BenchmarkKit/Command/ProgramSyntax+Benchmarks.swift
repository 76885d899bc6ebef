internal import Analysis
package import CommandLineKit

extension ProgramSyntax {
  /// The command line of `benchmarks`: what the parser reads and what the help prints.
  package static let benchmarks = ProgramSyntax(
    "benchmarks",
    abstract:
      "benchmarks measures TariffSim: kernels, products, sketches, whole workloads, processes and memory. Without a command "
      + "it does 'run'.",
    commands: [.measure, .history, .peer, .floor, .designs, .coverage, .help])
}

extension CommandSyntax {
  static let measure = CommandSyntax(
    "run", abstract: "measure, print a table, and compare with earlier results",
    options: [
      OptionSyntax("filter", argument: OptionArgument("NAME", .text), help: "only benchmarks with this in their name"),
      OptionSyntax("list", help: "print the names and stop"),
      threads("of the workloads that are measured on one thread and on several"),
      OptionSyntax("json", argument: OptionArgument("FILE", .text), help: "write the raw results to a file"),
      OptionSyntax(
        "compare", argument: OptionArgument("FILE", .text),
        help: "compare with the raw results of an earlier run; exit code 1 if something got slower"),
      OptionSyntax(
        "format", argument: OptionArgument("FORMAT", .word(ResultFormat.allCases.map(\.rawValue))),
        help: "what goes to standard output", defaultText: "table"),
    ],
    discussion: [
      "Times are minimum, median and 90th percentile of at least 20 samples, fewer where one takes long: the table says how many.",
      Comparison.rule,
      "raw is what --json writes; bencher is the Bencher Metric Format; github is the customSmallerIsBetter of github-action-benchmark.",
    ],
    examples: ["run --filter kernel/v4", "--json before.json", "--compare before.json"])

  static let history = CommandSyntax(
    "history", abstract: "draw the tracked results over time",
    options: [
      OptionSyntax("filter", argument: OptionArgument("NAME", .text), help: "only benchmarks with this in their name"),
      OptionSyntax(
        "folder", argument: OptionArgument("DIR", .text), help: "where the raw results are",
        defaultText: "Benchmarks/History of the package"),
      OptionSyntax("svg", argument: OptionArgument("FILE", .text), help: "also write a picture"),
    ],
    discussion: [
      "Only results of the machine of the newest one are drawn: times of different processors are not one line.",
      "Of the kernels, only those of the widest instruction set are drawn unless the filter names others.",
    ],
    examples: ["history --svg history.svg", "history --filter workload"])

  static let peer = CommandSyntax(
    "peer", abstract: "run a reference workload once and print the result line of the peers",
    options: [
      workload,
      OptionSyntax(
        "draws", short: "n", argument: OptionArgument("N", .wholeNumber(1...UInt64(Plan.maximumDraws))), help: "how many draws",
        defaultText: "the file's"),
      threads("of the simulation"),
      OptionSyntax(
        "seed", short: "s", argument: OptionArgument("S", .wholeNumber(0...UInt64.max)), help: "seed of the random streams",
        defaultText: "the file's"),
    ],
    discussion: [
      "'seconds' covers drawing, model and percentiles, not the start of the process, loading and compilation: those are "
        + "'seconds_load' and 'seconds_compile'.",
      "The environment variable TARIFFSIM_ISA (baseline, v3, v4) forces an instruction set.",
    ],
    examples: ["peer --case w1 --draws 1000000 --threads 2"])

  static let floor = CommandSyntax(
    "floor", abstract: "add up what a workload must cost from the unit costs of this machine, and compare with what it costs",
    options: [workload, threads("of the simulation that the floor is compared with")],
    discussion: [
      "Every kernel, product and sketch that a draw passes through is measured alone, its operands in the first cache, and "
        + "multiplied by how many values of it a draw needs. The sum is the floor of one thread. Of an iteration one check counts."
    ],
    examples: ["floor", "floor --case w3"])

  static let designs = CommandSyntax(
    "designs", abstract: "compare the variance of percentiles under each design with that of random draws",
    options: [
      workload,
      OptionSyntax(
        "points", argument: OptionArgument("M", .wholeNumber(9...20)), help: "each of 16 replicates has 2^M points",
        defaultText: "14"),
      threads("of the simulation"),
    ],
    discussion: ["Times are of drawing, model and percentiles, the search for a rotation among them."],
    examples: ["designs --case w1 --points 16"])

  static let coverage = CommandSyntax(
    "coverage", abstract: "count how often intervals of 95 % hold a truth that is known, under each design",
    options: [threads("of the runs")], examples: ["coverage"])

  static let help = CommandSyntax(
    "help", abstract: "describe the program or one of its commands", operands: OperandSyntax("COMMAND", count: 0...1),
    examples: ["help history"])

  private static let workload = OptionSyntax(
    "case", argument: OptionArgument("CASE", .word(ReferenceWorkload.allCases.map(\.rawValue))), help: "which workload",
    defaultText: "w1")

  private static func threads(_ what: String) -> OptionSyntax {
    OptionSyntax(
      "threads", short: "t", argument: OptionArgument("T", .wholeNumber(1...512)), help: "worker threads \(what)",
      defaultText: "one for each processor")
  }
}
