internal import CommandLineKit
internal import Files
internal import Importers
internal import Reporting
internal import TextFormats

/// `tariffsim import`: a statistics' own files in, a table for scenarios and the account of its rows out.
struct ImportCommand {
  var files: [String]
  var request: ImportRequest
  var output: String
  var dropsRejects: Bool
  var replaces: Bool
  var console: Console

  init(_ parsed: ParsedCommand, console: Console) throws(CommandFailure) {
    let command = CommandSyntax.importing.name
    guard let source = parsed.value("source").flatMap(TradeSource.init(rawValue:)) else {
      throw .contradiction("import needs the source of its files, as in --source comtrade", command: command)
    }
    guard let output = parsed.value("output") else {
      throw .contradiction("import needs a place for its table, as in -o suppliers.csv", command: command)
    }
    files = parsed.operands
    self.output = output
    self.console = console
    dropsRejects = parsed.has("drop-rejects")
    replaces = parsed.has("force")
    var request = ImportRequest(source: source)
    request.table = parsed.value("table").flatMap(ImportRequest.Table.init(rawValue:)) ?? .suppliers
    request.importer = parsed.value("importer")
    request.origin = parsed.value("origin")
    request.flow = parsed.value("flow").flatMap(ImportRequest.Flow.init(rawValue:))
    request.dutyType = parsed.value("duty-type")
    request.padsCodes = parsed.has("pad")
    request.encoding = parsed.value("encoding").flatMap(TextEncoding.init(rawValue:)) ?? .utf8
    request.year = Self.number(parsed, "year")
    request.month = Self.number(parsed, "month")
    request.level = Self.number(parsed, "level")
    request.digits = Self.number(parsed, "digits")
    request.columns = try Self.assignments(parsed, "column", among: request.roles)
    request.programmes = try Self.assignments(parsed, "programme", among: nil)
    try Self.check(request, parsed)
    do throws(ImportFailure) {
      if let file = parsed.value("unit-values") { request.unitValues = try UnitValues(file: file) }
      if let file = parsed.value("duties") { request.duties = try DutyRates(file: file, on: parsed.value("on")) }
    } catch {
      throw CommandFailure(error)
    }
    self.request = request
  }

  private static func number(_ parsed: ParsedCommand, _ option: String) -> Int? {
    parsed.value(option).flatMap { Int($0) }
  }

  private static func assignments(
    _ parsed: ParsedCommand, _ option: String, among known: [String]?
  ) throws(CommandFailure) -> [String: String] {
    var assignments: [String: String] = [:]
    for text in parsed.values[option] ?? [] {
      guard let (name, value) = ValueRule.assignment(text) else { continue }
      if let known, !known.contains(name) {
        let nearest = NearestWord.to(name, in: known).map { "; did you mean \($0)?" } ?? ""
        throw .contradiction(
          "--\(option): '\(name)' is no role of a column; there are \(known.joined(separator: ", "))\(nearest)",
          command: CommandSyntax.importing.name)
      }
      guard assignments[name] == nil else {
        throw .contradiction("--\(option) states \(name) twice", command: CommandSyntax.importing.name)
      }
      assignments[name] = value
    }
    return assignments
  }

  /// Options that the source has no use for are refused: they would say something that is not done.
  private static func check(_ request: ImportRequest, _ parsed: ParsedCommand) throws(CommandFailure) {
    let useless =
      request.source.tellsRates
      ? ["table", "month", "flow", "level", "digits", "duties", "on"] : ["duty-type", "programme", "unit-values"]
    let only: [(option: String, source: TradeSource)] = [
      ("duty-type", .wits), ("programme", .hts), ("unit-values", .hts), ("importer", .wits), ("origin", .wits), ("year", .wits),
    ]
    let strange = useless + (request.source.tellsRates ? only.filter { $0.source != request.source }.map(\.option) : [])
    if parsed.has("on"), !parsed.has("duties") {
      throw .contradiction("--on is the day of --duties, which is not there", command: CommandSyntax.importing.name)
    }
    if parsed.has("duties"), request.table == .world {
      throw .contradiction("--duties are by code, and a world's flows have none", command: CommandSyntax.importing.name)
    }
    if let option = strange.first(where: parsed.has) {
      throw .contradiction("--\(option) says nothing of \(request.source.rawValue)", command: CommandSyntax.importing.name)
    }
  }

  func run() throws(CommandFailure) -> ExitCode {
    let rejects = FileStore.joined(FileStore.parent(of: output), "rejects.csv")
    let stands = try CommandFailure.writing { () throws(FileFailure) in try FileStore.checkPlace(output) }
    if stands, !replaces {
      throw .outputFile(FileFailure(path: output, code: 17, explanation: "a file stands there; replace it with --force"))
    }
    let table: ImportedTable
    do throws(ImportFailure) {
      table = try TradeImport.table(files, request)
    } catch {
      throw CommandFailure(error)
    }
    let isWhole = table.account.faults == 0
    if !isWhole { try Self.write(Self.rejects(table.account), to: rejects) }
    let isWritten = isWhole || dropsRejects
    if isWritten { try Self.write(Self.text(table), to: output) }
    try console.print(ImportReport(table, output: isWritten ? output : nil).lines(console.style).map { $0 + "\n" }.joined())
    if isWhole { return .success }
    let faults = table.account.faults
    console.tell(
      "\(ProgramSyntax.tariffSim.name): \(NumberText.count(faults)) \(faults == 1 ? "row is" : "rows are") at fault, listed in "
        + "\(ShownText.line(rejects))"
        + (isWritten
          ? "; the table lacks them\n" : "; no table is written: correct them, or leave them out with --drop-rejects\n"))
    return isWritten ? .success : .badInput
  }

  private static func write(_ text: String, to path: String) throws(CommandFailure) {
    try CommandFailure.writing { () throws(FileFailure) in try FileStore.replace(path, with: Array(text.utf8)) }
  }

  private static func text(_ table: ImportedTable) -> String {
    var text = CSVText(columns: table.columns)
    for row in table.rows {
      for cell in row { text.add(cell) }
      text.endRow()
    }
    return text.text
  }

  private static func rejects(_ account: RowAccount) -> String {
    var text = CSVText(columns: ["file", "line", "column", "reason", "value"])
    for reject in account.rejects {
      text.add(reject.file)
      text.add(String(reject.line))
      text.add(String(reject.column))
      text.add(reject.reason.words + (reject.remark.map { "; \($0)" } ?? ""))
      text.add(reject.value)
      text.endRow()
    }
    return text.text
  }
}

extension CommandFailure {
  /// Why files give no table.
  init(_ failure: ImportFailure) {
    self =
      failure.isUnreadable
      ? .missingInput(path: failure.file, reason: failure.words)
      : .badInput(path: failure.file, problems: [ShownText.line(failure.text)])
  }
}
