import Testing

@Suite("The built program: worlds of regions")
struct WorldTests {
  private static let scenario = """
    schemaVersion = 1
    title = "Free trade"
    home = "JP"
    partner = "US"

    [world]
    tables = [{ file = "flows.csv" }]
    [world.defaults]
    demandElasticity = 1.25
    supplyElasticity = 1.5
    substitution = "3 to 8"
    [world.regions]
    US = {}
    JP = {}
    EU = {}
    RW = {}

    [[worldTariffs]]
    name = "us-japan"
    cut = 1
    exporters = ["US", "JP"]
    importers = ["US", "JP"]

    [[scenarios]]
    name = "now"
    worldTariffs = ["us-japan"]

    """

  /// Francois and Hall's four regions.
  private static let flows = """
    exporter,importer,value,tariff
    US,JP,50,21%
    US,EU,200,41%
    US,RW,300,22%
    JP,US,500,37%
    JP,EU,150,31%
    JP,RW,200,23%
    EU,US,300,32%
    EU,JP,100,36%
    EU,EU,200,0
    EU,RW,200,18%
    RW,US,50,57%
    RW,JP,100,41%
    RW,EU,110,25%
    RW,RW,20,15%

    """

  private static let files = ["free.toml": scenario, "flows.csv": flows]
  private static let fixed = ["US", "JP", "EU", "RW"].flatMap { ["--set", "world/\($0)/substitution=5"] }

  /// Welfare by the linear system solved in double precision outside this program.
  @Test("A world whose numbers are fixed has the answer of its linear system")
  func knownAnswer() throws {
    let bench = try Workbench(Self.files)
    let run = try bench.run(["run", "free.toml", "--draws", "1000", "--percentiles", "50", "--format", "csv"] + Self.fixed)
    try #require(run.ending == .exit(0), "\(run)")
    let expected = [
      "US": -53.63743226606002, "JP": 78.7491422432042, "EU": -45.552672831470076, "RW": -33.75706480088277,
    ]
    for (region, welfare) in expected {
      let head = "now,year,welfare_change,\(region),USD m,50,"
      let row = try #require(run.output.split(separator: "\n").first { $0.hasPrefix(head) }, "\(run)")
      let value = try #require(Double(row.dropFirst(head.count).split(separator: ",")[0]))
      #expect(abs(value - welfare) < 1e-9, "\(region): \(value)")
    }
  }

  @Test("The report has a row for every region, and no word of exports that the study does not have")
  func report() throws {
    let bench = try Workbench(Self.files)
    let run = try bench.run("run", "free.toml", "--draws", "2000")
    try #require(run.ending == .exit(0), "\(run)")
    for region in ["US", "JP", "EU", "RW", "all regions"] { #expect(run.output.contains("\n  \(region) "), "\(run)") }
    #expect(!run.output.contains("bilateral balance"))
  }

  @Test("Shards of a world merge to the result of one run")
  func shards() throws {
    let bench = try Workbench(Self.files)
    for arguments in [
      ["run", "free.toml", "--output", "one"], ["run", "free.toml", "--shard", "1/2"], ["run", "free.toml", "--shard", "2/2"],
    ] {
      let run = try bench.run(arguments + ["--draws", "20000", "--quiet"])
      try #require(run.ending == .exit(0), "\(run)")
    }
    let merged = try bench.run("merge", "results/free.shard-1-of-2.part", "results/free.shard-2-of-2.part", "--quiet")
    try #require(merged.ending == .exit(0), "\(merged)")
    for name in ["percentiles.csv", "statistics.csv", "summary.json", "assumptions.csv"] {
      #expect(try bench.text("results/free/\(name)") == bench.text("one/free/\(name)"), "\(name)")
    }
  }
}
