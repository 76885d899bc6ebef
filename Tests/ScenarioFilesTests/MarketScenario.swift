import Testing

/// A market with home and three others, and a place for each kind of mistake.
enum MarketScenario {
  static let text = """
    schemaVersion = 1
    title = "Market"
    home = "Pakistan"
    partner = "United States"

    [exports.defaults]
    response = "market"

    [[exports.lines]]
    id = "6302"
    hs = "6302"
    value = 100
    duty = 0.1

    [markets]
    digits = 4
    tables = [{ file = "suppliers.csv", source = "Census" }]

    [markets.defaults]
    response = "armington"
    substitution = 4
    demandElasticity = 1

    [[measures]]
    name = "added"
    rates = { file = "rates.csv" }

    [[scenarios]]
    name = "now"
    measures = ["added"]

    """

  static let suppliers = """
    origin,hs,value,duty
    India,6302,300,8%
    China,6302,600,0.2
    United States,6302,50,0

    """

  static let rates = """
    origin,hs,rate
    Pakistan,63,0.19
    India,63,25%
    China,63,0.3

    """

  static let files = ["scenario.toml": text, "suppliers.csv": suppliers, "rates.csv": rates]

  /// The files with one part of one of them exchanged; nothing where the part is not there exactly once.
  static func replacing(_ part: String, with other: String, in name: String = "scenario.toml") -> [String: String]? {
    let pieces = (files[name] ?? "").split(separator: part, omittingEmptySubsequences: false)
    guard pieces.count == 2 else { return nil }
    return files.merging([name: pieces.joined(separator: other)]) { $1 }
  }
}

/// A mistake in a file of the market scenario and the one message that it must bring.
struct MarketMistake: Sendable, CustomTestStringConvertible {
  var file: String
  var part: String
  var replacement: String
  var message: String

  init(_ part: String, _ replacement: String, _ message: String, in file: String = "scenario.toml") {
    self.file = file
    self.part = part
    self.replacement = replacement
    self.message = message
  }

  var testDescription: String { replacement.isEmpty ? "without \(part)" : replacement }

  static let all = [
    // Lines.
    MarketMistake(
      "duty = 0.1", "duty = 0.1\nelasticity = 1.2",
      "scenario.toml:14:14: exports/6302/elasticity: 1.2: cannot stand beside response = \"market\""),
    MarketMistake(
      "response = \"market\"", "response = \"market\"\npassThrough = 0.5",
      "scenario.toml:8:15: exports/defaults/passThrough: 0.5: cannot stand beside response = \"market\""),
    MarketMistake(
      "duty = 0.1", "duty = 0.1\nresponse = \"linear\"\nelasticity = 1\nnest = \"a\"",
      "scenario.toml:16:8: exports/6302/nest: \"a\": goes only with response = \"market\""),
    MarketMistake(
      "hs = \"6302\"\n", "",
      "scenario.toml:9:1: exports/6302: no market has its code or a prefix of it; state its code as hs"),
    // Markets.
    MarketMistake("substitution = 4\n", "", "scenario.toml:16:10: markets/defaults: lacks the key substitution"),
    MarketMistake("response = \"armington\"\n", "", "scenario.toml:16:10: markets/defaults: lacks the key response"),
    MarketMistake(
      "response = \"armington\"", "response = \"nested\"",
      "scenario.toml:16:10: markets/defaults: lacks the key nestSubstitution"),
    MarketMistake(
      "response = \"armington\"", "response = \"armingtn\"",
      "scenario.toml:20:12: markets/defaults/response: \"armingtn\": is not one of armington, nested, smart; did you mean armington?"
    ),
    MarketMistake(
      "demandElasticity = 1", "demandElasticity = 1\nsmartForm = \"linear\"",
      "scenario.toml:23:13: markets/defaults/smartForm: \"linear\": goes only with response = \"smart\""),
    MarketMistake(
      "demandElasticity = 1", "demandElasticity = 1\nnestSubstitution = 2",
      "scenario.toml:23:20: markets/defaults/nestSubstitution: 2: goes only with response = \"nested\""),
    MarketMistake(
      "demandElasticity = 1", "demandElasticity = 1\nlongRunSubstitution = 6",
      "scenario.toml:23:23: markets/defaults/longRunSubstitution: 6: needs adjustmentSpeed beside it"),
    MarketMistake(
      "demandElasticity = 1", "demandElasticity = 1\nlongRunDemandElasticity = 2",
      "scenario.toml:23:27: markets/defaults/longRunDemandElasticity: 2: needs adjustmentSpeed beside it"),
    MarketMistake(
      "demandElasticity = 1", "demandElasticity = 1\nadjustmentSpeed = 0.3",
      "scenario.toml:23:19: markets/defaults/adjustmentSpeed: 0.3: needs longRunSubstitution beside it"),
    MarketMistake(
      "demandElasticity = 1", "demandElasticity = 1\nlongRunSubstitution = 6\nadjustmentSpeed = 0.3",
      "scenario.toml:24:19: markets/6302/adjustmentSpeed: it counts days, and the study has no periods; state [[periods]]"),
    MarketMistake(
      "response = \"market\"", "response = \"market\"\norderLag = 60",
      "scenario.toml:8:12: exports/defaults/orderLag: 60: cannot stand beside response = \"market\"; all suppliers of a market "
        + "share one lag: state it in [markets.defaults], or at the head of the file"),
    MarketMistake(
      "substitution = 4", "substitution = 0",
      "scenario.toml:21:16: markets/6302/substitution: 0: every value must lie in (0, ∞)"
    ),
    MarketMistake("digits = 4", "digits = 1", "scenario.toml:16:10: markets/digits: 1: must be 2 or above"),
    MarketMistake(
      "[markets.defaults]", "[[markets.list]]\nhs = \"63\"\n\n[[markets.list]]\nhs = \"63\"\n\n[markets.defaults]",
      "scenario.toml:23:6: markets/63/hs: \"63\": is already used at scenario.toml:20:6"),
    MarketMistake(
      "[markets.defaults]", "[[markets.list]]\nhs = \"61\"\n\n[markets.defaults]",
      "scenario.toml:19:1: markets/61: at least one supplier is needed"),
    MarketMistake(
      "[markets.defaults]", "[markets.prefixes.61]\nsubstitution = 2\n\n[markets.defaults]",
      "scenario.toml:19:1: markets/prefixes/61: is a prefix that no line's code has"),
    MarketMistake(
      "[markets.defaults]", "[markets.nests]\nSouth = [\"Indai\"]\n\n[markets.defaults]",
      "scenario.toml:20:9: markets/nests/South: Indai: there is no such origin; did you mean \"India\"?"),
    // Suppliers.
    MarketMistake(
      "origin,hs,value,duty", "origin;hs;value;duty",
      "suppliers.csv:1:1: markets: \"origin;hs;value;duty\": is separated by ';', columns must be by commas; "
        + "save the file with commas, and decimal points", in: "suppliers.csv"),
    MarketMistake(
      "origin,hs,rate", "origin\ths\trate",
      "rates.csv:1:1: measures/added/rates: \"origin\\ths\\trate\": is separated by tabs, columns must be by commas; "
        + "save the file with commas, and decimal points", in: "rates.csv"),
    MarketMistake(
      "India,6302,300,8%", "India,6302,300,",
      "suppliers.csv:2:1: markets/suppliers/6302/India: lacks the key duty", in: "suppliers.csv"),
    MarketMistake(
      "India,6302,300,8%", "India,6302,,8%", "suppliers.csv:2:1: markets: lacks the key value", in: "suppliers.csv"),
    MarketMistake(
      "India,6302,300,8%", "India,63.02,300,8%",
      "suppliers.csv:2:7: markets/hs: 63.02: is not a Harmonized System code of 2, 4, 6, 8 or 10 digits; write \"6302\"",
      in: "suppliers.csv"),
    MarketMistake(
      "India,6302,300,8%", "India,6302,300,8",
      "suppliers.csv:2:16: markets/duty: 8: is above 1 and not written as a percentage; write it as text: \"8%\" or \"800%\"",
      in: "suppliers.csv"),
    MarketMistake(
      "India,6302,300,8%", "India,6302,-300,8%",
      "suppliers.csv:2:1: markets/suppliers/6302/India/value: -300: every value must lie in [0, ∞)", in: "suppliers.csv"),
    MarketMistake(
      "India,6302,300,8%", "China,6302,300,8%",
      "suppliers.csv:3:1: markets/suppliers/6302/China: is already used at suppliers.csv:2:1", in: "suppliers.csv"),
    MarketMistake(
      "United States,6302,50,0", "United States,6302,50,1%",
      "suppliers.csv:4:1: markets/suppliers/6302/United States/duty: the partner levies no duty on its own production",
      in: "suppliers.csv"),
    MarketMistake(
      "United States,6302,50,0", "Pakistan,6302,50,0",
      "suppliers.csv:4:1: markets/suppliers/6302/Pakistan: Pakistan: home sells by its export lines and is no supplier; "
        + "name another country as home, or state it in [exports] with response = \"market\" instead", in: "suppliers.csv"),
    MarketMistake(
      "United States,6302,50,0", "India,63,50,0",
      "suppliers.csv:4:1: markets/suppliers/63/India: 63: no market has its code or a prefix of it; "
        + "list a market with hs = \"63\", or state digits = 2 or fewer", in: "suppliers.csv"),
    MarketMistake(
      "file = \"suppliers.csv\"", "file = \"none.csv\"",
      "scenario.toml:17:20: markets/tables/1/file: \"none.csv\": cannot be read: No such file or directory"),
    // Rates.
    MarketMistake(
      "rates = { file = \"rates.csv\" }", "rates = { file = \"rates.csv\" }\nrate = 0.1",
      "scenario.toml:26:9: measures/added/rates: cannot stand beside rate"),
    MarketMistake(
      "China,63,0.3\n", "",
      "scenario.toml:26:9: measures/added/rates: the table has no rate for China's goods of code 6302; "
        + "add the row, with 0 where the rate is 0, or leave the goods out by countries, covers or exempt", in: "rates.csv"),
    MarketMistake(
      "China,63,0.3", "China,63,30",
      "rates.csv:4:10: measures/added/rates/rate: 30: is above 1 and not written as a percentage; "
        + "write it as text: \"30%\" or \"3000%\"", in: "rates.csv"),
    MarketMistake(
      "China,63,0.3", "China,63,-0.3", "rates.csv:4:10: measures/added/rates/rate: -0.3: must be 0 or above", in: "rates.csv"),
    MarketMistake(
      "China,63,0.3", "India,63,0.3",
      "rates.csv:4:1: measures/added/rates/India/63: is already used at rates.csv:3:1", in: "rates.csv"),
    MarketMistake(
      "rates = { file", "countries = [\"Chian\"]\nrates = { file",
      "scenario.toml:26:13: measures/added/countries: Chian: there is no such origin; did you mean \"China\"?"),
    // Sharing by digits.
    MarketMistake(
      "rates = { file = \"rates.csv\" }", "rate = { value = 0.1, perDigits = 2 }",
      "scenario.toml:26:35: measures/added/rate/perDigits: 2: goes only with a number of lines or markets"),
    MarketMistake(
      "substitution = 4", "substitution = { value = 4, perDigits = 1 }",
      "scenario.toml:21:41: markets/defaults/substitution/perDigits: 1: must be 2 or above"),
    MarketMistake(
      "substitution = 4", "substitution = { value = 4, perDigits = 6 }",
      "scenario.toml:16:10: markets/6302/hs: \"6302\": must be of 6 digits or more: substitution states perDigits = 6"),
    // Thresholds.
    MarketMistake(
      "[exports.defaults]", "[run]\nthresholds = [{ outcome = \"market_share_change\", value = 1 }]\n\n[exports.defaults]",
      "scenario.toml:7:27: run/thresholds/1/outcome: \"market_share_change\": is an outcome that this study has no total of"),
  ]
}
