internal import Ledger
internal import Reporting
internal import TextFormats

/// Entries of the ledger as texts.
enum RunTexts {
  static func table(_ entries: [NumberedEntry], style: TextStyle) -> String {
    guard !entries.isEmpty else { return "No run is remembered.\n" }
    var table = TextTable(columns: [
      .init("run", .left, isWhole: true), .init("command", .left), .init("completed (UTC)", .left), .init("draws"),
      .init("seconds"),
      .init("folder", .left),
    ])
    for numbered in entries {
      let entry = numbered.entry
      table.rows.append([
        ShownText.line(entry.key, limit: 60), entry.question, String(entry.date.replacing("T", with: " ").prefix(16)),
        NumberText.count(entry.draws), NumberText.short(entry.wallSeconds), ShownText.line(RunFolder.words(of: entry), limit: 60),
      ])
    }
    return style.table(table, indent: 0).joined(separator: "\n") + "\n"
  }

  static func csv(_ entries: [NumberedEntry]) -> String {
    var table = CSVText(columns: [
      "number", "key", "question", "title", "completed", "draws", "seed", "design", "seconds", "version", "identity", "folder",
    ])
    for numbered in entries {
      let entry = numbered.entry
      table.add(Double(numbered.number))
      for text in [entry.key, entry.question, entry.title, entry.date] { table.add(text) }
      table.add(Double(entry.draws))
      for text in [String(entry.seed), entry.design] { table.add(text) }
      table.add(entry.wallSeconds)
      for text in [entry.programVersion, entry.identity, RunFolder.path(of: entry) ?? ""] { table.add(text) }
      table.endRow()
    }
    return table.text
  }

  /// An entry without its inputs and figures.
  static func head(_ numbered: NumberedEntry) -> JSONValue { .object(members(numbered)) }

  private static func members(_ numbered: NumberedEntry) -> [JSONValue.Member] {
    let entry = numbered.entry
    return [
      .init("number", .integer(numbered.number)), .init("key", .string(entry.key)), .init("question", .string(entry.question)),
      .init("title", .string(entry.title)), .init("completed", .string(entry.date)), .init("draws", .integer(entry.draws)),
      // Readers that keep whole numbers with a sign do not hold seeds over 2⁶³.
      .init("seed", .string(String(entry.seed))), .init("design", .string(entry.design)),
      .init("wallSeconds", .number(entry.wallSeconds)), .init("programVersion", .string(entry.programVersion)),
      .init("commit", .optional(entry.commit)), .init("identity", .string(entry.identity)),
      .init("workingFolder", .string(entry.workingFolder)), .init("folder", .optional(RunFolder.path(of: entry))),
    ]
  }

  /// An entry whole.
  static func text(_ numbered: NumberedEntry, format: OutputFormat, style: TextStyle) -> String {
    let entry = numbered.entry
    guard format == .text else {
      return JSONValue.object(
        members(numbered) + [
          .init("command", .array(entry.arguments.map(JSONValue.string))),
          .init(
            "inputs",
            .array(entry.inputs.map { .object([.init("name", .string($0.name)), .init("sha256", .string($0.digest))]) })),
          .init(
            "overrides",
            .array(entry.settings.map { .object([.init("path", .string($0.path)), .init("value", .string($0.value))]) })),
          .init(
            "figures",
            .array(
              entry.figures.map {
                .object([
                  .init("scenario", .string($0.scenario)), .init("period", .string($0.period)),
                  .init("outcome", .string($0.outcome)), .init("unit", .string($0.unit)),
                  .init("statistic", .string($0.statistic)), .init("value", .number($0.value)),
                  .init("standardError", .optional($0.standardError)),
                ])
              })),
        ]
      ).text
    }
    var lines = [style.title(ShownText.name(entry.title)), ""]
    var table = TextTable(columns: [.init("", .left), .init("", .left)])
    table.rows = [
      ["run", "#\(numbered.number), \(entry.key)"],
      ["command", "tariffsim " + entry.arguments.map(ShellWord.quoted).joined(separator: " ")], ["in", entry.workingFolder],
      ["completed", "\(entry.date), in \(NumberText.short(entry.wallSeconds)) s"],
      ["program", entry.programVersion + (entry.commit.map { " (\($0.prefix(12)))" } ?? "")],
      ["draws", "\(NumberText.count(entry.draws)), \(entry.design), seed \(entry.seed)"], ["files", RunFolder.words(of: entry)],
    ]
    lines += table.rows.map { row in
      "  " + row[0] + String(repeating: " ", count: max(1, 11 - row[0].count)) + ShownText.line(row[1], limit: 400)
    }
    lines += entry.inputs.map { "  input      \(ShownText.line($0.name, limit: 80)), SHA-256 \($0.digest.prefix(12))…" }
    lines += entry.settings.map { "  set        \(ShownText.line($0.path, limit: 80)) = \(ShownText.line($0.value, limit: 80))" }
    let medians = entry.figures.filter { $0.statistic == "p50" || $0.statistic == "difference_p50" }
    if !medians.isEmpty {
      var figures = TextTable(columns: [.init("median", .left), .init("", .left), .init("value"), .init("unit", .left)])
      for figure in medians.prefix(24) {
        let scale = figure.unit == "fraction" ? 100.0 : 1
        let place =
          figure.value == 0
          ? 0
          : ShownDigits.place(
            largest: figure.value.magnitude * scale, standardErrors: [figure.standardError.map { $0 * scale }])
        figures.rows.append([
          ShownText.line(figure.scenario, limit: 30), figure.outcome, NumberText.rounded(figure.value * scale, place: place),
          figure.unit == "fraction" ? "%" : figure.unit,
        ])
      }
      lines += [""] + style.table(figures)
      if medians.count > 24 { lines.append("  and \(NumberText.count(medians.count - 24)) more; --format json has all") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
