import FoundationEssentials
import Reporting
import TestSupport
import Testing
import Workbooks

@Suite("Workbooks")
struct ResultWorkbookTests {
  /// The smallest result that can be read.
  private let files = [
    "summary.json": """
    {
      "schema": "tariffsim.summary/1",
      "title": "=cmd|' /C calc'!A0",
      "home": "A", "partner": "B",
      "determinedBy": {
        "programVersion": "1", "files": [], "overrides": [], "draws": 10, "design": "random", "thresholds": []
      },
      "percentilesFrom": "all draws", "headline": ["Under x exports fall."], "notes": [], "scenarios": []
    }
    """,
    "run.json": "{\"schema\": \"tariffsim.run/1\", \"identity\": \"5a\", \"seed\": \"1\"}",
    "assumptions.csv": "path,distribution,mean,sd,p5,p50,p95,source,judgement\n",
    "percentiles.csv": "scenario,value\n\"=1+1\",2.5\n",
  ]

  @Test("Equal results have equal bytes, and a workbook is a ZIP archive")
  func sameBytes() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/workbook-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var bytes: [Data] = []
    for name in ["a", "b"] {
      try ResultWorkbook(files: files).write(to: "\(folder)/\(name).xlsx")
      bytes.append(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).xlsx")))
    }
    #expect(bytes[0] == bytes[1])
    #expect(Array(bytes[0].prefix(4)) == [0x50, 0x4B, 0x03, 0x04] && bytes[0].count > 4_000)
  }

  @Test("More rows than a sheet holds are refused, and so is a damaged table")
  func refusals() {
    var long = files
    long["lines.csv"] = String(repeating: "a,1\n", count: 1_048_577)
    #expect(throws: ResultWorkbook.Failure.tooManyRows(file: "lines.csv", rows: 1_048_577, limit: 1_048_576)) {
      try ResultWorkbook(files: long)
    }
    var damaged = files
    damaged["percentiles.csv"] = "scenario,value\na,1,2\n"
    #expect(
      throws: ResultWorkbook.Failure.unreadable(
        .damaged(file: "percentiles.csv", reason: "line 2 has 3 cells, and the head has 2"))
    ) { try ResultWorkbook(files: damaged) }
    damaged["percentiles.csv"] = "scenario,\"value\n"
    #expect(throws: ResultWorkbook.Failure.self) { try ResultWorkbook(files: damaged) }
    #expect(throws: ResultWorkbook.Failure.unreadable(.missing(file: "summary.json"))) { try ResultWorkbook(files: [:]) }
  }

  @Test("A place that takes no file is told")
  func cannotWrite() throws {
    let book = try ResultWorkbook(files: files)
    #expect(throws: (any Error).self) { try book.write(to: "/nowhere/at/all.xlsx") }
  }
}
