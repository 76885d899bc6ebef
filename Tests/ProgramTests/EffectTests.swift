import Testing

@Suite("The built program: quotas, purchases and what they do")
struct EffectTests {
  private static let scenario = SmallScenario.text
    .replacing("elasticity = \"demand\"", with: "elasticity = 1").replacing("duty = 0.1", with: "duty = 0")
    .replacing("rate = 0.19", with: "rate = 0")
    .replacing(
      "[[scenarios]]",
      with: """
        [[quotas]]
        name = "deal"
        quantity = { uniform = { lower = 40, upper = 120 } }
        inQuotaRate = 0
        outOfQuotaRate = 1
        holder = "exporter"

        [[commitments]]
        name = "cotton"
        amount = 50
        basis = "increment"
        importLine = "5201"
        importDemandElasticity = 0.5
        substitution = 13.15
        partnerShare = 0.45
        suppliers = { Brazil = 0.7, Argentina = 0.3 }

        [jobs]
        default = 40

        [gdp]
        home = 1000

        [[scenarios]]
        """
    ).replacing(
      "measures = [\"reciprocal\"]", with: "measures = [\"reciprocal\"]\nquotas = [\"deal\"]\ncommitments = [\"cotton\"]")

  /// The mean of an outcome in the table of statistics.
  private func mean(_ outcome: String, _ part: String, in table: String) throws -> Double {
    let row = table.split(separator: "\n").first { $0.hasPrefix("now,year,\(outcome),\(part),") && $0.contains(",mean,") }
    return try #require(row.flatMap { Double($0.split(separator: ",")[6]) }, "\(outcome) \(part)")
  }

  /// A line of 100 with ε = 1 sells 100 within the quota and 50 at twice the price; the quota is uniform from 40 to 120.
  ///
  /// Means of 100,000 draws: a probability p has a standard error of at most 0.0016, the rent (within 0 to 50) of at most 0.08, the
  /// revenue of at most 0.08. Seven of them are exceeded with a probability of 3e-12; the seed is fixed.
  @Test("Each draw picks its regime, and the regimes have their exact probabilities")
  func regimes() throws {
    let bench = try Workbench(["quota.toml": Self.scenario])
    let run = try bench.run("run", "quota.toml", "--draws", "100000", "--by-line")
    try #require(run.ending == .exit(0), "\(run)")
    let table = try bench.text("results/quota/statistics.csv")
    for (regime, probability) in [("unfilled", 0.25), ("filled", 0.625), ("exceeded", 0.125)] {
      #expect(abs(try mean("quota_\(regime)", "deal", in: table) - probability) < 7 * 0.0016)
    }
    // 100 − Q where it is filled, Q where it is exceeded.
    #expect(abs(try mean("quota_rent", "total", in: table) - (25 * 0.625 + 45 * 0.125)) < 7 * 0.08)
    let revenue = 100 * 0.25 + 75 * 0.625 + 50 * 0.125
    #expect(abs(try mean("export_revenue", "total", in: table) - revenue) < 7 * 0.08)
    #expect(abs(try mean("jobs_change", "total", in: table) - 40 * (revenue - 100)) < 40 * 7 * 0.08)
    #expect(abs(try mean("export_revenue_change_gdp_pct", "total", in: table) - (revenue - 100) / 10) < 0.7 * 0.08)
    #expect(try bench.text("results/quota/lines.csv").contains("now,year,buyer_incidence,6302,fraction,1,"))
    #expect(run.output.contains("deal: quota exceeded, % of the time"), "\(run)")
  }

  /// The model's §5: doubling US cotton is new demand to 16.3 %, at a shadow subsidy of 13.1 %.
  @Test("Purchases name their shadow subsidy and who loses")
  func purchases() throws {
    let bench = try Workbench(["quota.toml": Self.scenario])
    let run = try bench.run("run", "quota.toml", "--draws", "1000")
    try #require(run.ending == .exit(0), "\(run)")
    let table = try bench.text("results/quota/statistics.csv")
    #expect((try mean("shadow_subsidy", "cotton", in: table) * 1000).rounded() == 131)
    let displaced = try mean("displaced_purchases", "total", in: table)
    #expect((displaced / 50 * 1000).rounded() == 1000 - 163)
    #expect(abs(try mean("displaced_purchases", "Brazil", in: table) - 0.7 * displaced) < 1e-12)
    #expect(run.output.contains("Brazil: purchases taken from others"), "\(run)")
  }

  @Test("A study that states none of this reports none of it")
  func silent() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run("run", "small.toml", "--draws", "1000", "--by-line")
    try #require(run.ending == .exit(0), "\(run)")
    for file in ["percentiles.csv", "statistics.csv", "lines.csv"] {
      let table = try bench.text("results/small/\(file)")
      for name in ["quota", "shadow", "displaced", "jobs", "gdp"] { #expect(!table.contains(name), "\(file)") }
    }
  }
}
