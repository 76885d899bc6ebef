internal import Ledger
internal import Reporting
internal import TextFormats

/// The difference between two runs as a text.
struct DifferenceTexts {
  private let difference: RunDifference
  private let old: NumberedEntry
  private let new: NumberedEntry

  /// Figures that are shown; a document has all.
  private static let limit = 30

  init(_ difference: RunDifference, old: NumberedEntry, new: NumberedEntry) {
    (self.difference, self.old, self.new) = (difference, old, new)
  }

  func text(_ format: OutputFormat, style: TextStyle) throws(CSVError) -> String {
    let inputs = try difference.inputs()
    let figures = difference.figures
    guard format == .text else {
      return JSONValue.object([
        .init("from", RunTexts.head(old)), .init("to", RunTexts.head(new)),
        .init("inputs", .array(inputs.map(JSONValue.string))),
        .init(
          "figures",
          .array(
            figures.map {
              .object([
                .init("scenario", .string($0.figure.scenario)), .init("period", .string($0.figure.period)),
                .init("outcome", .string($0.figure.outcome)), .init("statistic", .string($0.figure.statistic)),
                .init("from", .number($0.before)), .init("to", .number($0.figure.value)),
                .init("verdict", .string($0.verdict.rawValue)),
              ])
            })),
      ]).text
    }
    var lines = [style.title("From \(name(old)) to \(name(new))"), "", style.strong("What went in")]
    lines += inputs.isEmpty ? ["  nothing differs"] : inputs.map { "  " + ShownText.line($0, limit: 400) }
    lines += ["", style.strong("What came out")]
    let moved = figures.filter {
      $0.verdict != .same && ($0.figure.statistic.hasSuffix("p50") || $0.figure.statistic.hasSuffix("mean"))
    }
    if figures.isEmpty {
      lines.append("  the two have no figure in common")
    } else if moved.isEmpty {
      lines.append("  \(NumberText.count(figures.count)) figures, all the same")
    } else {
      var table = TextTable(columns: [
        .init("scenario", .left), .init("outcome", .left), .init("from"), .init("to"), .init("", .left),
      ])
      for moved in moved.prefix(Self.limit) { table.rows.append(row(moved)) }
      lines += style.table(table)
      if moved.count > Self.limit {
        lines.append("  and \(NumberText.count(moved.count - Self.limit)) more; --format json has all")
      }
      lines.append(
        style.faint("  not decided: within what Monte Carlo alone makes of two independent runs in 95 % of cases"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func name(_ numbered: NumberedEntry) -> String {
    "#\(numbered.number) \(ShownText.line(numbered.entry.key, limit: 60))"
  }

  private func row(_ moved: RunDifference.Moved) -> [String] {
    let figure = moved.figure
    let scale = figure.unit == "fraction" ? 100.0 : 1
    let place = ShownDigits.place(
      largest: max(figure.value.magnitude, moved.before.magnitude) * scale,
      standardErrors: [figure.standardError.map { $0 * scale }])
    let period = ["year", "all"].contains(figure.period) ? "" : "@" + figure.period
    return [
      ShownText.line(figure.scenario, limit: 30), "\(figure.statistic) of \(figure.outcome)\(period)",
      NumberText.rounded(moved.before * scale, place: place), NumberText.rounded(figure.value * scale, place: place),
      moved.verdict.rawValue,
    ]
  }
}
