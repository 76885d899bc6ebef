import Analysis
import PartFiles
import Reporting
import ScenarioFiles
import TariffModel
import Testing

@Suite("What makes two runs different")
struct DifferenceTests {
  @Test("A run does not differ from itself")
  func same() {
    #expect(PartFixture.identity.difference(from: PartFixture.identity) == nil)
  }

  private static let cases: [(RunIdentity.Aspect, String, String, @Sendable (inout RunIdentity) -> Void)] = [
    (.program, "0.1.0 of commit b24b997", "0.2.0 of commit b24b997", { $0.programVersion = "0.2.0" }),
    (.program, "0.1.0 of commit b24b997", "0.1.0", { $0.commit = nil }),
    (.files, "scenario.toml, lines.csv", "scenario.toml", { $0.files.removeLast() }),
    (
      .file, "lines.csv with SHA-256 06eb7d6a69ee19e5fbdf749018d3d2abfa04bcbd1365db312eb86dc7169389b8",
      "lines.csv with SHA-256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      { $0.files[1] = ScenarioFile(name: "lines.csv", bytes: []) }
    ),
    (.overrides, "parameters/x=29%, cifFactor=1.1", "none", { $0.overrides = [] }),
    (.draws, "20011", "20012", { $0.plan.draws += 1 }),
    (.seed, "18446744073709551615", "0", { $0.plan.seed = 0 }),
    (.percentiles, "2.5, 50.0", "2.5", { $0.plan.percentiles.removeLast() }),
    (.thresholds, "balance -2000.5", "none", { $0.plan.thresholds = [] }),
    (.shortfall, "2.5", "5.0", { $0.plan.shortfallPercent = 5 }),
    (.lines, "given", "not given", { $0.plan.reportsLines = false }),
    (.exactPercentiles, "given", "not given", { $0.plan.seeksExactPercentiles = false }),
    (.outcomes, "balance, imports", "all", { $0.plan.selection.outcomes = nil }),
    (.groups, "total", "none", { $0.plan.selection.groups = [] }),
    (.periods, "all", "2026", { $0.plan.selection.periods = ["2026"] }),
    (.conditions, "imports > 1.5", "none", { $0.plan.conditions = [] }),
    (.arithmetic, "fused", "separate", { $0.arithmetic = "separate" }),
    (.blasCore, "ZEN", "SkylakeX", { $0.blasCore = "SkylakeX" }),
  ]

  @Test("Each thing is noticed, with both values", arguments: cases.indices)
  func aspects(index: Int) {
    let (aspect, first, second, change) = Self.cases[index]
    var other = PartFixture.identity
    change(&other)
    let difference = PartFixture.identity.difference(from: other)
    #expect(difference?.aspect == aspect && difference?.first == first && difference?.second == second, "\(difference as Any)")
  }
  @Test("Numbers that read the same together are told apart one by one")
  func overridesThatReadTheSame() {
    var one = PartFixture.identity
    one.overrides = [.init(path: "a", value: "1, b=2")]
    var two = one
    two.overrides = [.init(path: "a", value: "1"), .init(path: "b", value: "2")]
    #expect(one.difference(from: two) == .init(aspect: .overrides, first: "a=1, b=2", second: "a=1"))
    #expect(two.difference(from: one) == .init(aspect: .overrides, first: "a=1", second: "a=1, b=2"))
  }
}
