import ScenarioFiles
import TariffModel
import TestSupport
import Testing
import VectorMath

/// Order lags, growth and noise together, from the file to each draw.
@Suite("Eight quarters as they will be counted")
struct ForecastScenarioTests {
  @Test("Every outcome of every period is that of an independent program, draw by draw")
  func agreesWithIndependentProgram() throws {
    let study = try loadStudy(at: PackageFiles.path("Tests/ShippedScenarioTests/Reference/forecast.toml"), overrides: []).study
    let model = try CompiledModel(study, reportsLines: true)
    let draws = outputs(of: model.program, draws: 512, seed: 5, kernels: KernelChoice(.detected))
    let values = Dictionary(uniqueKeysWithValues: model.outcomes.map { ($0.key, $0.value) })
    let data = try PackageFiles.data("Tests/ShippedScenarioTests/Reference/forecast_reference.csv")
    let rows = String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    // Four draws, five periods.
    #expect(rows.count == 4 * 5 * 16)
    for row in rows {
      let (draw, name) = (try #require(Int(row[0])), String(row[3]))
      let slice: OutcomeSlice = name == "total" ? .total : study.exports.contains { $0.id == name } ? .line(name) : .origin(name)
      let key = OutcomeKey(
        scenario: "now", period: String(row[1]), outcome: try #require(Outcome(rawValue: String(row[2]))), slice: slice)
      let value: Double? =
        switch values[key] {
        case .certain(let value): value
        case .column(let number, let scale, let offset): draws[number][draw] * scale + offset
        case .undefined, nil: nil
        }
      let (found, reference) = (try #require(value, "\(key)"), try #require(Double(row[4])))
      #expect(abs(found - reference) <= 1e-10 * max(abs(reference), 100), "\(key): \(found), reference \(reference)")
    }
  }
}
