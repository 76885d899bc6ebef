import Testing

/// A part of a file exchanged for another.
struct Edit: Sendable {
  var part: String
  var replacement: String
  var file: String

  init(_ part: String, _ replacement: String, in file: String = "scenario.toml") {
    self.part = part
    self.replacement = replacement
    self.file = file
  }

  /// The files with the part exchanged, which must be there once; an empty part is a new file.
  func made(in files: [String: String]) throws -> [String: String] {
    if part.isEmpty { return files.merging([file: replacement]) { $1 } }
    let pieces = (files[file] ?? "").split(separator: part, omittingEmptySubsequences: false)
    try #require(pieces.count == 2, "\(part) must be in \(file) once")
    return files.merging([file: pieces.joined(separator: replacement)]) { $1 }
  }
}

/// A mistake whose message says what to do, and all that it says done by hand.
struct AdviceCase: Sendable, CustomTestStringConvertible {
  /// The name of the rule.
  var rule: String
  var mistake: [Edit]
  /// What the message offers, each way by itself.
  var ways: [[Edit]]

  init(_ rule: String, _ mistake: [Edit], ways: [[Edit]]) {
    self.rule = rule
    self.mistake = mistake
    self.ways = ways
  }

  var testDescription: String { "\(rule): \(mistake.last?.replacement.prefix(60) ?? "")" }
}
