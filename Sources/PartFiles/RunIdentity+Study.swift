internal import Analysis
internal import ByteCoding
internal import Reporting
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

  /// A digest of what was asked (SHA-256), of the files' own digests.
  package var digest: String {
    var study = study
    study.files = files.map { ScenarioFile(name: $0.name, bytes: Array($0.digest.sha256.utf8)) }
    var writer = ByteWriter()
    study.encode(to: &writer)
    return FileDigest(name: "", of: writer.bytes).sha256
  }
}
