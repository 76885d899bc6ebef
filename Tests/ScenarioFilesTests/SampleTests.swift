import Distributions
import Sampling
import ScenarioFiles
import TariffModel
import Testing

@Suite("A file with every section")
struct SampleTests {
  private func loaded() throws -> LoadedStudy {
    let folder = try ScenarioFolder(SampleScenario.files)
    return try folder.load()
  }

  @Test("The study's own words and the run")
  func readsHead() throws {
    let loaded = try loaded()
    #expect(loaded.study.title == "Sample" && loaded.study.home == "Pakistan" && loaded.study.partner == "United States")
    #expect(loaded.study.horizon == "first year" && loaded.study.periodResponse == .averageRate)
    #expect(loaded.study.cifFactor == .constant(1.05, path: "cifFactor"))
    #expect(loaded.run.draws == 20_480 && loaded.run.seed == 0 && loaded.run.percentiles == [2.5, 50, 97.5])
    #expect(loaded.run.design.name == "sobol" && loaded.run.design.replicates == 5)
    #expect(loaded.run.rotates == false && loaded.run.smooths == true)
    #expect(loaded.run.shortfallPercent == 10)
    #expect(loaded.run.thresholds.map(\.outcome) == [.balance, .imports])
    #expect(loaded.run.thresholds.map(\.value) == [2000, -1.5])
  }

  @Test("Lines with every response")
  func readsLines() throws {
    let study = try loaded().study
    #expect(study.exports.map(\.id) == ["6302", "6203", "9018", "6109", "retail", "linear", "trade", "6110", "6204"])
    #expect(study.exports[3].group == "Apparel")
    #expect(study.exports[4].baseDuty == .constant(0.125, path: "exports/retail/duty"))
    let strong = Quantity.constant(4, path: "exports/trade/elasticity")
    #expect(study.exports[6].response == .ownPrice(.theta(strong)))
    #expect(study.imports.map(\.id) == ["5201", "2709", "8411"])
    #expect(
      study.imports[0].additionality
        == .ces(
          importDemandElasticity: .constant(0.5, path: "imports/5201/importDemandElasticity"),
          substitution: .constant(13.15, path: "imports/5201/substitution"),
          partnerShare: .constant(0.45, path: "imports/5201/partnerShare")))
    #expect(
      study.imports[2].additionality
        == .demandRatio(importDemandElasticity: .constant(0.7, path: "imports/8411/importDemandElasticity")))
    #expect(study.imports[2].response == .valueElasticity(.constant(1.4, path: "imports/8411/elasticity")))
  }

  @Test("Measures, cuts, commitments, periods and scenarios")
  func readsPolicy() throws {
    let study = try loaded().study
    let measure = study.measures[1]
    #expect(measure.stacking == .exclusive(group: "s232", priority: -1, choice: .lowestPriority))
    #expect(measure.validity.start == CivilDate(year: 2025, month: 8, day: 7))
    #expect(measure.validity.end == CivilDate(year: 2026, month: 2, day: 19))
    #expect(measure.covers.map(\.digits) == ["61", "62", "63", "90181234"])
    #expect(measure.covers[3].share == .constant(0.25, path: "measures/reciprocal/covers/90181234"))
    #expect(measure.exemptions[1].share == .constant(0.1, path: "measures/reciprocal/exempt/61091012"))
    let floorRule = ContentRule(
      initialShare: .constant(0, path: "measures/floor/contentRule/initialShare"),
      threshold: .constant(0.2, path: "measures/floor/contentRule/threshold"))
    #expect(study.measures[2].contentRule == floorRule)
    #expect(
      study.tariffCuts.map(\.rule) == [
        .share(.constant(1, path: "tariffCuts/abolish/cut")),
        .swiss(coefficient: .constant(0.08, path: "tariffCuts/swiss/swiss")),
      ])
    let guess = Provenance(source: "A guess", isJudgement: true, asOf: CivilDate(year: 2025, month: 3, day: 31))
    #expect(
      study.barrierCuts[0].share
        == Quantity(.parameter(name: "share-2", times: 0.5), path: "barrierCuts/standards/cut", provenance: guess))
    #expect(study.commitments[0].schedule["2025-Q3"] == .constant(0.5, path: "commitments/cotton/schedule/2025-Q3"))
    #expect(study.commitments[0].countsPolicyResponse == false)
    #expect(study.commitments[1].basis == .level(base: .constant(0, path: "commitments/crude/base")))
    #expect(study.periods.map(\.name) == ["2025-Q3", "2025-Q4"])
    #expect(
      study.scenarios[1].measures == [
        PolicyScenario.Use("reciprocal", scale: .constant(0.5, path: "scenarios/deal/measures/reciprocal"))
      ])
  }

  @Test("Markets with every response, suppliers and rates")
  func readsMarkets() throws {
    let study = try loaded().study
    #expect(study.markets.map(\.hs) == ["64", "6110", "6204"])
    let demand = Quantity.Value.distribution(try .uniform(lower: 0.8, upper: 1.2))
    guard case .nested(let substitution, let nestSubstitution, let shared) = study.markets[1].response else {
      Issue.record("market 6110 is nested")
      return
    }
    #expect(substitution.path == "markets/6110/substitution" && !substitution.isShared)
    #expect(nestSubstitution == .constant(2, path: "markets/6110/nestSubstitution"))
    #expect(shared.value == demand && shared.path == "markets/61/demandElasticity" && shared.isShared)
    guard case .smart(_, let other, .lairdYeats) = study.markets[2].response else {
      Issue.record("market 6204 is smart")
      return
    }
    #expect(other.value == demand && other.path == "markets/62/demandElasticity")
    #expect(study.markets[0].supply == .infinite && study.markets[0].name == "Footwear")
    guard case .finite(let supply) = study.markets[1].supply else {
      Issue.record("the supply elasticity of market 6110 is finite")
      return
    }
    #expect(supply.path == "markets/6110/supplyElasticity")
    #expect(study.suppliers.map(\.origin) == ["China", "India", "United States", "India"])
    let census = Provenance(source: "Census")
    #expect(study.suppliers[0].baseDuty == .constant(0.16, path: "markets/suppliers/6110/China/duty", provenance: census))
    let counted = Provenance(source: "own count", isJudgement: true)
    #expect(
      study.suppliers[1].supply
        == .finite(.constant(3, path: "markets/suppliers/6110/India/supplyElasticity", provenance: counted)))
    #expect(study.suppliers[2].supply == .infinite && study.suppliers[2].nest == "At home")
    #expect(
      study.nests.map(\.name) == ["South Asia", "East Asia", "At home"] && study.nests[0].origins == ["Pakistan", "India"])
    #expect(
      study.measures[0].rate == .table(RateTable(rates: ["Pakistan": ["61": 0.19], "India": ["61": 0.25, "6110": 1.45]])))
    let own = Quantity.constant(4, path: "exports/6110/supplyElasticity")
    #expect(study.exports[7].response == .market(supply: .finite(own), nest: "South Asia"))
    #expect(study.exports[8].response == .market(supply: nil, nest: nil))
  }

  @Test("Patterns name the uncertain numbers in the study's order")
  func readsDependence() throws {
    let dependence = try loaded().study.dependence
    #expect(dependence.map(\.name) == ["demand", "written", "table", "factors"])
    #expect(dependence[0].members == ["6302", "6203", "retail"].map { "exports/\($0)/elasticity" })
    #expect(dependence[2].structure == .matrix([[1, 0.5], [0.5, 1]]))
    #expect(dependence[3].structure == .loadings(factors: ["world", "home"], rows: [[0.6, 0.1], [0.3, -0.2]]))
  }

  @Test("Every file that was read is digested")
  func digests() throws {
    let digests = try loaded().files.map(\.digest)
    #expect(
      digests.map(\.name) == [
        "scenario.toml", "exports.csv", "suppliers.csv", "rates.csv", "matrix.csv", "loadings.csv",
      ])
    // FIPS 180-4's own example, and the digest of nothing.
    #expect(
      FileDigest(name: "abc", of: Array("abc".utf8)).sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      FileDigest(name: "", of: []).sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("Copies of the files make the same study, wherever they are read, and must be complete")
  func copies() throws {
    let first = try loaded()
    let again = try loadStudy(from: first.files)
    #expect(again.files == first.files && again.run == first.run)
    #expect("\(again.study.numbers)" == "\(first.study.numbers)" && again.study.scenarios.count == first.study.scenarios.count)
    let error = #expect(throws: LoadFailure.self) { try loadStudy(from: Array(first.files.prefix(1))) }
    #expect(error?.problems.map(\.rule).contains(.cannotRead(reason: "there is no copy of it")) == true)
  }

  @Test("Any mutation of the file ends in a study or in problems")
  func survivesMutations() throws {
    // A fixed linear congruential generator (Knuth, MMIX): the same 20,000 mutations in every run.
    var state: UInt64 = 1
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    let alphabet = Array("\"'[]{}=.,#\n0159eE-+ainf%*/\\\u{0}\u{FF}".utf8)
    let names = ["scenario.toml", "exports.csv", "loadings.csv"]
    let originals = names.map { Array((SampleScenario.files[$0] ?? "").utf8) }
    let folder = try ScenarioFolder(SampleScenario.files)
    var failures = 0
    for round in 0..<20_000 {
      let which = round % 8 == 0 ? 1 : round % 8 == 1 ? 2 : 0
      var bytes = originals[which]
      for _ in 0...random(below: 3) {
        let place = random(below: bytes.count)
        switch random(below: 4) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = alphabet[random(below: alphabet.count)]
        case 2: bytes.insert(alphabet[random(below: alphabet.count)], at: place)
        default: bytes.removeSubrange(place..<max(place, min(bytes.count - 1, place + random(below: 40))))
        }
      }
      try folder.write(bytes, to: names[which])
      do throws(LoadFailure) {
        _ = try folder.load()
      } catch {
        failures += 1
        #expect(!error.problems.isEmpty)
      }
      try folder.write(originals[which], to: names[which])
    }
    // Most mutations break something; some fall into comments and words.
    #expect(failures > 10_000 && failures < 20_000)
  }
}
