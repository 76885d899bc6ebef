import Distributions
import TariffModel
import Testing

@Suite("A row of totals among lines")
struct TotalNoteTests {
  private func notes(_ values: [Double], isDrawn: Bool = false) throws -> [ModelNote.Subject] {
    var study = StudyFixture().study
    let line = study.exports[0]
    study.exports = try values.enumerated().map { index, value in
      var copy = line
      copy.id = "line \(index)"
      let law = isDrawn ? try Distribution.uniform(lower: 0.9 * value, upper: 1.1 * value) : .constant(value)
      copy.baseValue = Quantity(.distribution(law), path: "exports/line \(index)/value")
      return copy
    }
    return study.notes.map(\.subject).filter { $0.kind == "lineIsSumOfOthers" }
  }

  @Test(
    "is noted, rounded too, wherever it stands",
    arguments: [[100.0, 50, 30, 180], [180, 100, 50, 30], [100.04, 50.03, 180.1, 30.02]])
  func told(values: [Double]) throws {
    let place = try #require(values.indices.max { values[$0] < values[$1] })
    #expect(try notes(values) == [.lineIsSumOfOthers(path: "exports/line \(place)")])
  }

  @Test("is not seen in three lines, in sums that miss, in values that are drawn and in nothing")
  func untold() throws {
    #expect(try notes([100, 50, 150]).isEmpty)
    #expect(try notes([100, 50, 30, 181]).isEmpty)
    #expect(try notes([100, 50, 30, 180], isDrawn: true).isEmpty)
  }
}
