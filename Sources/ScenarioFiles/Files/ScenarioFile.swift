/// A file of a scenario with all it holds.
package struct ScenarioFile: Hashable, Sendable {
  /// The file as the scenario names it, relative to the scenario's folder.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The digest of the bytes.
  package var digest: FileDigest { FileDigest(name: name, of: bytes) }
}
