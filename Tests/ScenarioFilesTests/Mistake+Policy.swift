extension Mistake {
  /// Measures, cuts, commitments and scenarios.
  static let policy = [
    Mistake(
      "rate = 0.19\n", "",
      "scenario.toml:22:1: measures/reciprocal: needs exactly one of rate and rates"),
    Mistake(
      "rate = 0.19", "rate = 0.19\ncovers = [61]",
      "scenario.toml:25:11: measures/reciprocal/covers: 61: is not text; write \"61\" in quotes"),
    Mistake(
      "rate = 0.19", "rate = 0.19\ncovers = [\"63\", \"63\"]",
      "scenario.toml:25:17: measures/reciprocal/covers: \"63\": is already used at scenario.toml:25:11"),
    Mistake(
      "rate = 0.19", "rate = 0.19\ncovers = \"63\"",
      "scenario.toml:25:10: measures/reciprocal/covers: \"63\": is not a list; write [\"63\"]"),
    Mistake(
      "rate = 0.19", "rate = 0.19\ncovers = [{ share = 0.5 }]",
      "scenario.toml:25:11: measures/reciprocal/covers: lacks the key prefix"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstart = \"2025-02-30\"",
      "scenario.toml:25:9: measures/reciprocal/start: \"2025-02-30\": is not a day of the calendar; write "
        + "year-month-day, as in 2025-08-07"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstart = 2025-02-30",
      "scenario.toml:25:19: is not TOML: Error while parsing date: expected day between 1 and 28 "
        + "(inclusive), saw 30"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstart = 2025-08-07T00:00:00",
      "scenario.toml:25:9: measures/reciprocal/start: is not a day; write the date alone, as in 2025-08-07"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstart = 2025",
      "scenario.toml:25:9: measures/reciprocal/start: 2025: is not a day of the calendar; write "
        + "year-month-day, as in 2025-08-07"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstacking = \"exclusive\"\npriority = 1",
      "scenario.toml:22:1: measures/reciprocal: lacks the key exclusiveGroup"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstacking = \"exclusive\"\nexclusiveGroup = \"g\"",
      "scenario.toml:22:1: measures/reciprocal: lacks the key priority"),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstacking = \"exclusive\"\nexclusiveGroup = \"g\"\npriority = 1\nchoose = \"highest\"",
      "scenario.toml:27:12: measures/reciprocal/priority: 1: cannot stand beside choose = \"highest\""),
    Mistake(
      "rate = 0.19", "rate = 0.19\ninclusive = true\nstacking = \"replace\"",
      "scenario.toml:25:13: measures/reciprocal/inclusive: true: cannot stand beside stacking = \"replace\""),
    Mistake(
      "rate = 0.19", "rate = 0.19\ninclusive = true\nreplaces = \"baseline\"",
      "scenario.toml:25:13: measures/reciprocal/inclusive: true: cannot stand beside replaces"),
    Mistake(
      "rate = 0.19", "rate = 0.19\npriority = 1",
      "scenario.toml:25:12: measures/reciprocal/priority: 1: goes only with stacking = \"exclusive\""),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstacking = \"exclusive\"\nexclusiveGroup = \"g\"\npriority = 1.5",
      "scenario.toml:27:12: measures/reciprocal/priority: 1.5: is not a whole number"),
    Mistake(
      "rate = 0.19", "rate = 0.19\ncontentRule = { threshold = 0.2 }",
      "scenario.toml:25:15: measures/reciprocal/contentRule: lacks the key initialShare"),
    Mistake(
      "rate = 0.19", "rate = 0.19\ncontentRule = { initialShare = 0.2, commitment = \"cotton\" }",
      "scenario.toml:25:50: measures/reciprocal/contentRule/commitment: \"cotton\": needs sharePerUSDm "
        + "beside it"),
    Mistake(
      "rate = 0.19", "rate = 0.19\ncountries = [1]",
      "scenario.toml:25:14: measures/reciprocal/countries: 1: is not text; write it in quotes: \"1\""),
    Mistake(
      "amount = 500", "",
      "scenario.toml:26:1: commitments/cotton: needs exactly one of amount and millionUnits"),
    Mistake(
      "amount = 500", "amount = 500\nmillionUnits = 1\nusdPerUnit = 1",
      "scenario.toml:29:16: commitments/cotton/millionUnits: 1: cannot stand beside amount"),
    Mistake(
      "amount = 500", "amount = 500\nusdPerUnit = 1",
      "scenario.toml:29:14: commitments/cotton/usdPerUnit: 1: cannot stand beside amount"),
    Mistake(
      "amount = 500", "millionUnits = 1",
      "scenario.toml:28:16: commitments/cotton/millionUnits: 1: needs usdPerUnit beside it"),
    Mistake(
      "basis = \"increment\"", "basis = \"total\"",
      "scenario.toml:29:9: commitments/cotton/basis: \"total\": is not one of increment, level"),
    Mistake(
      "basis = \"increment\"\n", "",
      "scenario.toml:26:1: commitments/cotton: lacks the key basis"),
    Mistake(
      "basis = \"increment\"", "basis = \"increment\"\nbase = 1",
      "scenario.toml:30:8: commitments/cotton/base: 1: goes only with basis = \"level\""),
    Mistake(
      "basis = \"increment\"", "basis = \"level\"\noverlap = 0.1",
      "scenario.toml:30:11: commitments/cotton/overlap: 0.1: goes only with basis = \"increment\""),
    Mistake(
      "additionality = 0.1", "",
      "scenario.toml:26:1: commitments/cotton: lacks the key additionality; state it, or "
        + "importDemandElasticity, substitution, partnerShare"),
    Mistake(
      "additionality = 0.1", "importDemandElasticity = 0.1",
      "scenario.toml:31:26: commitments/cotton/importDemandElasticity: 0.1: needs substitution and "
        + "partnerShare beside it"),
    Mistake(
      "additionality = 0.1", "additionality = 0.1\npartnerShare = 0.1",
      "scenario.toml:32:16: commitments/cotton/partnerShare: 0.1: cannot stand beside additionality"),
    Mistake(
      "additionality = 0.1", "additionality = 0.1\ncountsPolicyResponse = \"no\"",
      "scenario.toml:32:24: commitments/cotton/countsPolicyResponse: \"no\": is not true or false"),
    Mistake(
      "additionality = 0.1", "additionality = 0.1\nschedule = { q = \"half\" }",
      "scenario.toml:32:18: commitments/cotton/schedule/q: \"half\": is not a parameter of this file"),
    Mistake(
      "[[scenarios]]", "[[tariffCuts]]\nname = \"c\"\n\n[[scenarios]]",
      "scenario.toml:33:1: tariffCuts/c: needs exactly one of cut, newRate, cap and swiss"),
    Mistake(
      "[[scenarios]]", "[[tariffCuts]]\nname = \"c\"\ncut = 1\ncap = 0\n\n[[scenarios]]",
      "scenario.toml:36:7: tariffCuts/c/cap: 0: cannot stand beside cut"),
    Mistake(
      "[[scenarios]]", "[[barrierCuts]]\nname = \"c\"\n\n[[scenarios]]",
      "scenario.toml:33:1: barrierCuts/c: lacks the key cut"),
    Mistake(
      "measures = [\"reciprocal\"]", "measures = \"reciprocal\"",
      "scenario.toml:35:12: scenarios/now/measures: \"reciprocal\": is not a list of names or a table of "
        + "names and scales"),
    Mistake(
      "measures = [\"reciprocal\"]", "measures = [\"reciprocal\", \"reciprocal\"]",
      "scenario.toml:35:27: scenarios/now/measures: \"reciprocal\": is already used at scenario.toml:35:13"),
    Mistake(
      "measures = [\"reciprocal\"]", "measures = { reciprocal = \"half\" }",
      "scenario.toml:35:27: scenarios/now/measures/reciprocal: \"half\": is not a parameter of this file"),
    Mistake(
      "measures = [\"reciprocal\"]", "measures = [{ reciprocal = 1 }]",
      "scenario.toml:35:13: scenarios/now/measures: is not text"),
    Mistake(
      "name = \"now\"\n", "",
      "scenario.toml:33:1: scenarios/1: lacks the key name"),
  ]
}
