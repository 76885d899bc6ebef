/// What a ledger keeps of a finished run, comparison, sweep or search.
package struct LedgerEntry: Hashable, Sendable {
  /// A file that was read, or a table that says what the files mean.
  package struct Text: Hashable, Sendable {
    package var name: String
    /// SHA-256 in lower-case hexadecimal.
    package var digest: String
    package var bytes: [UInt8]

    package init(name: String, digest: String, bytes: [UInt8]) {
      self.name = name
      self.digest = digest
      self.bytes = bytes
    }
  }

  /// A number replaced on the command line.
  package struct Setting: Hashable, Sendable {
    package var path: String
    package var value: String

    package init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }

  /// A number of the answer.
  package struct Figure: Hashable, Sendable {
    package var scenario: String
    package var period: String
    package var outcome: String
    package var unit: String
    /// As in `statistics.csv`: `mean`, `p50`, `difference_mean`.
    package var statistic: String
    package var value: Double
    /// Of Monte Carlo; nothing where it is not known.
    package var standardError: Double?

    package init(
      scenario: String, period: String, outcome: String, unit: String, statistic: String, value: Double, standardError: Double?
    ) {
      self.scenario = scenario
      self.period = period
      self.outcome = outcome
      self.unit = unit
      self.statistic = statistic
      self.value = value
      self.standardError = standardError
    }
  }

  /// The command: `run`, `compare`, `sweep`, `solve` or `merge`.
  package var question: String
  /// The name of the result folder.
  package var stem: String
  package var title: String
  /// What determines the result, as `run.json` has it.
  package var identity: String
  /// The command line after the program's name, word by word.
  package var arguments: [String]
  /// The folder that the command was given in.
  package var workingFolder: String
  /// Where the files are.
  package var resultFolder: String
  /// When the result was complete, in UTC (ISO 8601).
  package var date: String
  package var wallSeconds: Double
  package var programVersion: String
  package var commit: String?
  /// Tells the program's file from others.
  package var programFile: String
  package var draws: Int
  package var seed: UInt64
  package var design: String
  /// The scenario file first.
  package var inputs: [Text]
  /// `assumptions.csv`: every number that went in.
  package var assumptions: Text?
  /// What was printed, where that was a report for people.
  package var report: Text?
  package var settings: [Setting]
  package var figures: [Figure]

  package init(
    question: String, stem: String, title: String, identity: String, arguments: [String], workingFolder: String,
    resultFolder: String, date: String, wallSeconds: Double, programVersion: String, commit: String?, programFile: String,
    draws: Int, seed: UInt64,
    design: String, inputs: [Text], assumptions: Text?, report: Text?, settings: [Setting], figures: [Figure]
  ) {
    self.question = question
    self.stem = stem
    self.title = title
    self.identity = identity
    self.arguments = arguments
    self.workingFolder = workingFolder
    self.resultFolder = resultFolder
    self.date = date
    self.wallSeconds = wallSeconds
    self.programVersion = programVersion
    self.commit = commit
    self.programFile = programFile
    self.draws = draws
    self.seed = seed
    self.design = design
    self.inputs = inputs
    self.assumptions = assumptions
    self.report = report
    self.settings = settings
    self.figures = figures
  }

  /// What people call it: the name with the first seven digits of the identity.
  package var key: String { "\(stem)-\(identity.prefix(7))" }
}
