extension Mistake {
  /// Run, periods and dependence.
  static let runs = [
    Mistake(
      "[parameters.demand]", "[run]\ndraws = -5\n[parameters.demand]",
      "scenario.toml:7:9: run/draws: -5: must be 1 or above"),
    Mistake(
      "[parameters.demand]", "[run]\ndraws = 0\n[parameters.demand]",
      "scenario.toml:7:9: run/draws: 0: must be 1 or above"),
    Mistake(
      "[parameters.demand]", "[run]\ndraws = 1e6\n[parameters.demand]",
      "scenario.toml:7:9: run/draws: 1000000.0: is not a whole number; write 1000000"),
    Mistake(
      "[parameters.demand]", "[run]\nseed = -1\n[parameters.demand]",
      "scenario.toml:7:8: run/seed: -1: must be from 0 to 18446744073709551615"),
    Mistake(
      "[parameters.demand]", "[run]\nseed = \"18446744073709551616\"\n[parameters.demand]",
      "scenario.toml:7:8: run/seed: \"18446744073709551616\": is not a whole number from 0 to "
        + "18446744073709551615"),
    Mistake(
      "[parameters.demand]", "[run]\npercentiles = [50, 101]\n[parameters.demand]",
      "scenario.toml:7:20: run/percentiles: 101: must be from 0 to 100"),
    Mistake(
      "[parameters.demand]", "[run]\npercentiles = [50, 50]\n[parameters.demand]",
      "scenario.toml:7:20: run/percentiles: 50: must be above 50: percentiles ascend"),
    Mistake(
      "[parameters.demand]", "[run]\npercentiles = []\n[parameters.demand]",
      "scenario.toml:7:15: run/percentiles: is empty"),
    Mistake(
      "[parameters.demand]", "[run]\nshortfallPercent = 0\n[parameters.demand]",
      "scenario.toml:7:20: run/shortfallPercent: 0: must be above 0 and at most 50"),
    Mistake(
      "[parameters.demand]", "[run]\nshortfallPercent = 50.5\n[parameters.demand]",
      "scenario.toml:7:20: run/shortfallPercent: 50.5: must be above 0 and at most 50"),
    Mistake(
      "[parameters.demand]", "[run]\nthresholds = [{ outcome = \"balanc\", value = 1 }]\n[parameters.demand]",
      "scenario.toml:7:27: run/thresholds/1/outcome: \"balanc\": is not an outcome; did you mean balance?"),
    Mistake(
      "[parameters.demand]", "[run]\nthresholds = [{ outcome = \"balance\" }]\n[parameters.demand]",
      "scenario.toml:7:15: run/thresholds/1: lacks the key value"),
    Mistake(
      "[parameters.demand]", "[run]\nthresholds = [{ outcome = \"balance\", value = \"5\" }]\n[parameters.demand]",
      "scenario.toml:7:46: run/thresholds/1/value: \"5\": must be a plain number here; write 5"),
    Mistake(
      "[[scenarios]]", "[[periods]]\nname = \"p\"\nstart = 2025-01-01\n\n[[scenarios]]",
      "scenario.toml:33:1: periods/p: lacks the key end"),
    Mistake(
      "[[scenarios]]", "[[dependence]]\nname = \"d\"\n\n[[scenarios]]",
      "scenario.toml:33:1: dependence/d: needs exactly one of correlation, matrix, matrixTable and loadings"),
    Mistake(
      "[[scenarios]]", "[[dependence]]\nname = \"d\"\ncorrelation = 0.5\n\n[[scenarios]]",
      "scenario.toml:33:1: dependence/d: lacks the key members"),
    Mistake(
      "[[scenarios]]", "[[dependence]]\nname = \"d\"\nmembers = [\"exports/*/elasticity\"]\ncorrelation = 0.5\n\n[[scenarios]]",
      "scenario.toml:35:12: dependence/d/members: \"exports/*/elasticity\": matches no uncertain number "
        + "of the study"),
    Mistake(
      "[[scenarios]]", "[[dependence]]\nname = \"d\"\nmembers = [\"parameters/demnd\"]\ncorrelation = 0.5\n\n[[scenarios]]",
      "scenario.toml:35:12: dependence/d/members: \"parameters/demnd\": is not an uncertain number of the "
        + "study; did you mean parameters/demand?"),
    Mistake(
      "[[scenarios]]", "[[dependence]]\nname = \"d\"\nmembers = [\"parameters/demand\"]\ncorrelation = \"0.5\"\n\n[[scenarios]]",
      "scenario.toml:36:15: dependence/d/correlation: \"0.5\": must be a plain number here; write 0.5"),
    Mistake(
      "[[scenarios]]",
      "[[dependence]]\nname = \"d\"\nmembers = [\"parameters/demand\"]\nmatrixTable = \"none.csv\"\n\n[[scenarios]]",
      "scenario.toml:36:15: dependence/d/matrixTable: \"none.csv\": cannot be read: No such file or "
        + "directory"),
  ]
}
