import Distributions
import ScenarioFiles
import TariffModel
import Testing

/// Tables of rates and of exemptions with dates, and remittance by date.
@Suite("Policy by date in scenario files")
struct PolicyTableTests {
  private static let part = "[parameters.part]\nvalue = { uniform = { lower = 0.15, upper = 0.3 } }\n\n"
  private static let periods = "[[periods]]\nname = \"2025\"\nstart = 2025-01-01\nend = 2025-12-31\n\n"

  /// The market scenario in a year, with a table of exemptions.
  private static let files = MarketScenario.files.merging([
    "scenario.toml": MarketScenario.text.replacing(
      "rates = { file = \"rates.csv\" }", with: "rates = { file = \"rates.csv\" }\nexemptions = [\"annex\"]"
    ).replacing("[[measures]]", with: part + periods + "[[exemptions]]\nname = \"annex\"\nfile = \"annex.csv\"\n\n[[measures]]"),
    "annex.csv": annex, "rates.csv": rates,
  ]) { $1 }

  private static let annex = """
    code,share,origin,start,end,source
    630210,0.25,India,,2025-06-30,An annex
    630210,part,India,2025-07-01,,An annex
    6302,,China,2025-11-10,,
    3004,,,,,

    """

  private static let rates = """
    origin,hs,rate,start,end
    Pakistan,all,0.1,2025-04-05,2025-08-06
    Pakistan,all,0.19,2025-08-07,
    India,63,25%,,
    all,63,0.3,2025-02-04,2025-11-09

    """

  private func folder(_ part: String = "", _ replacement: String = "", in file: String = "scenario.toml") throws -> ScenarioFolder
  {
    var files = Self.files
    if !part.isEmpty { files[file] = try #require(files[file]).replacing(part, with: replacement) }
    return try ScenarioFolder(files)
  }

  private func date(_ month: Int, _ day: Int) -> CivilDate? { CivilDate(year: 2025, month: month, day: day) }

  @Test("The rows, their dates, their shares and where they stand")
  func reads() throws {
    let loaded = try folder().load()
    guard case .table(let table) = loaded.study.measures[0].rate else {
      Issue.record("the measure has a table")
      return
    }
    #expect(table.rates == ["India": ["63": 0.25]])
    #expect(
      table.datedRates == [
        "Pakistan": [
          "all": [
            .init(0.1, validity: Validity(start: date(4, 5), end: date(8, 6))),
            .init(0.19, validity: Validity(start: date(8, 7))),
          ]
        ], "all": ["63": [.init(0.3, validity: Validity(start: date(2, 4), end: date(11, 9)))]],
      ])
    #expect(loaded.study.measures[0].exemptionTables == ["annex"])
    let rows = loaded.study.exemptionTables[0].rows
    #expect(
      rows.map(\.path) == [
        "exemptions/annex/630210/India", "exemptions/annex/630210/India/2025-07-01", "exemptions/annex/6302/China/2025-11-10",
      ])
    #expect(rows[0].prefix.share == .constant(0.25, path: rows[0].path + "/share", provenance: Provenance(source: "An annex")))
    #expect(loaded.study.uncertainPaths == ["parameters/part"])
    #expect(loaded.locations[rows[1].path]?.description == "annex.csv:3:1")
    // Medicines are no goods of the study.
    #expect(
      loaded.study.inputNotes == [
        ModelNote(
          scenario: nil,
          subject: .exemptionsWithoutGoods(
            ModelNote.UnmetExemptions(table: "annex", file: "annex.csv", rows: 4, unmet: 1, example: "3004")))
      ])
    #expect(loaded.study.problems().isEmpty)
  }

  @Test("The command line replaces a row's share")
  func overrides() throws {
    let study = try folder().load(overrides: [("exemptions/annex/630210/India/2025-07-01/share", "0.2")]).study
    #expect(study.exemptionTables[0].rows[1].prefix.share?.value == .distribution(.constant(0.2)))
  }

  @Test(
    "One mistake, one message",
    arguments: [
      (
        "annex.csv", "630210,part,India,2025-07-01", "630210,part,India,2025-06-30",
        "annex.csv:3:1: exemptions/annex/630210: shares days with the row of the same origin and code at annex.csv:2:1; remove one of "
          + "the two, or give them dates that do not overlap"
      ),
      (
        "annex.csv", "630210,0.25,", "630210,,",
        "annex.csv:2:1: exemptions/annex/630210/India: 630210: the prefix is longer than the code of line 6302 of India and would never "
          + "match it whole; state its share of the line in the column share"
      ),
      (
        "annex.csv", "630210,0.25,", "630210,25,",
        "annex.csv:2:8: exemptions/annex/share: 25: is above 1 and not written as a percentage; write it as text: \"25%\""
      ),
      (
        "annex.csv", "China,2025-11-10", "China,2025-11-31",
        "annex.csv:4:13: exemptions/annex/start: 2025-11-31: is not a day of the calendar; write year-month-day, as in 2025-08-07"
      ),
      (
        "annex.csv", "2025-07-01,,", "2025-07-02,2025-07-01,",
        "annex.csv:3:30: exemptions/annex/end: 2025-07-01: the first day is after the last; exchange them"
      ),
      ("annex.csv", "code,share", "codes,share", "annex.csv:1:1: exemptions/annex: lacks the key code"),
      (
        "rates.csv", "2025-08-07,", "2025-08-06,",
        "rates.csv:3:1: measures/added/rates/Pakistan/all: shares days with the row of the same origin and code at rates.csv:2:1; "
          + "remove one of the two, or give them dates that do not overlap"
      ),
      (
        "rates.csv", "all,63,0.3,2025-02-04,2025-11-09", "India,63,0.3,2025-02-04,2025-11-09\nChina,63,0,,",
        "rates.csv:5:1: measures/added/rates/India/63: shares days with the row of the same origin and code at rates.csv:4:1; "
          + "remove one of the two, or give them dates that do not overlap"
      ),
      (
        "rates.csv", "all,63,0.3", "all,64,0.3",
        "scenario.toml:38:9: measures/added/rates: the table has no rate for China's goods of code 6302; "
          + "add the row, with 0 where the rate is 0, or leave the goods out by countries, covers or exempt"
      ),
      (
        "scenario.toml", "[\"annex\"]", "[\"anex\"]",
        "scenario.toml:39:14: measures/added/exemptions: anex: there is no such table of exemptions; did you mean \"annex\"?"
      ),
      (
        "scenario.toml", "[\"annex\"]", "[\"annex\", \"annex\"]",
        "scenario.toml:39:24: measures/added/exemptions: \"annex\": is already used at scenario.toml:39:15"
      ),
      ("scenario.toml", "file = \"annex.csv\"\n", "", "scenario.toml:32:1: exemptions/annex: lacks the key file"),
      (
        "scenario.toml", "[\"annex\"]",
        "[\"annex\"]\nremittance = [{ date = 2025-05-01, share = 0.5 }, { date = 2025-05-01, share = 1 }]",
        "scenario.toml:40:80: measures/added/remittance/2025-05-01: 2025-05-01: its date is not after that of the step before; put the "
          + "steps in the order of their dates, each date once"
      ),
      (
        "scenario.toml", "[\"annex\"]", "[\"annex\"]\nremittance = [{ share = 0.5 }]",
        "scenario.toml:40:15: measures/added/remittance/1: lacks the key date"
      ),
      (
        "scenario.toml", "[\"annex\"]", "[\"annex\"]\nremittance = 50",
        "scenario.toml:40:14: measures/added/remittance: 50: is above 1 and not written as a percentage; write it as text: \"50%\""
      ),
    ])
  func mistakes(file: String, part: String, replacement: String, message: String) throws {
    var messages = try folder(part, replacement, in: file).messages()
    // An unknown column is a problem of its own beside the key that it leaves out.
    if part == "code,share" { messages.removeAll { $0.contains("is not a column") } }
    #expect(messages == [message])
  }

  @Test("Steps of a remittance are read with their paths, and one share as before")
  func remittance() throws {
    let steps = "[\"annex\"]\nremittance = [{ date = 2025-04-05, share = 0.5 }, { date = 2025-06-01, share = 1 }]"
    let measure = try folder("[\"annex\"]", steps).load().study.measures[0]
    #expect(measure.remittance == nil && measure.remittanceSteps.map(\.date) == [date(4, 5), date(6, 1)])
    #expect(
      measure.remittanceSteps.map(\.share.path) == ["2025-04-05", "2025-06-01"].map { "measures/added/remittance/\($0)" })
    let plain = try folder("[\"annex\"]", "[\"annex\"]\nremittance = 0.9").load().study.measures[0]
    #expect(plain.remittance == .constant(0.9, path: "measures/added/remittance") && plain.remittanceSteps.isEmpty)
  }
}
