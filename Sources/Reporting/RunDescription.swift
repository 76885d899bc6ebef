package import TariffModel

/// What a report says about the study behind a result.
package struct RunDescription: Sendable {
  /// Name of the result folder, made from the scenario file's name.
  package var stem: String
  package var title: String
  package var summary: String?
  package var home: String
  package var partner: String
  /// The horizon that the elasticities stand for, in the user's words.
  package var horizon: String?
  /// The policy packages, in the study's order.
  package var scenarios: [PolicyScenario]
  /// Every number of the study with its figures.
  package var assumptions: [AssumptionRow]
  /// The scenario file first, then its tables.
  package var files: [FileDigest]
  /// Numbers replaced on the command line, in the order given.
  package var overrides: [Override]

  /// A file that was read, and what it held.
  package struct FileDigest: Hashable, Sendable {
    /// Relative to the scenario file.
    package var name: String
    /// In lower-case hexadecimal.
    package var sha256: String

    package init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// A number replaced on the command line.
  package struct Override: Hashable, Sendable {
    package var path: String
    package var value: String

    package init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }

  /// Describes a study that was read from files.
  package init(study: Study, stem: String, files: [FileDigest], overrides: [Override] = []) {
    self.stem = stem
    title = study.title
    summary = study.summary
    home = study.home
    partner = study.partner
    horizon = study.horizon
    scenarios = study.scenarios
    assumptions = AssumptionRow.rows(of: study)
    self.files = files
    self.overrides = overrides
  }
}
