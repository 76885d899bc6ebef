import ScenarioFiles
import TariffModel
import Testing

/// Periods written as a span, and the months' shares of a year.
@Suite("Spans of periods, and seasons")
struct PeriodSpanTests {
  /// The small scenario with a key after its title.
  private func text(_ key: String) throws -> String {
    try #require(SmallScenario.replacing("title = \"Small\"", with: "title = \"Small\"\n\(key)"))
  }

  private func periods(_ span: String) throws -> [Period] {
    try ScenarioFolder(["scenario.toml": text("periods = \"\(span)\"")]).load().study.periods
  }

  @Test("Months, quarters and years of the calendar, with the names by which they are known")
  func rhythms() throws {
    let months = try periods("2023-11..2024-03 monthly")
    #expect(months.map(\.name) == ["2023-11", "2023-12", "2024-01", "2024-02", "2024-03"])
    #expect(months.map(\.start.description) == ["2023-11-01", "2023-12-01", "2024-01-01", "2024-02-01", "2024-03-01"])
    #expect(months.map(\.end.description) == ["2023-11-30", "2023-12-31", "2024-01-31", "2024-02-29", "2024-03-31"])
    #expect(try periods("2025-01..2026-12 monthly").count == 24)
    let quarters = try periods("2025-04..2026-03 quarterly")
    #expect(quarters.map(\.name) == ["2025 Q2", "2025 Q3", "2025 Q4", "2026 Q1"])
    #expect(quarters.last?.start.description == "2026-01-01" && quarters.last?.end.description == "2026-03-31")
    let years = try periods("2025..2026 yearly")
    #expect(years == (try periods("2025-01..2026-12 yearly")) && years.map(\.name) == ["2025", "2026"])
    #expect(try periods("2025..2025 quarterly").map(\.name) == ["2025 Q1", "2025 Q2", "2025 Q3", "2025 Q4"])
  }

  @Test("A span is the list that it stands for")
  func likeList() throws {
    let list = "[[periods]]\nname = \"2025-02\"\nstart = 2025-02-01\nend = 2025-02-28\n\n[[scenarios]]"
    let stated = try ScenarioFolder(["scenario.toml": try #require(SmallScenario.replacing("[[scenarios]]", with: list))]).load()
    #expect(try periods("2025-02..2025-02 monthly") == stated.study.periods)
  }

  @Test(
    "One mistake, one message",
    arguments: [
      ("2025-01..2026-12", Texts.expected), ("2025-01..2026-12 weekly", Texts.expected),
      ("2025-01-2026-12 monthly", Texts.expected),
      ("2025-1..2026-12 monthly", Texts.expected), ("2025-13..2026-12 monthly", Texts.expected), ("monthly", Texts.expected),
      ("2025-01.. monthly", Texts.expected), ("2025-01..2025-02..2025-03 monthly", Texts.expected),
      ("2026-01..2025-12 monthly", "the first day is after the last; exchange them"),
      ("2025-02..2025-04 quarterly", "must be whole quarters, which begin in January, April, July and October"),
      ("2025-01..2025-05 quarterly", "must be whole quarters, which begin in January, April, July and October"),
      ("2025-07..2026-06 yearly", "must be whole years, January to December"),
      ("1000..2000 monthly", "must be 1200 periods or fewer"),
    ])
  func mistakes(span: String, rule: String) throws {
    let messages = try ScenarioFolder(["scenario.toml": text("periods = \"\(span)\"")]).messages()
    #expect(messages == ["scenario.toml:3:11: periods: \"\(span)\": \(rule)"])
  }

  /// The small scenario in the months of 2025, its lines in a group, with what follows.
  private func seasonal(_ section: String) throws -> ScenarioFolder {
    let text = try text("periods = \"2025..2025 monthly\"").replacing("hs = \"6302\"", with: "hs = \"6302\"\ngroup = \"Linen\"")
    return try ScenarioFolder(["scenario.toml": text + "\n" + section])
  }

  @Test("Shares of the months, by default and by group")
  func seasons() throws {
    let study = try seasonal("[seasonal]\ndefault = \(Texts.seasons)\n[seasonal.groups]\nLinen = \(Texts.seasons)\n").load().study
    let shares = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05]
    let found = try #require(study.seasonality)
    for months in [try #require(found.standard), try #require(found.byGroup["Linen"])] {
      // The sum is 1 to rounding, and is divided by.
      #expect(zip(months, shares).allSatisfy { abs($0 - $1) < 1e-15 } && abs(months.reduce(0, +) - 1) < 1e-15)
    }
    #expect(study.problems().isEmpty)
  }

  @Test(
    "One mistake in the shares, one message",
    arguments: [
      ("default = [0.5, 0.5]", "41:11: seasonal/default: must be 12 shares, from January to December: there are 2"),
      (
        "default = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]",
        "41:11: seasonal/default: must be 12 shares that sum to 1: these sum to 1.2"
      ),
      ("default = 1", "41:11: seasonal/default: 1: is not a list"),
      (
        "groups = { Linnen = \(Texts.seasons) }",
        "41:21: seasonal/groups/Linnen: Linnen: there is no such group of lines; did you mean \"Linen\"?"
      ),
      (
        "default = [-0.1, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05]",
        "41:12: seasonal/default: -0.1: must be 0 or above"
      ),
    ])
  func seasonalMistakes(key: String, message: String) throws {
    #expect(try seasonal("[seasonal]\n\(key)\n").messages() == ["scenario.toml:\(message)"])
  }

  @Test("A period's own share cannot stand beside those of the months")
  func bothShares() throws {
    let period = "[[periods]]\nname = \"q\"\nstart = 2025-01-01\nend = 2025-03-31\nshare = 0.3\n\n[[scenarios]]"
    let text = try #require(SmallScenario.replacing("[[scenarios]]", with: period)) + "\n[seasonal]\ndefault = \(Texts.seasons)\n"
    #expect(
      try ScenarioFolder(["scenario.toml": text]).messages() == [
        "scenario.toml:37:9: periods/q/share: cannot stand beside [seasonal]"
      ])
  }
}

private enum Texts {
  static let expected =
    "is not a list of periods, nor a span of months or years with one of monthly, quarterly, yearly; "
    + "write \"2025-01..2026-12 monthly\", with months of your own"

  static let seasons = "[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05]"
}
