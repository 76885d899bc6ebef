package import Analysis
package import Reporting
package import ScenarioFiles

/// All that determines the result of a run, and with it the parts that may be joined.
///
/// The scenario's files are in it whole: whoever joins parts needs nothing else.
package struct RunIdentity: Hashable, Sendable {
  package var programVersion: String
  /// Commit of the program's source, where it is known.
  package var commit: String?
  /// The scenario file first, then its tables in the order of reading; never empty.
  package var files: [ScenarioFile]
  /// Numbers replaced on the command line, in the order given.
  package var overrides: [RunDescription.Override]
  package var plan: Plan
  /// The builds of the kernels that give the same bits, as in `fused`.
  package var arithmetic: String
  /// The processor-specific part of the library behind matrix products.
  package var blasCore: String

  package init(
    programVersion: String, commit: String?, files: [ScenarioFile], overrides: [RunDescription.Override], plan: Plan,
    arithmetic: String, blasCore: String
  ) {
    self.programVersion = programVersion
    self.commit = commit
    self.files = files
    self.overrides = overrides
    self.plan = plan
    self.arithmetic = arithmetic
    self.blasCore = blasCore
  }
}
