internal import Analysis
internal import CommandLineKit

extension CommandSyntax {
  static let sensitivity = CommandSyntax(
    "sensitivity", abstract: "say what drives the spread of an outcome, and what knowing it would be worth",
    operands: OperandSyntax("FILE|DIR", count: 1...1),
    options: [
      OptionSyntax(
        "scenario", argument: OptionArgument("S", .text), help: "the scenario to ask about", isRepeatable: true,
        defaultText: "each of the file"),
      OptionSyntax(
        "against", argument: OptionArgument("S", .text),
        help: "ask about the difference from this scenario, taken draw by draw"),
      OptionSyntax(
        "outcome", argument: OptionArgument("LIST", .text), help: "outcomes to ask about, as in balance,export_revenue",
        defaultText: "balance; of a world welfare_change"),
      OptionSyntax(
        "groups", argument: OptionArgument("LIST", .text), help: "of these parts, as the column group has them",
        defaultText: "total"),
      OptionSyntax(
        "periods", argument: OptionArgument("LIST", .text), help: "of these periods; all is their sum",
        defaultText: "all, else every one"),
      OptionSyntax(
        "method", argument: OptionArgument("METHOD", .word(SensitivityMethod.allCases.map(\.rawValue))),
        help: "sobol: first-order and total indices; shapley: shares that add up, also of correlated numbers; plain: first-order "
          + "indices from the draws of a run", defaultText: "sobol"),
      OptionSyntax(
        "by", argument: OptionArgument("WAY", .word(InputGrouping.allCases.map(\.rawValue))),
        help: "take each number for an input, or each kind, as exports/*/elasticity",
        defaultText: "number, of over \(InputGrouping.mostSingle) kind"),
      OptionSyntax(
        "input", argument: OptionArgument("NAME=PATTERNS", .assignment),
        help: "take the numbers whose paths meet a pattern for one input, as in prices='exports/*/price,imports/*/price'",
        isRepeatable: true),
      OptionSyntax(
        "draws", short: "n",
        argument: OptionArgument("N", .amount(UInt64(SensitivityQuestion.leastDraws)...UInt64(Plan.maximumDraws))),
        help: "draws of every number, for each input once more", defaultText: "\(SensitivityRequest.usualDraws)"),
      seedOption, threadsOption, memoryLimitOption, outputOption, setOption, allProblemsOption, quietOption, formatOption,
      forceOption, replaceOption, ledgerOption,
    ],
    discussion: [
      "The first-order index of an input is the share of the outcome's variance that knowing it would take off, on average; the total index "
        + "the share that it has a part in, alone or with others. Told besides are what knowing it would take off the distance from P5 to P95, "
        + "and the outcome with its numbers at their 10th and 90th percentiles while all others stand at their medians.",
      "Numbers that are correlated are one input, as long as they are not asked about one by one with --method shapley: an index of a "
        + "part would count what it has in common with the rest. Inputs that no outcome reads have shares of 0 and cost nothing.",
      "Inputs are ranked, and where 95 % intervals overlap the rank says so: 2–4 is not decided. Results go to DIR/NAME.sensitivity/: "
        + "sensitivity.csv with every number, summary.json, run.json. The article Sensitivity has the formulas and their sources.",
    ],
    examples: [
      "sensitivity my.toml --scenario deal --against nothing",
      "sensitivity my.toml --outcome export_revenue --groups Apparel",
      "sensitivity my.toml --method shapley --input 'a=exports/1*/value'",
    ])
}
