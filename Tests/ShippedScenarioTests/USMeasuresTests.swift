import FoundationEssentials
import ScenarioFiles
import TariffModel
import Testing

/// The law of the United States as the included file has it, line by line on known days.
@Suite("The duties that the United States added")
struct USMeasuresTests {
  /// Duties on one heading on some days.
  struct Case: Sendable, CustomTestStringConvertible {
    var heading: String
    var what: String
    /// The baseline duty.
    var duty: Double
    /// The duty by day and origin.
    var expected: [String: [String: Double]]

    init(_ heading: String, _ what: String, duty: Double, _ expected: [String: [String: Double]]) {
      (self.heading, self.what, self.duty, self.expected) = (heading, what, duty, expected)
    }

    var testDescription: String { "\(heading), \(what)" }
  }

  private static let file = "us-measures.toml"

  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try PackageFiles.data("Scenarios/\(name)"))
  }

  /// The file and the tables that it names.
  private static func included() throws -> [ScenarioFile] {
    let text = String(decoding: try bytes(file), as: UTF8.self)
    let tables = text.matches(of: /file = "([^"]+)"/).map { String($0.output.1) }
    return try [ScenarioFile(name: file, bytes: bytes(file))]
      + Set(tables).sorted().map { ScenarioFile(name: $0, bytes: try bytes($0)) }
  }

  /// A study of one heading of some origins under all measures of the file, on single days.
  private static func study(_ heading: String, duty: Double, origins: [String], days: [String]) throws -> Study {
    let files = try included()
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    let names = text.matches(of: /\[\[measures\]\][^\n]*\nname = "([^"]+)"/).map { "\"\($0.output.1)\"" }
    let suppliers = origins.filter { $0 != "Pakistan" }.map {
      "[[markets.suppliers]]\norigin = \"\($0)\"\nhs = \"\(heading)\"\nvalue = 100\nduty = \(duty)\n"
    }
    let periods = days.map { "[[periods]]\nname = \"\($0)\"\nstart = \($0)\nend = \($0)\n" }
    let scenario = """
      schemaVersion = 1
      title = "Law"
      home = "Pakistan"
      partner = "United States"
      include = ["\(file)"]
      [[exports.lines]]
      id = "\(heading)"
      hs = "\(heading)"
      value = 100
      duty = \(duty)
      response = "market"
      [markets]
      digits = 4
      [markets.defaults]
      response = "armington"
      substitution = 2
      demandElasticity = 1
      \(suppliers.joined())
      \(periods.joined())
      [[scenarios]]
      name = "law"
      measures = [\(names.joined(separator: ", "))]
      """
    // What is not known is set to an end, so that every duty is certain.
    let fixed = ["us-exempt-part", "us-upholstered-part", "us-cabinets-part", "us-brazil-bearing-part", "us-section-301-tier"]
      .filter { text.contains("[parameters.\($0)]") }.map {
        (path: "parameters/\($0)", value: $0 == "us-section-301-tier" ? "0.1" : "0.5")
      }
    return try loadStudy(from: [ScenarioFile(name: "scenario.toml", bytes: Array(scenario.utf8))] + files, overrides: fixed).study
  }

  @Test("Duties of known goods on known days", arguments: cases)
  func duties(_ law: Case) throws {
    let origins = Set(law.expected.values.flatMap(\.keys)).sorted()
    let study = try Self.study(law.heading, duty: law.duty, origins: origins, days: law.expected.keys.sorted())
    var values: [OutcomeKey: Double] = [:]
    for outcome in try CompiledModel(study, outcomes: [.marketImports, .marketDuty]).outcomes {
      if case .certain(let value) = outcome.value { values[outcome.key] = value }
    }
    for (day, duties) in law.expected {
      for (origin, duty) in duties {
        func value(_ outcome: Outcome) throws -> Double {
          try #require(values[OutcomeKey(scenario: "law", period: day, outcome: outcome, slice: .origin(origin))])
        }
        let found = try value(.marketDuty) / value(.marketImports)
        #expect(abs(found - duty) < 1e-12, "\(origin) on \(day): \(found), not \(duty)")
      }
    }
  }

  private static let cases = [
    Case(
      "6302", "linen, 9.1 %: listed nowhere", duty: 0.091,
      [
        "2025-01-15": ["Pakistan": 0.091, "China": 0.091, "European Union": 0.091],
        "2025-02-04": ["Pakistan": 0.091, "China": 0.191],
        "2025-03-04": ["Pakistan": 0.091, "China": 0.291, "Mexico": 0.091 + 0.18 * 0.25, "Canada": 0.091 + 0.35 * 0.25],
        "2025-04-05": [
          "Pakistan": 0.191, "China": 0.391, "European Union": 0.191, "India": 0.191, "Mexico": 0.091 + 0.18 * 0.25,
        ],
        "2025-04-09": ["Pakistan": 0.191, "China": 0.091 + 0.2 + 0.84, "India": 0.191],
        "2025-04-15": ["Pakistan": 0.191, "China": 0.091 + 0.2 + 1.25],
        "2025-05-14": ["China": 0.391],
        "2025-08-06": ["Pakistan": 0.191, "Brazil": 0.191 + 0.5 * 0.4, "Vietnam": 0.191],
        "2025-08-07": [
          "Pakistan": 0.281, "Bangladesh": 0.291, "India": 0.341, "Vietnam": 0.291, "European Union": 0.15, "Japan": 0.15,
          "South Korea": 0.241, "Switzerland": 0.481, "United Kingdom": 0.191, "Egypt": 0.191, "Turkey": 0.241,
          "Canada": 0.091 + 0.35 * 0.35,
        ],
        "2025-08-27": ["India": 0.091 + 0.5], "2026-02-07": ["India": 0.341],
        "2025-11-10": ["China": 0.291], "2025-11-13": ["Switzerland": 0.481, "South Korea": 0.241],
        "2025-11-14": ["Switzerland": 0.15, "South Korea": 0.15],
        "2026-02-19": ["Pakistan": 0.281, "China": 0.291],
        "2026-02-20": ["Pakistan": 0.091, "China": 0.091, "European Union": 0.091, "Brazil": 0.091, "Canada": 0.091],
        "2026-02-23": ["Pakistan": 0.091], "2026-02-24": ["Pakistan": 0.191, "China": 0.191, "European Union": 0.191],
        "2026-07-23": ["Pakistan": 0.191, "Mexico": 0.091 + 0.018, "Canada": 0.091 + 0.035],
        "2026-07-24": [
          "Pakistan": 0.191, "Bangladesh": 0.191, "India": 0.191, "China": 0.216, "Vietnam": 0.216, "European Union": 0.1,
          "South Korea": 0.125, "Switzerland": 0.125, "Jordan": 0.091, "Japan": 0.191, "Mexico": 0.109,
        ], "2026-11-30": ["Pakistan": 0.191, "Turkey": 0.216],
      ]),
    Case(
      "6110", "sweaters, 16 %: above the all-in rates", duty: 0.16,
      [
        "2025-08-07": ["European Union": 0.16, "Pakistan": 0.35], "2025-11-14": ["Switzerland": 0.16],
        "2026-07-24": ["European Union": 0.16, "El Salvador": 0.16, "Nicaragua": 0.16, "Pakistan": 0.26],
      ]),
    Case(
      "3004", "medicines: exempt from the reciprocal duties", duty: 0,
      [
        "2025-04-15": ["India": 0, "Switzerland": 0, "China": 0.2],
        "2025-08-07": ["Switzerland": 0, "India": 0, "European Union": 0],
      ]),
    Case(
      "8471", "computers: exempt from 5 April", duty: 0,
      ["2025-04-15": ["China": 0.2, "Vietnam": 0], "2025-08-27": ["India": 0], "2026-03-01": ["China": 0]]),
    Case("7108", "gold: exempt", duty: 0, ["2025-08-07": ["Switzerland": 0], "2026-03-01": ["Switzerland": 0]]),
    Case(
      "0901", "coffee: exempt from 13 November 2025", duty: 0,
      [
        "2025-11-12": ["Vietnam": 0.2, "Colombia": 0.1], "2025-11-13": ["Vietnam": 0, "Colombia": 0],
        "2026-03-01": ["Vietnam": 0],
      ]),
    Case(
      "7208", "steel: Section 232 in place of the others", duty: 0,
      [
        "2025-03-11": ["European Union": 0], "2025-03-12": ["European Union": 0.25, "China": 0.45],
        "2025-06-04": ["European Union": 0.5, "United Kingdom": 0.25, "South Korea": 0.5],
        "2025-08-07": ["European Union": 0.5, "Canada": 0.5, "Mexico": 0.5, "India": 0.5], "2026-03-01": ["European Union": 0.5],
        "2026-08-01": ["South Korea": 0.5],
      ]),
    Case(
      "8703", "cars, 2.5 %: all in by agreement", duty: 0.025,
      [
        "2025-04-02": ["Japan": 0.025], "2025-04-05": ["Japan": 0.275, "European Union": 0.275],
        "2025-08-01": ["European Union": 0.15, "Japan": 0.275], "2025-09-16": ["Japan": 0.15, "South Korea": 0.275],
        "2025-11-01": ["South Korea": 0.15, "United Kingdom": 0.1],
      ]),
    Case(
      "9403", "furniture: a part of it under Section 232", duty: 0,
      [
        "2025-10-13": ["Vietnam": 0.2], "2025-10-14": ["Vietnam": 0.5 * 0.2 + 0.5 * 0.25],
        "2026-03-01": ["Vietnam": 0.45 * 0.1 + 0.5 * 0.25],
      ]),
    Case("8541", "diodes: exempt in part, half of them here", duty: 0, ["2025-04-15": ["Malaysia": 0.05, "Pakistan": 0.1]]),
  ]
}
