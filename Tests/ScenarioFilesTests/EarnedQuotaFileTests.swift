import Distributions
import ScenarioFiles
import TariffModel
import Testing

/// Quotas that purchases earn, in scenario files.
@Suite("Earned quotas in a scenario file")
struct EarnedQuotaFileTests {
  private func text(_ keys: String) throws -> String {
    let quota = "[[quotas]]\nname = \"q\"\n\(keys)\n\n[[scenarios]]"
    return try #require(SmallScenario.replacing("[[scenarios]]", with: quota))
      .replacing("commitments = [\"cotton\"]", with: "commitments = [\"cotton\"]\nquotas = [\"q\"]")
  }

  private static let least = "quantity = { of = \"cotton\", times = 5 }\nwaives = [\"reciprocal\"]\nholder = \"exporter\""

  @Test("All keys, and those that are absent")
  func reads() throws {
    let all = """
      quantity = { of = "cotton", counts = "increment", times = "4 to 6", before = 30 }
      waives = ["reciprocal"]
      eligible = 0.25
      covers = ["63"]
      holder = "importer"
      """
    let times = Quantity(.distribution(try .lognormal(low: 4, high: 6, probability: 0.9)), path: "quotas/q/quantity/times")
    #expect(
      try ScenarioFolder(["scenario.toml": text(all)]).load().study.earnedQuotas == [
        EarnedQuota(
          name: "q",
          earning: QuotaEarning(
            commitment: "cotton", counted: .increment, times: times, before: .constant(30, path: "quotas/q/quantity/before")),
          waives: ["reciprocal"], eligibleShare: .constant(0.25, path: "quotas/q/eligible"),
          covers: [CodePrefix(digits: "63")], holder: .importer)
      ])
    let least = try ScenarioFolder(["scenario.toml": text(Self.least)]).load().study
    #expect(least.quotas.isEmpty && least.earnedQuotas[0].earning.counted == .imports)
    #expect(least.earnedQuotas[0].earning.lagDays == 0 && least.earnedQuotas[0].eligibleShare == nil)
  }

  @Test("A number with its source is no table of purchases")
  func numbers() throws {
    let stated = "quantity = { value = 50, source = \"A text\" }\ninQuotaRate = 0\noutOfQuotaRate = 0.2\nholder = \"exporter\""
    let study = try ScenarioFolder(["scenario.toml": text(stated)]).load().study
    #expect(study.earnedQuotas.isEmpty && study.quotas.count == 1)
  }

  @Test(
    "One mistake, one message",
    arguments: [
      ("of = \"cotton\"", "of = \"coton\"", "there is no such commitment; did you mean \"cotton\"?"),
      ("[\"reciprocal\"]", "[\"recipocal\"]", "there is no such measure; did you mean \"reciprocal\"?"),
      ("waives = [\"reciprocal\"]\n", "", "lacks the key waives"),
      (", times = 5", "", "lacks the key times"),
      ("times = 5", "times = -5", "every value must lie in [0, ∞)"),
      ("times = 5", "times = 5, lag = -1", "must be 0 or above"),
      ("times = 5", "times = 5, lag = 30", "it counts days, and the study has no periods; state [[periods]]"),
      ("times = 5", "times = 5, counts = \"import\"", "did you mean imports?"),
      ("holder = \"exporter\"", "holder = \"exporter\"\ninQuotaRate = 0", "cannot stand beside a quantity that purchases earn"),
      (
        "quantity = { of = \"cotton\", times = 5 }", "quantity = 50\ninQuotaRate = 0\noutOfQuotaRate = 0.1",
        "goes only with a quantity that purchases earn"
      ),
    ])
  func mistakes(part: String, replacement: String, end: String) throws {
    let messages = try ScenarioFolder(["scenario.toml": text(Self.least.replacing(part, with: replacement))]).messages()
    #expect(messages.count == 1 && messages.allSatisfy { $0.hasSuffix(end) }, "\(messages)")
  }

  @Test("Periods follow one another, and the counted imports have a line")
  func rules() throws {
    let gap =
      Self.least + "\n\n[[periods]]\nname = \"a\"\nstart = 2026-01-01\nend = 2026-03-31\n\n"
      + "[[periods]]\nname = \"b\"\nstart = 2026-05-01\nend = 2026-06-30"
    let messages = try ScenarioFolder(["scenario.toml": text(gap)]).messages()
    #expect(
      messages.count == 1 && messages.allSatisfy { $0.contains("it does not begin on the day after a ends") }, "\(messages)")
    let lineless = try text(Self.least).replacing("importLine = \"5201\"\n", with: "")
    #expect(
      try ScenarioFolder(["scenario.toml": lineless]).messages().map {
        $0.contains("has no import line whose imports could count")
      }
        == [true])
  }
}
