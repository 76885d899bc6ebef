import Glibc
import Testing

@Suite("The built program: markets")
struct MarketTests {
  private static let scenario = """
    schemaVersion = 1
    title = "Market"
    home = "Pakistan"
    partner = "United States"

    [run]
    thresholds = [{ outcome = "market_imports_change", value = -100 }]

    [parameters.collected]
    value = { beta = { alpha = 8, beta = 4 } }

    [exports]
    tables = [{ file = "exports.csv" }]
    [exports.defaults]
    response = "market"

    [markets]
    digits = 4
    tables = [{ file = "suppliers.csv", source = "Census" }]
    [markets.defaults]
    response = "armington"
    substitution = { lognormal = { mean = 4, sd = 1.5 } }
    demandElasticity = { lognormal = { mean = 1, sd = 0.3 }, perDigits = 2 }

    [[measures]]
    name = "added"
    rates = { file = "rates.csv" }
    coverage = "collected"

    [[dependence]]
    name = "substitution"
    members = ["markets/*/substitution"]
    correlation = 0.3

    [[scenarios]]
    name = "now"
    measures = ["added"]

    """

  private static let files = [
    "market.toml": scenario,
    "exports.csv": "id,hs,value,dutyPaid\n6302,6302,100,10\n6303,6303,50,4\n",
    "suppliers.csv": "origin,hs,value,dutyPaid\nIndia,6302,300,24\nChina,6302,600,120\nChina,6303,80,0\nIndia,6109,70,7\n",
    "rates.csv": "origin,hs,rate\nPakistan,63,19%\nIndia,63,0.25\nIndia,61,0.5\nChina,63,0.3\n",
  ]

  /// With numbers fixed on the command line the answer is V̂ = τ^−σ·P^(σ−η) with P = (Σ π τ^(1−σ))^(1/(1−σ)).
  @Test("A market whose numbers are fixed has its closed form, for home and for rivals")
  func closedForm() throws {
    let bench = try Workbench(Self.files)
    let fixed = ["markets/6302/substitution=3", "markets/63/demandElasticity=1.2", "parameters/collected=1"]
    let run = try bench.run(
      ["run", "market.toml", "--draws", "1000", "--percentiles", "50", "--by-line", "--format", "csv"]
        + fixed.flatMap { ["--set", $0] })
    try #require(run.ending == .exit(0), "\(run)")
    let powers = [(100.0, 1.1, 1.29), (300, 1.08, 1.33), (600, 1.2, 1.5)]
    let tau = powers.map { $0.2 / $0.1 }
    let spending = powers.map { $0.0 * $0.1 }
    let price = pow(zip(spending, tau).map { $0 / spending.reduce(0, +) * pow($1, -2) }.reduce(0, +), -0.5)
    let revenue = 100 * pow(tau[0], -3) * pow(price, 1.8)
    let lines = try bench.text("results/market/lines.csv").split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix("now,year,export_revenue,6302,USD m,") })
    let value = try #require(Double(row.split(separator: ",")[5]))
    #expect(abs(value - revenue) <= 1e-12 * revenue, "\(value) instead of \(revenue)")
    for (origin, outcome) in [("India", "market_imports"), ("China", "market_duty"), ("Pakistan", "market_share_change")] {
      #expect(run.output.contains("now,year,\(outcome),\(origin),"), "\(run)")
    }
  }

  @Test("Shards carry the tables of suppliers and rates, and merge to the result of one run")
  func shards() throws {
    let bench = try Workbench(Self.files)
    for arguments in [
      ["run", "market.toml", "--output", "one"], ["run", "market.toml", "--shard", "1/2"],
      ["run", "market.toml", "--shard", "2/2"],
    ] {
      let run = try bench.run(arguments + ["--draws", "20000", "--quiet"])
      try #require(run.ending == .exit(0), "\(run)")
    }
    let merged = try bench.run(
      "merge", "results/market.shard-1-of-2.part", "results/market.shard-2-of-2.part", "--quiet")
    try #require(merged.ending == .exit(0), "\(merged)")
    for name in ["percentiles.csv", "statistics.csv", "summary.json", "assumptions.csv"] {
      #expect(try bench.text("results/market/\(name)") == bench.text("one/market/\(name)"), "\(name)")
    }
    // Certain base data stand in their table; what is uncertain is listed, what is shared once.
    let assumptions = try bench.text("results/market/assumptions.csv")
    #expect(!assumptions.contains("suppliers"))
    #expect(assumptions.split(separator: "\n").filter { $0.hasPrefix("markets/63/demandElasticity,") }.count == 1)
  }

  @Test("The report shows who gains and who loses, and the exceedance of a threshold")
  func report() throws {
    let bench = try Workbench(Self.files)
    let run = try bench.run("run", "market.toml", "--draws", "1000")
    try #require(run.ending == .exit(0), "\(run)")
    #expect(
      run.output.contains("change by origin") && run.output.contains("\n  China ") && run.output.contains("-100: "), "\(run)")
    #expect(!run.output.contains("falls on every origin"))
  }
}
