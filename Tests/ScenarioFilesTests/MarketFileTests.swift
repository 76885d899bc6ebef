import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("Markets in scenario files")
struct MarketFileTests {
  private func loaded(
    _ part: String = "digits = 4", with other: String = "digits = 4", in name: String = "scenario.toml",
    overrides: [(path: String, value: String)] = []
  ) throws -> Study {
    let files = try #require(MarketScenario.replacing(part, with: other, in: name))
    return try ScenarioFolder(files).load(overrides: overrides).study
  }

  @Test("One mistake, one message", arguments: MarketMistake.all)
  func mistake(_ mistake: MarketMistake) throws {
    let files = try #require(
      MarketScenario.replacing(mistake.part, with: mistake.replacement, in: mistake.file), "the part must be there once")
    #expect(try ScenarioFolder(files).messages() == [mistake.message])
  }

  @Test("The market, its suppliers and the rates")
  func reads() throws {
    let study = try loaded()
    #expect(
      study.markets == [
        Market(
          hs: "6302",
          response: .armington(
            substitution: .constant(4, path: "markets/6302/substitution"),
            demand: .constant(1, path: "markets/6302/demandElasticity")))
      ])
    let census = Provenance(source: "Census")
    #expect(
      study.suppliers.first
        == Supplier(
          origin: "India", hs: "6302",
          baseValue: .constant(300, path: "markets/suppliers/6302/India/value", provenance: census),
          baseDuty: .constant(0.08, path: "markets/suppliers/6302/India/duty", provenance: census)))
    let rates = ["Pakistan": ["63": 0.19], "India": ["63": 0.25], "China": ["63": 0.3]]
    #expect(study.measures[0].rate == .table(RateTable(rates: rates)))
  }

  @Test("Digits make a market for every code of lines and suppliers; listed markets go before those of fewer digits")
  func digits() throws {
    let more = """
      digits = 4
      [[markets.suppliers]]
      origin = "Viet Nam"
      hs = "610910"
      value = 5
      duty = 0
      [[markets.suppliers]]
      origin = "China"
      hs = "6109"
      value = 5
      duty = 0
      """
    let scenario = MarketScenario.text.replacing("digits = 4\n", with: "").replacing(
      "[markets.defaults]", with: more.replacing("digits = 4\n", with: "") + "\n[markets.defaults]")
    func codes(_ head: String) throws -> [String] {
      var files = MarketScenario.files
      files["scenario.toml"] = scenario.replacing("[markets]\n", with: head).replacing(
        "rates = { file = \"rates.csv\" }", with: "rate = 0.1")
      return try ScenarioFolder(files).load().study.markets.map(\.hs)
    }
    #expect(try codes("[markets]\ndigits = 4\n") == ["6109", "6302"])
    #expect(try codes("[markets]\ndigits = 2\n") == ["61", "63"])
    #expect(try codes("[markets]\ndigits = 4\nlist = [{ hs = \"610910\" }]\n") == ["610910", "6109", "6302"])
    #expect(try codes("[markets]\nlist = [{ hs = \"61\" }, { hs = \"6302\" }]\n") == ["61", "6302"])
  }

  @Test("A template draws a number for each market, or one for all whose codes begin alike")
  func templates() throws {
    let template = "substitution = { lognormal = { mean = 4, sd = 1 } SHARED }"
    let suppliers = MarketScenario.suppliers + "India,6303,10,0\nIndia,6402,10,0\n"
    func paths(_ shared: String) throws -> [String] {
      var files = try #require(
        MarketScenario.replacing("substitution = 4", with: template.replacing("SHARED", with: shared)))
      files["suppliers.csv"] = suppliers
      files["rates.csv"] = MarketScenario.rates + "India,64,0\n"
      let study = try ScenarioFolder(files).load().study
      #expect(study.problems().isEmpty)
      return study.uncertainPaths
    }
    #expect(try paths("") == ["6302", "6303", "6402"].map { "markets/\($0)/substitution" })
    #expect(try paths(", perDigits = 2") == ["63", "64"].map { "markets/\($0)/substitution" })
    #expect(try paths(", perDigits = 4") == ["6302", "6303", "6402"].map { "markets/\($0)/substitution" })
  }

  @Test("Export lines share a number by the digits of their codes too, and the command line replaces it for all")
  func sharedByLines() throws {
    let template = "[exports.defaults]\nelasticity = { uniform = { lower = 1, upper = 2 }, perDigits = 2 }\n\n[[exports.lines]]"
    let more = "\nid = \"b\"\nhs = \"6305\"\nvalue = 1\nduty = 0\n[[exports.lines]]"
    let text = try #require(
      SmallScenario.replacing("[[exports.lines]]", with: template + more)?.replacing("elasticity = 1.2\n", with: ""))
    let folder = try ScenarioFolder(["scenario.toml": text])
    #expect(try folder.load().study.uncertainPaths == ["parameters/demand", "exports/63/elasticity"])
    let fixed = try folder.load(overrides: [("exports/63/elasticity", "1.5")]).study
    for line in fixed.exports {
      guard case .ownPrice(.constantElasticity(.demand(let elasticity))) = line.response else {
        Issue.record("line \(line.id) states an elasticity")
        return
      }
      #expect(elasticity.value == .distribution(.constant(1.5)))
    }
    let unknown = folder.messages(overrides: [("exports/6302/elasticity", "1.5")])
    #expect(unknown.count == 1 && unknown[0].contains("names no number of the study"), "\(unknown)")
  }

  @Test("The command line replaces a supplier's value, and rates can be percentages")
  func overrides() throws {
    let study = try loaded(overrides: [("markets/suppliers/6302/India/value", "7"), ("markets/6302/substitution", "3")])
    #expect(study.suppliers[0].baseValue.value == .distribution(.constant(7)))
    guard case .armington(let substitution, _) = study.markets[0].response else {
      Issue.record("the market is Armington")
      return
    }
    #expect(substitution.value == .distribution(.constant(3)))
  }

  @Test("The partner's own production needs no duty, by a row or by the column's absence")
  func ownProduction() throws {
    for (rows, isRefused) in [
      ("origin,hs,value,duty\nIndia,6302,300,8%\nUnited States,6302,50,\n", false),
      ("origin,hs,value\nUnited States,6302,50\n", false),
      ("origin,hs,value,duty\nIndia,6302,300,\nUnited States,6302,50,0\n", true),
    ] {
      let text = MarketScenario.text.replacing("rates = { file = \"rates.csv\" }", with: "rate = 0.1")
      let folder = try ScenarioFolder(["scenario.toml": text, "suppliers.csv": rows])
      guard !isRefused else {
        #expect(folder.messages() == ["suppliers.csv:2:1: markets/suppliers/6302/India: lacks the key duty"])
        continue
      }
      let study = try folder.load().study
      let own = try #require(study.suppliers.last)
      #expect(own.origin == "United States" && own.baseDuty.value == .distribution(.constant(0)))
    }
  }
}
