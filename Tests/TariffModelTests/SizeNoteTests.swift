import Distributions
import TariffModel
import Testing

@Suite("Numbers whose unit is in doubt")
struct SizeNoteTests {
  private func notes(_ study: Study) throws -> [ModelNote.Subject] {
    try CompiledModel(study).notes.map(\.subject).filter { $0.kind == "unusualSize" }
  }

  @Test(
    "A rate above 1,000 %, more than the world's trade, an elasticity above 1,000 and 10¹² of anything",
    arguments: [
      ("cap", 10_000, UnusualSize.rate), ("cap", 10.5, .rate), ("base", 1e15, .money), ("elasticity", 1001, .elasticity),
      ("growthOfAnything", 2e12, .number),
    ] as [(String, Double, UnusualSize)])
  func told(key: String, value: Double, size: UnusualSize) throws {
    for isDrawn in [false, true] {
      var study = StudyFixture().study
      let quantity = Quantity(
        .distribution(isDrawn ? try .uniform(lower: value * 0.999, upper: value * 1.001) : .constant(value)), path: "a/\(key)")
      switch key {
      case "cap": study.exports[0].baseDuty = quantity
      case "base": study.exports[0].baseValue = quantity
      case "elasticity": study.exports[0].response = .ownPrice(.constantElasticity(.demand(elasticity: quantity)))
      default: study.parameters["p"] = quantity
      }
      let found = try notes(study)
      guard found.count == 1, case .unusualSize("a/\(key)", let told, size) = found[0] else {
        Issue.record("\(key): \(found)")
        continue
      }
      #expect((told - value).magnitude <= 1e-12 * value)
    }
  }

  @Test("What is usual is not noted")
  func usual() throws {
    var study = StudyFixture().study
    study.exports[0].baseValue = number(500_000, "exports/1/value")
    study.exports[0].baseDuty = number(9.9, "exports/1/duty")
    study.exports[0].response = .ownPrice(.constantElasticity(.demand(elasticity: number(80, "exports/1/elasticity"))))
    // Far ends alone say nothing.
    study.parameters["p"] = Quantity(
      .distribution(try .studentT(degreesOfFreedom: 1, location: 0, scale: 1)), path: "parameters/p")
    #expect(try notes(study).isEmpty)
  }

  @Test("A parameter tells in the place that names it what it amounts to there")
  func parameter() throws {
    var study = StudyFixture().study
    study.parameters["p"] = number(3, "parameters/p")
    study.exports[0].baseDuty = Quantity(.parameter(name: "p", times: 100), path: "exports/1/cap")
    #expect(try notes(study) == [.unusualSize(path: "exports/1/cap", value: 300, .rate)])
  }
}
