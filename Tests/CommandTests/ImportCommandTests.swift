import CommandLineKit
import FoundationEssentials
import Testing

/// The command around the importers: what it refuses, writes and leaves alone.
@Suite("import")
struct ImportCommandTests {
  /// Runs the command on a file of BACI's shape in a folder of its own, and returns what is in the folder afterwards.
  private func imported(_ rows: String, _ options: [String]) throws -> (Transcript, files: [String: String]) {
    let folder = FileManager.default.temporaryDirectory.path + "/import-\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "t,i,j,k,v,q\n\(rows)".write(toFile: folder + "/baci.csv", atomically: false, encoding: .utf8)
    let transcript = run(["import", folder + "/baci.csv", "--source", "baci", "-o", folder + "/table.csv"] + options)
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "baci.csv" {
      files[name] = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }
    return (transcript, files)
  }

  @Test("a table is written, and the account and the sum are told")
  func table() throws {
    let (transcript, files) = try imported("2023,842,699,520100,1.5,NA\n2023,4,699,010121,1000,1\n", [])
    #expect(transcript.code == .success && transcript.errors.isEmpty)
    #expect(files == ["table.csv": "origin,hs,value\nAfghanistan,010121,1\nUnited States,520100,0.0015\n"])
    #expect(transcript.output.contains("the table  1,001,500"))
  }

  @Test("rows at fault go to rejects.csv, and the table is written without them only where that is said")
  func rejects() throws {
    let rows = "2023,842,699,520100,1.5,NA\n2023,842,699,10121,1,1\n"
    let (refused, files) = try imported(rows, [])
    #expect(refused.code == .badInput && files.keys.sorted() == ["rejects.csv"])
    #expect(files["rejects.csv"]?.contains(",3,14,the code has lost a leading zero,10121\n") == true)
    #expect(refused.errors.contains("--drop-rejects") && refused.output.contains("--pad"))
    let (dropped, withTable) = try imported(rows, ["--drop-rejects"])
    #expect(dropped.code == .success && withTable.keys.sorted() == ["rejects.csv", "table.csv"])
    let (padded, whole) = try imported(rows, ["--pad"])
    #expect(padded.code == .success && whole.keys.sorted() == ["table.csv"])
  }

  @Test(
    "what is not settled is refused, with what to type",
    arguments: [
      (["--duty-type", "MFN"], "--duty-type says nothing of baci", true),
      (["--column", "cod=k"], "did you mean code?", true), (["--importer", "Nowhere"], "'Nowhere' is no country", false),
      (["--digits", "8"], "--digits 8 is finer than the codes", false), (["--year", "2024"], "no row has the year 2024", false),
    ] as [([String], String, Bool)])
  func refusals(options: [String], words: String, isUsage: Bool) throws {
    let (transcript, files) = try imported("2023,842,699,520100,1.5,NA\n", options)
    #expect(transcript.code == (isUsage ? .usage : .badInput) && files.isEmpty)
    #expect(transcript.errors.contains(words), "\(transcript.errors)")
  }

  @Test("one origin's flow to one importer becomes lines")
  func lines() throws {
    let (transcript, files) = try imported("2023,842,699,520100,1.5,NA\n", ["--table", "lines"])
    #expect(transcript.code == .success && files == ["table.csv": "id,hs,value\n520100,520100,0.0015\n"])
  }

  @Test("a file that stands is left alone without --force")
  func force() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/import-\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "t,i,j,k,v,q\n2023,842,699,520100,1.5,NA\n".write(toFile: folder + "/b.csv", atomically: false, encoding: .utf8)
    let arguments = ["import", folder + "/b.csv", "--source", "baci", "-o", folder + "/t.csv"]
    #expect(run(arguments).code == .success)
    let again = run(arguments)
    #expect(again.code == .cannotWrite && again.errors.contains("--force"))
    #expect(run(arguments + ["--force"]).code == .success)
  }
}
