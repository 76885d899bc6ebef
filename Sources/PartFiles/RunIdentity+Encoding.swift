internal import Analysis
internal import ByteCoding
internal import Reporting
internal import ScenarioFiles

extension RunIdentity {
  func encode(to writer: inout ByteWriter) {
    writer.text(programVersion)
    writer.flag(commit != nil)
    if let commit { writer.text(commit) }
    writer.count(files.count)
    for file in files {
      writer.text(file.name)
      writer.section(file.bytes)
    }
    writer.count(overrides.count)
    for override in overrides {
      writer.text(override.path)
      writer.text(override.value)
    }
    plan.encode(to: &writer)
    writer.text(arithmetic)
    writer.text(blasCore)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    programVersion = try reader.text()
    commit = try reader.flag() ? try reader.text() : nil
    files = []
    // An entry has at least two bytes, the lengths of its two parts.
    for _ in 0..<(try reader.count(atMost: reader.remaining / 2)) {
      files.append(ScenarioFile(name: try reader.text(), bytes: try reader.section()))
    }
    guard !files.isEmpty else { throw DamagedBytes("it holds no scenario file") }
    overrides = []
    for _ in 0..<(try reader.count(atMost: reader.remaining / 2)) {
      overrides.append(RunDescription.Override(path: try reader.text(), value: try reader.text()))
    }
    plan = try Plan(from: &reader)
    arithmetic = try reader.text()
    blasCore = try reader.text()
  }
}
