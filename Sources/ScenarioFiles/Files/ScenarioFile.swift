/// A file of a scenario with all it holds.
package struct ScenarioFile: Hashable, Sendable {
  /// The file as the scenario names it, relative to the scenario's folder.
  package let name: String
  package let bytes: [UInt8]
  /// The digest of the bytes, made once: what determines a result and the memory of results both tell it.
  package let digest: FileDigest

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    digest = FileDigest(name: name, of: bytes)
  }
}
