internal import Files
internal import TariffModel

/// One reading of a scenario: what has been found so far, and everything that is wrong with it.
///
/// The readers are extensions in files of their own. Each returns nothing for what it cannot read, having reported it once;
/// callers go on without.
final class LoadSession {
  /// Where the scenario's files are read from, and the scenario file's name there.
  let source: FileSource
  let fileName: String

  private(set) var problems: [InputProblem] = []
  private var reported: Set<InputProblem> = []

  /// The partner, once it has been read.
  var partner: String?
  /// Where each path stands.
  var locations: [String: SourceLocation] = [:]
  /// Files that were read, each once, in the order of reading.
  private(set) var files: [ScenarioFile] = []

  /// Files that were included, whether they could be read or not; and whether one could not be.
  var includedFiles: Set<String> = []
  var lacksInclude = false { didSet { if lacksInclude { incomplete.formUnion(["parameters", "exemptions", "measures"]) } } }

  /// The replacements of the command line.
  var overrides = OverrideList()
  /// What a question varies.
  var variations: [VariationReading] = []
  /// Names in `[parameters]`, in the order of the file.
  var parameterNames: [String] = []
  /// Those that could be read, by name; filled in before any other number is read.
  var sharedNumbers: [String: SharedNumber] = [:]
  /// Outcomes of thresholds, and where they are named.
  var thresholdOutcomes: [(outcome: Outcome, field: Field)] = []
  /// Names of groups and periods in `[run]`.
  var selectedNames: [Field] = []
  /// Paths of numbers, in the study's order.
  var numberPaths: [String] = []
  /// Paths of days, and those that name what scenarios use or could.
  var dayPaths: [String] = []
  var usePaths: [String] = []
  /// Those of the study that are drawn, in its order; filled in before dependence is read.
  var uncertainPaths: [String] = [] { didSet { uncertain = Set(uncertainPaths) } }
  /// The same, to look one up.
  private(set) var uncertain: Set<String> = []
  /// Numbers that the file draws and the command line does not, with what stands there now.
  var fixed: [String: NumberField.Content] = [:]
  /// Numbers that are stated as intervals, by path.
  var intervals: [String: StatedInterval] = [:]
  /// Numbers that are drawn from a table of their own in the file, by path.
  var drawnTables: [String: NumberField] = [:]
  /// First components of paths under which something could not be read, so that what is missing there is no second problem.
  var incomplete: Set<String> = []

  /// Names by what they look like, as they were first spelled.
  var spellings: [String: Spelling] = [:]
  /// The same by kind and without regard to case.
  var caseSpellings: [String: Spelling] = [:]
  /// Other spellings that were told.
  var strayed: Set<[UInt8]> = []

  /// How the study spells home, the partner and the origins of suppliers, and how it spells the regions of a world.
  let origins = OriginRegister()
  let regions = OriginRegister()
  /// Names that were read as another one of the same country.
  var otherNames: [ModelNote.OtherName] = []
  /// The files of tables of rates, by measure.
  var rateFiles: [String: String] = [:]
  /// The files of tables of exemptions, by table, and what is noted of their rows.
  var exemptionFiles: [String: String] = [:]
  var exemptionNotes: [ModelNote] = []
  /// What is told of tables that were read under a mapping.
  var tableNotes: [ModelNote] = []

  init(source: FileSource, fileName: String) {
    self.source = source
    self.fileName = fileName
  }

  /// The bytes of a file, which is read the first time only.
  func bytes(of name: String) throws(FileBytes.Failure) -> [UInt8] {
    if let file = files.first(where: { $0.name == name }) { return file.bytes }
    let bytes = try source.read(name)
    files.append(ScenarioFile(name: name, bytes: bytes))
    return bytes
  }

  /// Takes down a problem, once.
  func report(_ problem: InputProblem) {
    guard reported.insert(problem).inserted else { return }
    problems.append(problem)
    if let section = problem.path?.split(separator: "/").first { incomplete.insert(String(section)) }
  }

  /// Takes down a problem of a value.
  func report(_ field: Field, _ rule: InputRule, _ suggestion: String? = nil) {
    report(InputProblem(location: field.location, path: field.path, value: field.shown, rule: rule, suggestion: suggestion))
  }

  /// The place of a node in the scenario file.
  func location(_ node: TOMLNode) -> SourceLocation { SourceLocation(file: fileName, line: node.line, column: node.column) }

  /// The place of a key in the scenario file.
  func location(_ entry: TOMLEntry) -> SourceLocation { SourceLocation(file: fileName, line: entry.line, column: entry.column) }
}
