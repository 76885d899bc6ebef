/// An entry with its number in the ledger.
package struct NumberedEntry: Hashable, Sendable {
  package var number: Int
  package var entry: LedgerEntry
}

extension Ledger {
  /// All entries, the newest first, without the bytes of their texts, their words, settings and figures.
  ///
  /// O(entries).
  package func list() throws(LedgerFailure) -> [NumberedEntry] {
    let statement = try statement(Self.selection + " ORDER BY id DESC")
    var entries: [NumberedEntry] = []
    while try statement.step() { entries.append(Self.entry(statement)) }
    return entries
  }

  /// The newest entry of a run with an identity, whole; nothing where there is none.
  package func newest(identity: String, question: String) throws(LedgerFailure) -> NumberedEntry? {
    let statement = try statement("SELECT max(id) FROM run WHERE identity = ? AND question = ?")
    try statement.bind([.text(identity), .text(question)])
    guard try statement.step() else { return nil }
    return try entry(statement.integer(0))
  }

  /// An entry whole; nothing where there is none with the number.
  package func entry(_ number: Int) throws(LedgerFailure) -> NumberedEntry? {
    let head = try statement(Self.selection + " WHERE id = ?")
    try head.bind([.integer(number)])
    guard try head.step() else { return nil }
    var found = Self.entry(head)
    if let digest = head.textIfAny(14) {
      found.entry.assumptions = LedgerEntry.Text(name: "assumptions.csv", digest: digest, bytes: try bytes(digest))
    }
    if let digest = head.textIfAny(15) {
      found.entry.report = LedgerEntry.Text(name: "report.txt", digest: digest, bytes: try bytes(digest))
    }
    let argument = try rows("SELECT word FROM argument", of: number)
    while try argument.step() { found.entry.arguments.append(argument.text(0)) }
    let input = try rows("SELECT name, digest FROM input", of: number)
    while try input.step() {
      found.entry.inputs.append(
        LedgerEntry.Text(name: input.text(0), digest: input.text(1), bytes: try bytes(input.text(1))))
    }
    let setting = try rows("SELECT path, value FROM setting", of: number)
    while try setting.step() { found.entry.settings.append(LedgerEntry.Setting(path: setting.text(0), value: setting.text(1))) }
    let figure = try rows("SELECT scenario, period, outcome, unit, statistic, value, standard_error FROM figure", of: number)
    while try figure.step() {
      found.entry.figures.append(
        LedgerEntry.Figure(
          scenario: figure.text(0), period: figure.text(1), outcome: figure.text(2), unit: figure.text(3),
          statistic: figure.text(4), value: figure.number(5), standardError: figure.numberIfAny(6)))
    }
    return found
  }

  private static let selection = """
    SELECT id, question, stem, title, identity, working_folder, result_folder, completed, wall_seconds, program_version,
      source_commit, draws, seed, design, assumptions, report, program_file FROM run
    """

  private func rows(_ text: String, of number: Int) throws(LedgerFailure) -> Statement {
    let statement = try statement(text + " WHERE run = ? ORDER BY place")
    try statement.bind([.integer(number)])
    return statement
  }

  private func bytes(_ digest: String) throws(LedgerFailure) -> [UInt8] {
    let statement = try statement("SELECT content FROM text WHERE digest = ?")
    try statement.bind([.text(digest)])
    return try statement.step() ? statement.blob(0) : []
  }

  private static func entry(_ row: borrowing Statement) -> NumberedEntry {
    NumberedEntry(
      number: row.integer(0),
      entry: LedgerEntry(
        question: row.text(1), stem: row.text(2), title: row.text(3), identity: row.text(4), arguments: [],
        workingFolder: row.text(5), resultFolder: row.text(6), date: row.text(7), wallSeconds: row.number(8),
        programVersion: row.text(9), commit: row.textIfAny(10), programFile: row.text(16), draws: row.integer(11),
        seed: UInt64(row.text(12)) ?? 0,
        design: row.text(13), inputs: [], assumptions: nil, report: nil, settings: [], figures: []))
  }
}
