extension Mistake {
  private static let quarter = "[[periods]]\nname = \"q\"\nstart = 2025-01-01\nend = 2025-03-31\n\n[[scenarios]]"

  /// Phase-ins, announcements, growth, long-run elasticities and sums over periods.
  static let time = [
    Mistake(
      "rate = 0.19", "rate = 0.19\nphaseIn = [{ share = 0.5 }]",
      "scenario.toml:25:12: measures/reciprocal/phaseIn/1: lacks the key date"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nphaseIn = [{ date = 2025-10-01 }]",
      "scenario.toml:25:12: measures/reciprocal/phaseIn/1: lacks the key share"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nphaseIn = [{ date = 2025-10-01, share = 50 }]",
      "scenario.toml:25:41: measures/reciprocal/phaseIn/1/share: 50: is above 1 and not written as a percentage; write it as "
        + "text: \"50%\""),
    Mistake(
      "rate = 0.19", "rate = 0.19\nphaseIn = { date = 2025-10-01, share = 1 }",
      "scenario.toml:25:11: measures/reciprocal/phaseIn: is not a list"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nphaseIn = [{ date = 2025-10-01, share = 1 }]",
      "scenario.toml:25:11: measures/reciprocal/phaseIn: it counts days, and the study has no periods; state [[periods]]"),
    Mistake(
      "[[scenarios]]",
      "[[tariffCuts]]\nname = \"c\"\ncut = 1\nphaseIn = [{ date = 2025-02-01, share = 0.5 }, { date = 2025-02-01, share = 1 }]\n\n"
        + quarter,
      "scenario.toml:36:77: tariffCuts/c/phaseIn/2025-02-01: 2025-02-01: its date is not after that of the step before; put the "
        + "steps in the order of their dates, each date once"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nfrontLoading = 0.1",
      "scenario.toml:25:16: measures/reciprocal/frontLoading: 0.1: needs announced and start beside it"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstart = 2025-10-01\nannounced = 2025-09-01",
      "scenario.toml:26:13: measures/reciprocal/announced: 2025-09-01: needs frontLoading beside it"),
    Mistake(
      "rate = 0.19",
      "rate = 0.19\nstart = 2025-10-01\nannounced = 2025-10-01\nfrontLoading = 0.1\n\n[[periods]]\nname = \"q\"\n"
        + "start = 2025-07-01\nend = 2025-12-31",
      "scenario.toml:26:13: measures/reciprocal/announced: 2025-10-01: the announcement is not before the first day"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\nlongRunElasticity = 2",
      "scenario.toml:15:21: exports/6302/longRunElasticity: 2: needs adjustmentSpeed beside it"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\nadjustmentSpeed = 0.3",
      "scenario.toml:15:19: exports/6302/adjustmentSpeed: 0.3: needs longRunElasticity beside it"),
    Mistake(
      "elasticity = 1.2", "passThrough = 0.8\nsupplyElasticity = 3\nlongRunElasticity = 2\nadjustmentSpeed = 0.3",
      "scenario.toml:16:21: exports/6302/longRunElasticity: 2: needs elasticity beside it"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\nlongRunElasticity = 2\nadjustmentSpeed = 0.3",
      "scenario.toml:15:21: exports/6302/longRunElasticity: it counts days, and the study has no periods; state [[periods]]"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\ngrowth = 3",
      "scenario.toml:15:10: exports/6302/growth: 3: is above 1 and not written as a percentage; write it as text: \"3%\" or "
        + "\"300%\""),
    Mistake(
      "elasticity = 1.5", "elasticity = 1.5\ngrowth = \"3%\"",
      "scenario.toml:21:10: imports/5201/growth: it counts days, and the study has no periods; state [[periods]]"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\ngrowth = 0.03\n\n[[periods]]\nname = \"q\"\nstart = 2025-01-01\nend = 2025-03-31",
      "scenario.toml:15:10: exports/6302/growth: nothing says which year the base value is of; state baseYear, as in "
        + "baseYear = 2024"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\norderLag = 60",
      "scenario.toml:15:12: exports/6302/orderLag: it counts days, and the study has no periods; state [[periods]]"),
    Mistake(
      "title = \"Small\"", "title = \"Small\"\nadjustmentHalfLife = 20",
      "scenario.toml:3:22: adjustmentHalfLife: it counts days, and the study has no periods; state [[periods]]"),
    Mistake(
      "elasticity = 1.2",
      "elasticity = 1.2\norderLag = -60\n\n[[periods]]\nname = \"q\"\nstart = 2025-01-01\nend = 2025-03-31",
      "scenario.toml:15:12: exports/6302/orderLag: -60: every value must lie in [0, ∞)"),
    Mistake(
      "title = \"Small\"", "title = \"Small\"\nbaseYear = 20240",
      "scenario.toml:3:12: baseYear: 20240: must be from 1900 to 2200"),
    Mistake(
      "title = \"Small\"", "title = \"Small\"\nrunningTotals = \"yes\"",
      "scenario.toml:3:17: runningTotals: \"yes\": is not true or false"),
    Mistake(
      "[[scenarios]]", "[[periods]]\nname = \"all\"\nstart = 2025-01-01\nend = 2025-03-31\n\n[[scenarios]]",
      "scenario.toml:34:8: periods/all/name: all: it is the name of a sum over periods; give the period another name"),
  ]
}
