import Distributions
import TariffModel
import Testing

@Suite("Notes beside the numbers")
struct NoteTests {
  private func notes(_ fixture: StudyFixture) throws -> [ModelNote] { try CompiledModel(fixture.study).notes }

  @Test("A measure on every origin is noted beside its scenario")
  func universalTariff() throws {
    var fixture = StudyFixture()
    #expect(try notes(fixture) == [ModelNote(scenario: "policy", subject: .ownPriceUnderUniversalTariff(measure: "tariff"))])
    fixture.study.measures[0].countries = ["Home"]
    #expect(try notes(fixture).isEmpty)
  }

  @Test("Defaults that carry weight are said")
  func defaults() throws {
    var fixture = StudyFixture()
    fixture.study.measures[0].countries = ["Home"]
    fixture.addImport(value: 1, tariff: 0)
    #expect(
      try notes(fixture) == [
        ModelNote(scenario: nil, subject: .importAdditionalityAssumed(lines: 1)),
        ModelNote(scenario: nil, subject: .cifFactorAssumed),
      ])
    fixture.study.cifFactor = number(1)
    fixture.study.imports[0].additionality = .share(number(1))
    #expect(try notes(fixture).isEmpty)
  }

  @Test("Redirection beside a finite supply elasticity is noted")
  func redirection() throws {
    var fixture = StudyFixture(
      response: .constantElasticity(.demandAndSupply(elasticity: number(1), supply: .finite(number(2)))))
    fixture.study.measures[0].countries = ["Home"]
    fixture.study.exports[0].redirection = number(0.1)
    #expect(try notes(fixture) == [ModelNote(scenario: nil, subject: .redirectionWithFiniteSupply(lines: 1))])
    // A pass-through under 1 implies a supply elasticity; a full one, or nothing redirected, does not.
    for (passThrough, share, count) in [(0.8, 0.1, 1), (1, 0.1, 0), (0.8, 0, 0)] {
      fixture.study.exports[0].response = .ownPrice(
        .constantElasticity(.demandAndPassThrough(elasticity: number(1), passThrough: number(passThrough))))
      fixture.study.exports[0].redirection = number(share)
      #expect(try notes(fixture).count == count)
    }
  }

  @Test("Dates without periods are noted")
  func dates() throws {
    var fixture = StudyFixture()
    fixture.study.measures[0].countries = ["Home"]
    fixture.study.measures[0].validity.start = CivilDate(year: 2025, month: 8, day: 7)
    #expect(try notes(fixture) == [ModelNote(scenario: nil, subject: .datesWithoutPeriods)])
  }

  @Test("Measures and cuts that act in no period are noted, with their dates and their steps")
  func neverActs() throws {
    var fixture = StudyFixture()
    fixture.study.measures[0].countries = ["Home"]
    fixture.study.cifFactor = number(1)
    fixture.addImport(value: 1, tariff: 0.1, additionality: 1)
    fixture.study.periods = [Period(name: "p", start: try day(2025, 1, 1), end: try day(2025, 3, 31))]
    fixture.study.measures[0].validity = Validity(start: try day(2024, 1, 1), end: try day(2024, 12, 31))
    fixture.study.tariffCuts = [
      TariffCut(name: "cut", rule: .share(number(1)), validity: Validity(start: try day(2025, 4, 1)))
    ]
    let step = PhaseInStep(date: try day(2025, 4, 1), share: number(1))
    fixture.study.barrierCuts = [BarrierCut(name: "barrier", share: number(1), phaseIn: [step])]
    #expect(
      try notes(fixture) == ["tariff", "cut", "barrier"].map { ModelNote(scenario: nil, subject: .neverActs(name: $0)) })
    // One day of each is enough.
    fixture.study.measures[0].validity.end = try day(2025, 1, 1)
    fixture.study.tariffCuts[0].validity.start = try day(2025, 3, 31)
    fixture.study.barrierCuts[0].phaseIn = [PhaseInStep(date: try day(2025, 3, 31), share: number(1))]
    #expect(try notes(fixture).isEmpty)
  }

  @Test("The same distribution in two scenarios is drawn twice, and said")
  func repeatedScale() throws {
    var fixture = StudyFixture()
    fixture.study.measures[0].countries = ["Home"]
    let scale = Quantity.Value.distribution(try .uniform(lower: 0.5, upper: 1))
    fixture.study.scenarios = ["a", "b"].map { name in
      let path = "scenarios/\(name)/measures/tariff"
      return PolicyScenario(name: name, measures: [PolicyScenario.Use("tariff", scale: Quantity(scale, path: path))])
    }
    #expect(
      try notes(fixture) == [ModelNote(scenario: nil, subject: .sameDistributionInScenarios(first: "a", second: "b"))])
  }

  @Test("A file whose layers earlier versions stacked otherwise is noted, one note a scenario")
  func stackedByParts() throws {
    func changes(_ edit: (inout Study) -> Void) throws -> [ModelNote.StackChange] {
      var fixture = StudyFixture()
      fixture.study.measures = ["a", "b"].map { TariffMeasure(name: $0, rate: number(0.2), countries: ["Home"]) }
      fixture.study.scenarios[0].measures = ["a", "b"].map { PolicyScenario.Use($0) }
      edit(&fixture.study)
      let notes = try notes(fixture)
      guard let note = notes.first else { return [] }
      #expect(notes.count == 1 && note.scenario == "policy")
      guard case .stackedByParts(let changes) = note.subject else { return [] }
      return changes
    }
    #expect(try changes { _ in }.isEmpty)
    #expect(try changes { $0.measures[0].coverage = number(0.5) }.isEmpty)
    #expect(try changes { $0.measures[1].stacking = .floor } == [ModelNote.StackChange(.floorBesideOthers, measure: "b")])
    // Alone, beside what drops it, or written in the new words it is what it was.
    let alone = try changes {
      $0.measures[1].stacking = .floor
      $0.scenarios[0].measures.removeFirst()
    }
    let dropped = try changes {
      $0.measures[0].stacking = .replace
      $0.measures[1].stacking = .floor
    }
    #expect(try alone.isEmpty && dropped.isEmpty && changes { $0.measures[1].isInclusive = true }.isEmpty)
    for stacking in [Stacking.replace, .exclusive(group: "g", priority: 1, choice: .highest)] {
      let partial = try changes {
        $0.measures[0].stacking = stacking
        $0.measures[0].coverage = number(0.5)
      }
      #expect(partial == [ModelNote.StackChange(.shareOfValue, measure: "a")])
    }
    for (rates, count) in [([0.2, 0.2], 0), ([0, 0.2], 1), ([0.2, 0], 0)] {
      let zero = try changes {
        for index in 0..<2 {
          $0.measures[index].rate = .uniform(number(rates[index]))
          $0.measures[index].stacking = .exclusive(group: "g", priority: index, choice: .lowestPriority)
        }
      }
      #expect(zero == [ModelNote.StackChange(.zeroRate, measure: "a")].prefix(count).map { $0 })
    }
  }
}
