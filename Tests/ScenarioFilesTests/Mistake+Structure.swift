extension Mistake {
  /// Keys, names, words and kinds.
  static let structure = [
    Mistake(
      "schemaVersion = 1\n", "",
      "scenario.toml:1:1: lacks the key schemaVersion; write schemaVersion = 1"),
    Mistake(
      "schemaVersion = 1", "schemaVersion = 2",
      "scenario.toml:1:17: schemaVersion: 2: is not a version this program reads (1)"),
    Mistake(
      "schemaVersion = 1", "schemaVersion = \"1\"",
      "scenario.toml:1:17: schemaVersion: \"1\": is not a whole number; write 1"),
    Mistake(
      "title = \"Small\"\n", "",
      "scenario.toml:1:1: lacks the key title"),
    Mistake(
      "title = \"Small\"", "title = 5",
      "scenario.toml:2:9: title: 5: is not text; write it in quotes: \"5\""),
    Mistake(
      "title =", "titel = \"x\"\ntitle =",
      "scenario.toml:2:1: titel: is not a key here"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\nduti = 1",
      "scenario.toml:15:1: exports/6302/duti: is not a key here"),
    Mistake(
      "title = \"Small\"", "title = \"Small",
      "scenario.toml:2:15: is not TOML: Error while parsing string: unescaped control characters other "
        + "than TAB (U+0009) are explicitly prohibited"),
    Mistake(
      "[[measures]]", "[measures]",
      "scenario.toml:22:1: measures: is not a list; write [[measures]]"),
    Mistake(
      "[[exports.lines]]", "[[exports.line]]",
      "scenario.toml:9:11: exports/line: is not a key here; did you mean lines?"),
    Mistake(
      "[[measures]]", "[[measures]]\nname = \"first\"\nrate = 1\n\n[[measures]]\nname = \"first\"\nrate = 0\n\n[[measures]]",
      "scenario.toml:27:8: measures/first/name: \"first\": is already used at scenario.toml:23:8"),
    Mistake(
      "name = \"reciprocal\"", "name = \"a/b\"",
      "scenario.toml:23:8: measures/a/b/name: \"a/b\": is not a name: a name has no /, no *, no control "
        + "character and no space at its ends"),
    Mistake(
      "home =", "periodResponse = \"averageRates\"\nhome =",
      "scenario.toml:3:18: periodResponse: \"averageRates\": is not one of averageResponse, averageRate; "
        + "did you mean averageRate?"),
  ]
}
