import Distributions
import TariffModel
import Testing

@Suite("Studies with something replaced")
struct ReplacingTests {
  /// Two lines, a tariff and a purchase, with an uncertain elasticity and a parameter.
  private func study() throws -> CheckedStudy {
    var fixture = StudyFixture()
    fixture.study.parameters["rate"] = Quantity(
      .distribution(try .uniform(lower: 0.1, upper: 0.3)), path: "parameters/rate", provenance: Provenance(source: "order"))
    fixture.study.measures = [
      TariffMeasure(name: "tariff", rate: Quantity(.parameter(name: "rate", times: 1), path: "measures/tariff/rate")),
      TariffMeasure(name: "other", rate: number(0.05, "measures/other/rate")),
    ]
    for id in ["1", "2"] {
      let elasticity = Quantity(
        .distribution(try .lognormal(mean: 1.5, standardDeviation: 0.3)), path: "exports/\(id)/elasticity",
        provenance: Provenance(source: "Kee et al."))
      let line = ExportLine(
        id: id, hs: "630\(id)", baseValue: number(100, "exports/\(id)/value"), baseDuty: number(0.1, "exports/\(id)/duty"),
        response: .ownPrice(
          .constantElasticity(
            .demandAndSupply(elasticity: elasticity, supply: .finite(number(2, "exports/\(id)/supplyElasticity"))))))
      if id == "1" { fixture.study.exports = [line] } else { fixture.study.exports.append(line) }
    }
    fixture.study.dependence = [
      Dependence(
        name: "d", members: ["exports/1/elasticity", "exports/2/elasticity", "exports/1/supplyElasticity"],
        structure: .matrix([[1, 0.5, 0], [0.5, 1, 0], [0, 0, 1]]))
    ]
    return try fixture.study.checked()
  }

  private func value(_ path: String, in study: CheckedStudy) throws -> Quantity {
    try #require(study.study.numbers.first { $0.quantity.path == path }?.quantity)
  }

  @Test("A certain number takes the law's place, is judgement, and keeps the source with what it was")
  func putsNumber() throws {
    let path = "exports/1/elasticity"
    let changed = try study().replacing(.number(.distribution(.constant(2))), at: path)
    let provenance = Provenance(source: "Kee et al.", isJudgement: true, former: "lognormal(mean 1.5, sd 0.3)")
    #expect(try value(path, in: changed) == .constant(2, path: path, provenance: provenance))
    #expect(changed.study.uncertainPaths == ["parameters/rate", "exports/2/elasticity"])
    // The first statement is what a second replacement remembers.
    let twice = try changed.replacing(.number(.distribution(.constant(3))), at: path)
    #expect(try value(path, in: twice).provenance == provenance)
  }

  @Test("A pattern replaces at each path, and nothing else")
  func putsNumbers() throws {
    let before = try study()
    let changed = try before.replacing(.number(.distribution(.constant(2))), at: "exports/*/elasticity")
    for (old, new) in zip(before.study.numbers, changed.study.numbers) {
      let isMet = old.quantity.path.hasSuffix("/elasticity")
      #expect((old.quantity == new.quantity) == !isMet, "\(old.quantity.path)")
    }
  }

  @Test("Scaled laws keep their form, and a moved mean keeps the ratio of standard deviation to mean")
  func scalesAndMoves() throws {
    let path = "exports/1/elasticity"
    for change in [Replacement.Value.factor(2), .mean(3)] {
      guard case .distribution(let law) = try value(path, in: try study().replacing(change, at: path)).value else {
        Issue.record("a law stays a law")
        return
      }
      let (mean, deviation) = (try #require(law.mean), try #require(law.standardDeviation))
      #expect(isClose(mean, 3) && isClose(deviation, 0.6))
    }
    let rate = "measures/tariff/rate"
    #expect(try value(rate, in: study().replacing(.factor(0.5), at: rate)).value == .parameter(name: "rate", times: 0.5))
    // The parameter's mean is 0.2.
    #expect(try value(rate, in: study().replacing(.mean(0.1), at: rate)).value == .parameter(name: "rate", times: 0.5))
    #expect(
      try value("exports/1/value", in: study().replacing(.mean(7), at: "exports/1/value")).value == .distribution(.constant(7)))
  }

  @Test("A law without a mean, or with the mean 0, is not moved")
  func refusesMean() throws {
    let path = "exports/1/elasticity"
    for law in [try Distribution.studentT(degreesOfFreedom: 1), try .normal(mean: 0, standardDeviation: 1)] {
      // Neither is an elasticity: the rule of its range is told only when all else is possible.
      let parameter = "parameters/rate"
      let failure = ReplacementFailure.hasNoMean(path: parameter, law: law.description)
      var study = try study().study
      study.parameters["rate"]?.value = .distribution(law)
      study.measures[0].rate = .uniform(number(0.1, "measures/tariff/rate"))
      #expect(throws: failure) { try study.checked().replacing(.mean(0.2), at: parameter) }
    }
    #expect(throws: ReplacementFailure.hasNoMean(path: path, law: "lognormal(mean 1.5, sd 0.3)")) {
      try study().replacing(.mean(-1), at: path)
    }
  }

  @Test("A supply elasticity may become infinite, and then depends on nothing")
  func becomesInfinite() throws {
    let changed = try study().replacing(.infinite, at: "exports/1/supplyElasticity")
    #expect(changed.study.dependence[0].members == ["exports/1/elasticity", "exports/2/elasticity"])
    #expect(changed.study.dependence[0].structure == .matrix([[1, 0.5], [0.5, 1]]))
    #expect(changed.study.problems().isEmpty)
    guard case .ownPrice(.constantElasticity(.demandAndSupply(_, .infinite))) = changed.study.exports[0].response else {
      Issue.record("the supply is infinite")
      return
    }
    #expect(throws: ReplacementFailure.self) { try study().replacing(.infinite, at: "exports/1/elasticity") }
  }

  @Test("Scales of uses, stated or not; uses and declarations on and off; days")
  func replacesPolicy() throws {
    let path = "scenarios/policy/measures/tariff"
    let scaled = try study().replacing(.factor(0.5), at: path)
    #expect(scaled.study.scenarios[0].measures.map(\.scale?.value) == [.distribution(.constant(0.5))])
    #expect(scaled.study.scenarios[0].measures[0].scale?.provenance.former == "1")
    let off = try study().replacing(.isOn(false), at: path)
    #expect(off.study.scenarios[0].measures.isEmpty)
    #expect(try off.replacing(.isOn(true), at: path).study.scenarios[0].measures == [PolicyScenario.Use("tariff")])
    #expect(
      try study().replacing(.isOn(true), at: "measures/other").study.scenarios[0].measures.map(\.name) == ["tariff", "other"])
    #expect(try study().replacing(.isOn(false), at: "scenarios/*/measures/*").study.scenarios[0].measures.isEmpty)
    let day = try #require(CivilDate(year: 2025, month: 8, day: 7))
    let dated = try study().replacing(.date(day), at: "measures/*/start")
    #expect(dated.study.measures.map(\.validity.start) == [day, day])
  }

  @Test("What meets nothing names the nearest path of its kind")
  func meetsNothing() throws {
    let cases: [(String, Replacement.Value, ReplacementFailure.Kind, String?)] = [
      ("exports/1/elasticty", .factor(2), .number, "exports/1/elasticity"),
      ("scenarios/policy/measures/tarif", .number(.distribution(.constant(1))), .number, "scenarios/policy/measures/tariff"),
      ("measures/tariff/strt", .date(try #require(CivilDate(year: 2025, month: 1, day: 1))), .day, "measures/tariff/start"),
      ("measures/othr", .isOn(true), .use, "measures/other"),
      ("nothing/like/that", .factor(2), .number, nil),
    ]
    for (path, value, kind, nearest) in cases {
      #expect(throws: ReplacementFailure.meetsNothing(PathPattern(path), kind: kind, nearest: nearest)) {
        try study().replacing(value, at: path)
      }
    }
  }

  @Test("A number out of its range, through a parameter too, and rules that read it are told")
  func checksRules() throws {
    func rules(_ value: Replacement.Value, _ path: String, _ study: CheckedStudy) -> [String] {
      do throws(ReplacementFailure) {
        _ = try study.replacing(value, at: path)
        return []
      } catch {
        guard case .broken(let problems) = error else { return ["\(error)"] }
        return problems.map { "\($0.path): \($0.rule.statement)" }
      }
    }
    let study = try study()
    #expect(
      rules(.number(.distribution(.constant(-1))), "exports/1/elasticity", study)
        == ["exports/1/elasticity: every value must lie in [0, ∞)"])
    #expect(
      rules(.number(.distribution(.constant(-0.1))), "parameters/rate", study)
        == ["measures/tariff/rate: every value must lie in [0, ∞)"])
    #expect(
      rules(.number(.distribution(.constant(0))), "exports/*/value", study)
        == ["exports: the base values sum to 0, so that a change has no percentage"])
    let both = [
      Replacement("exports/1/elasticity", .factor(0)), Replacement("exports/1/supplyElasticity", .factor(0)),
    ]
    #expect(throws: ReplacementFailure.self) { try study.replacing(both) }
    #expect(rules(.factor(0), "exports/1/elasticity", study).isEmpty)
  }

  @Test("A problem that was excused is not told again")
  func excuses() throws {
    var whole = try study().study
    whole.measures[1].countries = ["Homes"]
    #expect(throws: ModelError.self) { try whole.checked() }
    let excused = try whole.checked { $0.path == "measures/other/countries" }
    _ = try excused.replacing(.factor(2), at: "measures/other/rate")
  }
}
