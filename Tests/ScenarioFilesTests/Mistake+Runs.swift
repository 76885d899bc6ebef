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
      "[parameters.demand]", "[run]\ndesign = \"sobol\"\ndraws = 100_000\n[parameters.demand]",
      "scenario.toml:8:9: run/draws: 100000: must be 16 replicates times a power of two under sobol; write 65536 or 131072"),
    Mistake(
      "[parameters.demand]", "[run]\nreplicates = 8\n[parameters.demand]",
      "scenario.toml:7:14: run/replicates: 8: goes only with design = \"sobol\" or another design of points"
    ),
    Mistake(
      "[parameters.demand]", "[run]\ndesign = \"latin\"\nreplicates = 65\n[parameters.demand]",
      "scenario.toml:8:14: run/replicates: 65: must be from 2 to 64"),
    Mistake(
      "[parameters.demand]", "[run]\nsmooth = true\n[parameters.demand]",
      "scenario.toml:7:10: run/smooth: true: goes only with design = \"sobol\", \"lattice\" or \"latin\""),
    Mistake(
      "[parameters.demand]", "[run]\ndesign = \"antithetic\"\nrotate = true\n[parameters.demand]",
      "scenario.toml:8:10: run/rotate: true: goes only with design = \"sobol\", \"lattice\" or \"latin\""),
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
      "[parameters.demand]", "[run]\noutcomes = [\"balanc\"]\n[parameters.demand]",
      "scenario.toml:7:13: run/outcomes: \"balanc\": is not an outcome; did you mean balance?"),
    Mistake(
      "[parameters.demand]", "[run]\ngroups = [\"totl\"]\n[parameters.demand]",
      "scenario.toml:7:11: run/groups: \"totl\": is a group that this study reports nothing of; did you mean total?"),
    Mistake(
      "[parameters.demand]", "[run]\nperiods = [\"2026\"]\n[parameters.demand]",
      "scenario.toml:7:12: run/periods: \"2026\": is a period that this study reports nothing of; write \"year\""),
    Mistake(
      "[[scenarios]]", "[[comparisons]]\nscenarios = [\"now\"]\n\n[[scenarios]]",
      "scenario.toml:33:1: comparisons/1: compares fewer than two scenarios; name two scenarios, or leave the section out"),
    Mistake(
      "[[scenarios]]", "[[comparisons]]\nscenarios = [\"nov\"]\n\n[[scenarios]]",
      "scenario.toml:34:14: comparisons/1/scenarios: \"nov\": is not a scenario of this file; did you mean now?"),
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
