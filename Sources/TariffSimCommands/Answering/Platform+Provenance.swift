internal import Analysis
internal import PartFiles
internal import Reporting
internal import ScenarioFiles

extension RunPipeline.Platform {
  /// What of this program and machine enters the numbers.
  var facts: ProgramFacts { facts(blasCore: blasCore) }

  /// The same of numbers that another machine's products entered.
  func facts(blasCore: String) -> ProgramFacts {
    ProgramFacts(version: ProgramVersion.text, scenarioSchema: scenarioSchema, blasCore: blasCore)
  }

  /// How a result came about here.
  func record(_ origin: RunOrigin, threads: Int, wallSeconds: Double) -> RunRecord {
    RunRecord(
      origin: origin, threads: threads, instructionSet: instructionSet, swiftVersion: BuildFacts.swiftVersion,
      openBLASVersion: openBLASVersion, commit: BuildFacts.commit, wallSeconds: wallSeconds)
  }

  /// What tells a run of some files from others.
  func identity(of files: [ScenarioFile], overrides: [RunDescription.Override], plan: Plan) -> RunIdentity {
    RunIdentity(
      programVersion: ProgramVersion.text, commit: BuildFacts.commit, files: files, overrides: overrides, plan: plan,
      arithmetic: arithmetic, blasCore: blasCore)
  }

  /// What tells a question from others: the run of every file that it is about, and what else is asked, a text each.
  func digest(
    of files: [RunPipeline.Loaded], overrides: [RunDescription.Override], plan: Plan, asking question: [String]
  ) -> String {
    let runs = files.map { identity(of: $0.files, overrides: overrides, plan: plan).digest(ofFiles: $0.digests) }
    return FileDigest(name: "", of: Array((runs + question).joined(separator: "\n").utf8)).sha256
  }
}
