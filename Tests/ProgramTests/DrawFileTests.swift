import Testing

@Suite("The built program: draws")
struct DrawFileTests {
  @Test("Every draw is written, the same bytes for any number of threads, and nothing else changes")
  func sameBytes() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    for form in ["parquet", "csv.zst"] {
      for threads in ["1", "3"] {
        let run = try bench.run(
          "run", "small.toml", "--draws", "3000", "--threads", threads, "-q", "--draws-out", "d\(threads).\(form)", "--outcomes",
          "balance,export_revenue", "-o", "r\(threads)")
        try #require(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
      }
      #expect(try bench.bytes("d1.\(form)") == bench.bytes("d3.\(form)"), "\(form)")
    }
    try bench.expectSame("summary.json", in: "r1/small", and: "r3/small")
    let bytes = try bench.bytes("d1.parquet")
    // Draws, numbers of draws and two columns of eight bytes each hardly shrink.
    #expect(bytes.count > 3000 * 8 && bytes.starts(with: Array("PAR1".utf8)))
    for name in ["now/year/balance", "now/year/export_revenue", "identity"] {
      #expect(bytes.contains(Array(name.utf8)), "\(name)")
    }
    #expect(!bytes.contains(Array("now/year/imports".utf8)))
  }

  @Test("A file of another kind, one in the result folder, and several scenarios are refused before any work")
  func mistakes() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text, "other.toml": SmallScenario.text])
    let cases: [(arguments: [String], words: String)] = [
      (["small.toml", "--draws-out", "d.txt"], "name the file so, as in draws.parquet"),
      (["small.toml", "--draws-out", "results/small/d.parquet"], "keep it elsewhere"),
      (["small.toml", "other.toml", "--draws-out", "d.parquet"], "run them one by one"),
      (["small.toml", "--draws-out", "d.parquet", "--shard", "1/2"], "leave one of the two out"),
    ]
    for (arguments, words) in cases {
      let run = try bench.run(["run", "--draws", "1000", "-q"] + arguments)
      #expect(run.ending == .exit(64) && run.errors.contains(words), "\(run)")
    }
    #expect(try bench.names() == ["other.toml", "small.toml"])
  }

  @Test("A place that takes no file is told, and no result is left")
  func cannotWrite() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    try bench.write("", to: "file")
    let run = try bench.run("run", "small.toml", "--draws", "1000", "-q", "--draws-out", "file/d.parquet")
    #expect(run.ending == .exit(73) && run.errors.contains("file"), "\(run)")
    #expect(try bench.names() == ["file", "small.toml"])
  }
}
