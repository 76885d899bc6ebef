import Analysis
import Simulation
import TariffModel
import Testing

@Suite("Notes on what is asked for")
struct PlanNoteTests {
  @Test(
    "Percentiles that are all at most 1 were probably meant as fractions",
    arguments: [
      ([0.05, 0.95], true), ([0, 0.5, 1], true), ([0.5, 5, 50], false), ([1], false), ([0], false), ([5, 95], false),
    ])
  func fractions(percentiles: [Double], isNoted: Bool) {
    let notes = Plan(percentiles: percentiles).notes
    #expect(notes == (isNoted ? [ModelNote(scenario: nil, subject: .percentilesAsFractions(percentiles))] : []))
  }
}
