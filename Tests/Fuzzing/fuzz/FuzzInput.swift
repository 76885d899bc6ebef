internal import Analysis
internal import ByteCoding
internal import CommandLineKit
internal import PartFiles
internal import Reporting
internal import Sampling
internal import ScenarioFiles
internal import Simulation
internal import TariffSimCommands
internal import TextFormats

/// A kind of input that people and other programs give, and what is done with one.
enum FuzzInput: String, CaseIterable {
  /// A scenario and its tables in one text: after a line `--- NAME` comes the file NAME.
  case scenario
  /// The content of a part or of a checkpoint, without the frame and its checksum.
  case part
  /// The same of a sweep's checkpoint.
  case sweep
  /// Words of a command line, one a line.
  case command
  /// What stands in quotes, and what other programs write: conditions, lists of values, CSV, JSON, sizes.
  case text

  /// Reads an input; 0 says that it may join the corpus.
  func take(_ bytes: [UInt8]) -> Int32 {
    switch self {
    case .scenario: Self.takeScenario(bytes)
    case .part: Self.takePart(bytes)
    case .sweep: Self.takeSweep(bytes)
    case .command: Self.takeCommand(bytes)
    case .text: Self.takeText(bytes)
    }
    return 0
  }

  /// What loads is computed too, in a few draws.
  private static func takeScenario(_ bytes: [UInt8]) {
    guard let loaded = try? RunPipeline.live.reload(files(bytes), [], "input") else { return }
    var plan = loaded.defaults
    (plan.draws, plan.design, plan.rotates, plan.seeksExactPercentiles) = (40, .random, false, false)
    _ = try? RunPipeline.live.notes(loaded.checked, plan)
    let conduct = RunPipeline.Conduct(
      threads: 1, announce: { _ in }, progress: { _ in }, isCancelled: { false }, memoryLimit: 400_000_000)
    guard let result = try? RunPipeline.live.simulate(loaded.checked, plan, conduct) else { return }
    _ = RunTables.percentiles(result)
  }

  private static func files(_ bytes: [UInt8]) -> [ScenarioFile] {
    let marker = Array("--- ".utf8)
    var files: [(name: [UInt8], bytes: [UInt8])] = [(Array("scenario.toml".utf8), [])]
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: marker) {
        files.append((Array(line.dropFirst(marker.count)), []))
      } else {
        files[files.count - 1].bytes += line + [UInt8(ascii: "\n")]
      }
    }
    return files.map { ScenarioFile(name: String(decoding: $0.name, as: UTF8.self), bytes: $0.bytes) }
  }

  /// A frame with the right checksum around any content: else nothing behind the checksum would be seen.
  private static func framed(_ content: [UInt8], name: String, version: UInt64) -> [UInt8] {
    var head = ByteWriter()
    head.word(version)
    head.word(UInt64(24 + content.count + 8))
    let bytes = [0x89] + Array(name.utf8) + [0x0A] + head.bytes + content
    var checksum = ByteWriter()
    checksum.word(CRC64.checksum(of: bytes[...]))
    return bytes + checksum.bytes
  }

  /// What can be read is written the same again; a whole run of few draws is also merged.
  private static func takePart(_ bytes: [UInt8]) {
    _ = try? PartFile(decoding: bytes)
    guard let part = try? PartFile(decoding: framed(bytes, name: "TSPART", version: PartFile.formatVersion)) else { return }
    precondition((try? PartFile(decoding: part.encoded)) == part, "a part is not what was written")
    let plan = part.identity.plan
    guard plan.draws <= 20_000, !plan.seeksExactPercentiles,
      let loaded = try? RunPipeline.live.reload(part.identity.files, part.identity.overrides, "input")
    else { return }
    _ = try? RunPipeline.live.merge(loaded.checked, plan, [.init(path: "input", partial: part.partial)])
  }

  private static func takeSweep(_ bytes: [UInt8]) {
    _ = try? SweepFile(decoding: bytes)
    guard let sweep = try? SweepFile(decoding: framed(bytes, name: "TSWEEP", version: 1)) else { return }
    precondition((try? SweepFile(decoding: sweep.encoded)) == sweep, "a sweep's checkpoint is not what was written")
  }

  private static func takeCommand(_ bytes: [UInt8]) {
    let words = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    guard let name = words.first, let command = try? ProgramSyntax.tariffSim.command(name) else { return }
    do throws(UsageError) {
      _ = try command.parse(Array(words.dropFirst()))
    } catch {
      precondition(!error.message.isEmpty, "an error says something")
    }
  }

  private static func takeText(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? Condition(parsing: text)
    _ = try? Goal(parsing: text)
    _ = ValueRule.byteSize.accepts(text)
    _ = ValueRule.amount(1...UInt64.max).accepts(text)
    _ = ValueRule.ascendingNumbers(0...100).accepts(text)
    _ = ValueRule.place(limit: 1_000_000).accepts(text)
    _ = try? CSVReader.records(bytes)
    _ = try? JSONValue(reading: bytes)
    _ = ShownText.line(text)
    _ = ShellWord.quoted(text)
  }
}
