import TariffModel
import Testing

@Suite("Tariff measures")
struct TariffStackTests {
  /// The duty rate on a line of duty 5 % under some measures, all in one scenario.
  private func rate(_ measures: [TariffMeasure], hs: String = "6302", edit: (inout Study) -> Void = { _ in }) throws -> Double {
    var fixture = StudyFixture(duty: 0.05)
    fixture.study.exports[0].hs = hs
    fixture.study.measures = measures
    fixture.study.scenarios[0].measures = measures.map { PolicyScenario.Use($0.name) }
    edit(&fixture.study)
    return try fixture.outcome(.effectiveTariffRate)
  }

  private func layer(_ name: String, _ rate: Double, _ stacking: Stacking = .add) -> TariffMeasure {
    TariffMeasure(name: name, rate: number(rate), stacking: stacking)
  }

  @Test("Layers add to the baseline duty")
  func add() throws {
    #expect(isClose(try rate([layer("a", 0.1), layer("b", 0.25)]), 0.4))
  }

  @Test("Of an exclusive group the lowest priority is kept")
  func exclusivePriority() throws {
    let group = [
      layer("a", 0.1, .exclusive(group: "g", priority: 2, choice: .lowestPriority)),
      layer("b", 0.2, .exclusive(group: "g", priority: 1, choice: .lowestPriority)), layer("c", 0.3),
    ]
    #expect(isClose(try rate(group), 0.55))
  }

  @Test("Of an exclusive group that chooses the highest, the highest rate is kept, with its remittance")
  func exclusiveHighest() throws {
    var high = layer("b", 0.2, .exclusive(group: "g", priority: 0, choice: .highest))
    high.remittance = number(0.5)
    let low = layer("a", 0.1, .exclusive(group: "g", priority: 0, choice: .highest))
    for measures in [[low, high], [high, low]] {
      #expect(isClose(try rate(measures), 0.25))
      var fixture = StudyFixture(duty: 0.05)
      fixture.study.measures = measures
      fixture.study.scenarios[0].measures = measures.map { PolicyScenario.Use($0.name) }
      let revenue = try fixture.outcome(.exportRevenue)
      #expect(isClose(try fixture.outcome(.partnerTariffRevenue), revenue * (0.05 + 0.2 * 0.5)))
    }
  }

  @Test("An inclusive rate tops the baseline up, never lowers it, and leaves other layers on top")
  func inclusive() throws {
    var inclusive = layer("inclusive", 0.15)
    inclusive.isInclusive = true
    for top in [layer("floor", 0.15, .floor), inclusive] {
      #expect(isClose(try rate([top]), 0.15))
      #expect(isClose(try rate([layer("a", 0.2), top]), 0.35))
      #expect(isClose(try rate([top, layer("a", 0.02)]), 0.17))
      var half = top
      half.coverage = number(0.5)
      #expect(isClose(try rate([half]), 0.1))
    }
    inclusive.rate = .uniform(number(0.03))
    #expect(try rate([inclusive]) == 0.05)
  }

  @Test("A replacement or a preference on half of the value leaves the rest as it was")
  func partialReplacement() throws {
    var replacing = layer("r", 0.01, .replace)
    replacing.coverage = number(0.5)
    #expect(isClose(try rate([replacing]), 0.03))
    #expect(isClose(try rate([replacing, layer("a", 0.1)]), 0.08))
    let preference = layer("p", 0, .preference)
    #expect(isClose(try rate([preference, layer("f", 0.15, .floor)]), 0.15))
    #expect(isClose(try rate([preference, layer("f", 0.15, .floor), layer("a", 0.25)]), 0.4))
  }

  @Test("A layer is ahead on its part of the value only, and not at all where its rate is 0")
  func exclusiveParts() throws {
    var first = layer("first", 0.5, .exclusive(group: "g", priority: 1, choice: .lowestPriority))
    first.coverage = number(0.4)
    var second = layer("second", 0.25, .exclusive(group: "g", priority: 2, choice: .lowestPriority))
    #expect(isClose(try rate([first, second]), 0.05 + 0.35))
    // On the same part nothing is left to the second.
    first.part = "metal"
    second.part = "metal"
    second.coverage = number(0.4)
    #expect(isClose(try rate([first, second]), 0.05 + 0.2))
    first.rate = .uniform(number(0))
    #expect(isClose(try rate([first, second]), 0.05 + 0.1))
  }

  @Test("A replacement drops all else, the baseline too")
  func replace() throws {
    #expect(isClose(try rate([layer("a", 0.2), layer("r", 0.03, .replace), layer("f", 0.9, .floor)]), 0.03))
  }

  @Test("Coverage scales the rate in price, response and revenue; remittance only the revenue")
  func coverageAndRemittance() throws {
    var measure = layer("a", 0.4)
    measure.coverage = number(0.5)
    #expect(isClose(try rate([measure]), 0.25))
    measure.coverage = nil
    measure.remittance = number(0.5)
    var fixture = StudyFixture(duty: 0.05)
    fixture.study.measures = [measure]
    fixture.study.scenarios[0].measures = [PolicyScenario.Use("a")]
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.45))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue), try fixture.outcome(.exportRevenue) * 0.25))
  }

  @Test("The longest prefix over coverage and exemptions decides")
  func prefixes() throws {
    var measure = layer("a", 0.2)
    measure.covers = [CodePrefix(digits: "63")]
    measure.exemptions = [CodePrefix(digits: "6302")]
    func withOther(_ study: inout Study) {
      // A second line keeps every prefix in use.
      study.exports.append(study.exports[0])
      study.exports[1].id = "2"
      study.exports[1].hs = "6301"
      study.exports[1].baseValue = number(0)
    }
    #expect(isClose(try rate([measure], edit: withOther), 0.05))
    measure.exemptions = [CodePrefix(digits: "6301")]
    #expect(isClose(try rate([measure], edit: withOther), 0.25))
  }

  @Test("A prefix finer than the line counts with its share")
  func finerPrefixes() throws {
    var measure = layer("a", 0.2)
    measure.covers = [CodePrefix(digits: "630210", share: number(0.25)), CodePrefix(digits: "630221", share: number(0.5))]
    #expect(isClose(try rate([measure]), 0.05 + 0.2 * 0.75))
    measure.covers = []
    measure.exemptions = [CodePrefix(digits: "630210", share: number(0.25))]
    #expect(isClose(try rate([measure]), 0.05 + 0.2 * 0.75))
  }

  @Test("Where a layer falls on part of a line, the parts are stacked apart and averaged")
  func partsOfALine() throws {
    let part = [CodePrefix(digits: "630210", share: number(0.3))]
    var replacing = layer("r", 0.02, .replace)
    replacing.covers = part
    // 70 % of the line keeps its 5 %.
    #expect(isClose(try rate([replacing]), 0.7 * 0.05 + 0.3 * 0.02))
    var floor = layer("f", 0.15, .floor)
    floor.covers = part
    #expect(isClose(try rate([floor]), 0.7 * 0.05 + 0.3 * 0.15))
    var first = layer("first", 0.5, .exclusive(group: "g", priority: 1, choice: .lowestPriority))
    first.covers = part
    let second = layer("second", 0.1, .exclusive(group: "g", priority: 2, choice: .lowestPriority))
    #expect(isClose(try rate([first, second]), 0.7 * 0.15 + 0.3 * 0.55))
    var relieved = layer("second", 0.1)
    relieved.exemptions = part
    var onPart = layer("first", 0.5)
    onPart.covers = part
    #expect(isClose(try rate([onPart, relieved]), 0.7 * 0.15 + 0.3 * 0.55))
  }

  @Test("A measure on another country does not reach home")
  func countries() throws {
    var foreign = layer("a", 0.2)
    foreign.countries = ["Home"]
    #expect(isClose(try rate([foreign]), 0.25))
  }

  @Test("A scenario's scale multiplies the rate")
  func scale() throws {
    #expect(isClose(try rate([layer("a", 0.2)]) { $0.scenarios[0].measures[0].scale = number(0.5) }, 0.15))
  }

  @Test("The content rule forgives the content share once it reaches the threshold")
  func contentRule() throws {
    var measure = layer("a", 0.2)
    measure.contentRule = ContentRule(initialShare: number(0.19), threshold: number(0.2))
    #expect(isClose(try rate([measure]), 0.25))
    measure.contentRule?.initialShare = number(0.25)
    #expect(isClose(try rate([measure]), 0.05 + 0.2 * 0.75))
    measure.contentRule?.qualifyingShare = number(0.5)
    #expect(isClose(try rate([measure]), 0.05 + 0.2 * (1 - 0.5 * 0.25)))
  }

  @Test("A commitment's realised increment lifts the content share, at most to 1")
  func contentLift() throws {
    var measure = layer("a", 0.2)
    measure.contentRule = ContentRule(
      initialShare: number(0.1), threshold: number(0.2), commitment: "cotton", sharePerUSDm: number(0.002))
    func buy(_ amount: Double) -> (inout Study) -> Void {
      { study in
        study.commitments = [
          PurchaseCommitment(
            name: "cotton", amount: .value(number(amount)), basis: .increment(overlap: nil), additionality: .share(number(1)))
        ]
        study.scenarios[0].commitments = [PolicyScenario.Use("cotton")]
      }
    }
    #expect(isClose(try rate([measure], edit: buy(40)), 0.25))
    #expect(isClose(try rate([measure], edit: buy(100)), 0.05 + 0.2 * 0.7))
    #expect(isClose(try rate([measure], edit: buy(1e6)), 0.05))
  }

  /// A duty with other baselines than 5 %.
  private func rate(over baseline: Double, _ measures: [TariffMeasure]) throws -> Double {
    try rate(measures) { $0.exports[0].baseDuty = number(baseline) }
  }

  private func inclusiveLayer(_ name: String, _ rate: Double) -> TariffMeasure {
    var measure = layer(name, rate)
    measure.isInclusive = true
    return measure
  }

  @Test("Half of the value replaced, or topped up, bears the mean of its two duties")
  func workedHalves() throws {
    var replacing = layer("r", 0.05, .replace)
    replacing.coverage = number(0.5)
    #expect(isClose(try rate(over: 0.2, [replacing]), 0.125))
    var topped = inclusiveLayer("t", 0.15)
    topped.coverage = number(0.5)
    #expect(isClose(try rate(over: 0.05, [topped]), 0.1))
  }

  @Test("Content that is forgiven takes its share from an inclusive rate's part, not from the rate")
  func workedContent() throws {
    var topped = inclusiveLayer("t", 0.15)
    topped.contentRule = ContentRule(initialShare: number(0.3), threshold: number(0.2))
    #expect(isClose(try rate(over: 0.1, [topped]), 0.135))
  }

  @Test("Beside an inclusive rate another layer comes on top, and another inclusive one tops the same baseline up")
  func workedTops() throws {
    #expect(isClose(try rate(over: 0.02, [inclusiveLayer("t", 0.15), layer("a", 0.25)]), 0.4))
    #expect(isClose(try rate(over: 0.02, [inclusiveLayer("t", 0.15), layer("a", 0.05)]), 0.2))
    let preference = layer("p", 0, .preference)
    #expect(isClose(try rate(over: 0.1, [preference, inclusiveLayer("t", 0.15)]), 0.15))
    #expect(isClose(try rate(over: 0.1, [preference, inclusiveLayer("t", 0.15), layer("a", 0.25)]), 0.4))
  }

  @Test("A rate that is 0 leaves its place in an exclusive group to the next")
  func workedZeroRate() throws {
    let next = layer("next", 0.19, .exclusive(group: "g", priority: 2, choice: .lowestPriority))
    for (first, duty) in [(0, 0.19), (0.25, 0.25)] {
      let ahead = layer("ahead", first, .exclusive(group: "g", priority: 1, choice: .lowestPriority))
      #expect(isClose(try rate(over: 0, [ahead, next]), duty))
    }
    var part = layer("ahead", 0.5, .exclusive(group: "g", priority: 1, choice: .lowestPriority))
    part.coverage = number(0.4)
    let rest = layer("next", 0.25, .exclusive(group: "g", priority: 2, choice: .lowestPriority))
    #expect(isClose(try rate(over: 0, [part, rest]), 0.35))
  }

  @Test("Of equal priorities in an exclusive group the first by name is ahead, whatever the order in the file")
  func equalPriorities() throws {
    let names = ["b", "a"]
    for order in [[0, 1], [1, 0]] {
      var fixture = StudyFixture(value: 1, duty: 0, response: .constantElasticity(.demand(elasticity: number(0))))
      fixture.study.measures = []
      fixture.study.scenarios[0].measures = []
      for index in order {
        fixture.addMeasure(
          TariffMeasure(
            name: names[index], rate: number(index == 0 ? 0.25 : 0.19),
            stacking: .exclusive(group: "g", priority: 1, choice: .lowestPriority)))
      }
      #expect(fixture.study.problems().isEmpty)
      #expect(try fixture.outcome(.partnerTariffRevenue) == 0.19)
    }
  }

  @Test("Measures that follow one another may state different shares of one prefix")
  func sharesByDate() throws {
    var fixture = StudyFixture(value: 365, duty: 0, rate: 0.2, response: .constantElasticity(.demand(elasticity: number(0))))
    fixture.study.periods = [Period(name: "y", start: try day(2025, 1, 1), end: try day(2025, 12, 31))]
    fixture.study.measures[0].covers = [CodePrefix(digits: "630210", share: number(0.3))]
    fixture.study.measures[0].validity.end = try day(2025, 6, 30)
    fixture.addMeasure(
      TariffMeasure(
        name: "second", rate: .uniform(number(0.2)), covers: [CodePrefix(digits: "630210", share: number(0.8))],
        validity: Validity(start: try day(2025, 7, 1))))
    #expect(fixture.study.problems().isEmpty)
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue, period: "y"), 0.2 * (181 * 0.3 + 184 * 0.8)))
  }

  @Test("An all-in rate that does not bind leaves another one without the rounding of a sum")
  func twoAllInRates() throws {
    for names in [("a", "b"), ("b", "a")] {
      var fixture = StudyFixture(value: 1, duty: 0.1, rate: 0.3, response: .constantElasticity(.demand(elasticity: number(0))))
      fixture.study.measures[0].isInclusive = true
      fixture.study.measures[0].name = names.0
      fixture.study.scenarios[0].measures[0].name = names.0
      fixture.addMeasure(TariffMeasure(name: names.1, rate: .uniform(number(0.07)), isInclusive: true))
      // 0.1 + (0.3 − 0.1) is another number.
      #expect(try fixture.outcome(.partnerTariffRevenue) == 0.3)
    }
  }
}
