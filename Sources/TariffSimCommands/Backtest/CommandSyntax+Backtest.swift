internal import Analysis
internal import CommandLineKit
internal import Reporting
internal import Simulation

extension CommandSyntax {
  static let backtest = CommandSyntax(
    "backtest", abstract: "score forecasts by what was counted",
    operands: OperandSyntax("FILE|DIR", count: 1...1),
    options: [
      OptionSyntax("observed", argument: OptionArgument("TABLE", .text), help: "what offices counted, a file of columns"),
      OptionSyntax(
        "history", argument: OptionArgument("TABLE", .text), help: "the same of the years before, for the naive forecasts"),
      OptionSyntax(
        "scenario", argument: OptionArgument("S", .text), help: "the scenario that is what happened", defaultText: "the only one"),
      OptionSyntax(
        "draws", short: "n", argument: OptionArgument("N", .amount(2...UInt64(Plan.maximumDraws))),
        help: "draws of every uncertain number", defaultText: "\(BacktestRequest.usualDraws)"),
      seedOption, threadsOption, memoryLimitOption, outputOption, setOption, allProblemsOption, quietOption, formatOption,
      forceOption, replaceOption, ledgerOption,
    ],
    discussion: [
      "FILE makes forecasts: it has periods, baseYear and [forecast]. TABLE has the columns origin, hs, value and month, as in 2025-03, or "
        + "start and end; hs is a code or a prefix, or all. Months are summed over the periods of the study, only where all of them are there, "
        + "and held against the same months of the base year in the same table, or in the history; base states it in the row instead. "
        + "Further columns: group, reporter, dateConcept, note, source.",
      "Told are the share of actuals inside the intervals with its exact interval at the number of clusters (origin and period), the CRPS "
        + "in points and in logarithms beside no change (A, and A' with a spread) and last year's growth (B), the PIT, and the worst misses; "
        + "in total, by origin, group and period. Actuals that begin until the latest asOf of a number are in-sample.",
      "Rows of goods, origins or days that the study has not are counted and listed in unscored.csv. Results go to DIR/NAME.backtest/: "
        + "scores.csv, actuals.csv, summary.json, run.json.",
    ],
    examples: [
      "backtest my.toml --observed months.csv --history months.csv",
      "backtest my.toml --scenario as-happened --observed quarters.csv",
    ])
}
