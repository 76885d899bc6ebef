internal import Analysis
internal import ByteCoding
package import Reporting
internal import ScenarioFiles

extension RunIdentity {
  /// What was asked, whatever program and machine answer it.
  package var study: Self {
    var study = self
    study.programVersion = ""
    study.commit = nil
    study.arithmetic = ""
    study.blasCore = ""
    return study
  }

  /// A digest of what was asked (SHA-256), from the digests of its files.
  ///
  /// Those are given: they are told beside the result, and a book of trade data has megabytes.
  package func digest(ofFiles digests: [RunDescription.FileDigest]) -> String {
    var study = study
    study.files = digests.map { ScenarioFile(name: $0.name, bytes: Array($0.sha256.utf8)) }
    var writer = ByteWriter()
    study.encode(to: &writer)
    return FileDigest(name: "", of: writer.bytes).sha256
  }
}
