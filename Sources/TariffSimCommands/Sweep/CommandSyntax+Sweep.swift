internal import Analysis
internal import CommandLineKit
internal import Reporting
internal import Simulation

extension CommandSyntax {
  static let sweep = CommandSyntax(
    "sweep", abstract: "compute many variants of scenario files into one table",
    operands: OperandSyntax("FILE|DIR", count: 1...Int.max),
    options: [
      OptionSyntax(
        "vary", argument: OptionArgument("PATH=VALUES", .assignment),
        help: "what is varied: a list such as 1,2,3 or a range such as 0%..50%:5%",
        isRepeatable: true),
      OptionSyntax("together", help: "the lists move together, instead of each value with each"),
      OptionSyntax(
        "against", argument: OptionArgument("PATH=VALUE", .assignment),
        help: "also take differences from the variant with this value", isRepeatable: true),
      OptionSyntax(
        "scenarios", argument: OptionArgument("A,B,...", .text), help: "scenarios to compute", defaultText: "all"),
      OptionSyntax(
        "outcomes", argument: OptionArgument("LIST", .text), help: "outcomes to compute, as in balance,export_revenue",
        defaultText: "revenue, imports, balances"),
      OptionSyntax("parts", help: "also tell groups, origins and other parts of the totals"),
      OptionSyntax(
        "jobs", short: "j", argument: OptionArgument("N", .wholeNumber(1...512)), help: "variants that are computed at a time",
        defaultText: "as many as threads"),
      OptionSyntax(
        "most", argument: OptionArgument("N", .amount(1...UInt64(Int32.max))), help: "more variants than this are refused",
        defaultText: "10000"),
      OptionSyntax(
        "checkpoint", argument: OptionArgument("FILE", .text),
        help: "keep the variants that are done in FILE, and go on from it where it exists"),
      OptionSyntax(
        "shard", argument: OptionArgument("I/N", .place(limit: Shard.maximumCount, word: ShardChoice.word)),
        help: "compute the I-th of N shares of the variants into a part, as in run; auto takes the index of the batch system"),
      OptionSyntax(
        "shards", argument: OptionArgument("N", .wholeNumber(1...UInt64(Shard.maximumCount))),
        help: "the number of shares, for --shard auto"),
      OptionSyntax("join", argument: OptionArgument("DIR", .text), help: "take what all shards computed from their parts in DIR"),
      OptionSyntax("dry-run", help: "print how many variants there are and what they take, and stop"),
      drawsOption, seedOption, threadsOption, memoryLimitOption, outputOption, percentilesOption, setOption,
      reportOption, workbookOption, allProblemsOption, quietOption, formatOption, forceOption, replaceOption, ledgerOption,
    ],
    discussion: [
      "PATH is what --set of run takes: a number or a pattern of numbers, PATH* for the factor that laws are scaled by, PATH.mean for "
        + "their mean, a day, or a use that is on or off. Every value is what --set takes there. Several --vary are combined, each "
        + "value with each; several files are one more axis, for sets of priors over the same tables.",
      "All variants have the same draws: numbers of one path share them, so that the variants differ by what was varied alone. Numbers "
        + "are those that a run with the same --set gives, digit for digit; where the file states a design "
        + "other than random, one with --rotate off and --smooth off, so that all variants share their points.",
      "Results go to DIR/NAME.sweep/: sweep.csv with a column for each PATH and a row for each number, summary.json, run.json. A "
        + "variant that cannot be computed is in failures.csv with the reason; the others go on, and the exit code is 65.",
      "With --shard the part is DIR/NAME.sweep.shard-I-of-N.variants, and the same command goes on with it after a stop. The same sweep "
        + "with --join then makes the result of one sweep, byte for byte, and says which shards are missing.",
      "--against names the variant that differences are taken from, draw by draw: coordinates that it does not name stay those of each "
        + "variant. It computes every variant twice.",
    ],
    examples: [
      "sweep my.toml --vary 'measures/reciprocal/rate=0%..50%:5%'",
      "sweep my.toml priors.toml --vary 'exports/*/elasticity*=0.5,1,1.5'",
      "sweep my.toml --vary scenarios/deal/commitments/cotton=on,off",
    ])
}
