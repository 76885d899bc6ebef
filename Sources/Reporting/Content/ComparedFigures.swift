/// The figures of a comparison: how far each choice lies from the reference, and the levels behind that.
struct ComparedFigures {
  let compared: ComparedDocument
  /// What stands before the names of its figures, where a page has several comparisons.
  var prefix = ""

  /// Outcomes that a page shows; comparisons.csv has all.
  private static let limit = 12

  /// Totals of the sum over all periods, or of every period; parts only where nothing else was asked for.
  var rows: [ComparedDocument.Row] {
    let totals = compared.rows.filter { $0.group == "total" }
    let shown = totals.isEmpty ? compared.rows : totals
    let periods = ReportedPeriods.leading(shown.map(\.period))
    return shown.filter { periods.contains($0.period) }
  }

  /// The section of the page.
  func section(anchor: String) -> Report.Section? {
    let rows = rows
    let blocks = rows.prefix(Self.limit).flatMap { row in
      [difference(row), levels(row)].compactMap { $0 }.map(Report.Block.figure)
    }
    guard !blocks.isEmpty else { return nil }
    var words = "Each choice less \(compared.reference), taken draw by draw: what both have in common is not in it."
    let hidden = compared.rows.count - min(rows.count, Self.limit)
    if hidden > 0 { words += " comparisons.csv has \(NumberText.count(hidden)) more rows of outcomes, periods and parts." }
    return Report.Section(
      anchor: anchor, title: "Difference from \(compared.reference)", blocks: [.paragraph(words)] + blocks)
  }

  /// The answer in a sentence for each outcome and choice; of more than three choices the table says enough.
  var sentences: [String] {
    rows.prefix(Self.limit).compactMap { row in
      let told = row.differences.filter { $0.figures.isDefined }
      guard (1...3).contains(told.count), let first = told.first?.figures else { return nil }
      let words = told.compactMap { told -> String? in
        if told.dominance == "equal" { return "\(told.choice) the same in every draw" }
        guard let spread = Spread(told.figures) else { return nil }
        let sure = told.figures.statistic("p_better")?.value.map { ", better in \(Self.percent($0))" } ?? ""
        return "\(told.choice) \(spread.figures)\(sure)"
      }
      return "\(first.axis)\(Self.place(row)), less that of \(compared.reference): \(words.joined(separator: "; "))."
    }
  }

  /// A share of the draws in words.
  private static func percent(_ share: Double) -> String {
    if share == 0 { return "no draw" }
    if share == 1 { return "every draw" }
    return ShownNumber.text(share * 100, place: -1) + " % of the draws"
  }

  private static func place(_ row: ComparedDocument.Row) -> String {
    let words = [row.group == "total" ? nil : row.group, ["year", "all"].contains(row.period) ? nil : row.period]
    return words.compactMap { $0.map { ", " + $0 } }.joined()
  }

  private func name(_ kind: String, _ row: ComparedDocument.Row) -> String {
    let own = [row.differences.first?.figures.outcome ?? row.levels.first?.figures.outcome ?? "", row.group, row.period]
    let words = [own[0]] + own.dropFirst().filter { !["total", "year", "all"].contains($0) }
    return FigureName.text(prefix + kind + "-" + words.joined(separator: "-"))
  }

  private func difference(_ row: ComparedDocument.Row) -> Figure? {
    let places = row.differences.map { FigurePlace(figures: $0.figures, label: $0.choice) }
    guard let first = places.first?.figures else { return nil }
    let title = "\(first.displayName)\(Self.place(row)): difference from \(compared.reference)"
    guard
      var figure = Figure.intervals(
        places, name: name("difference", row), title: title, axis: "Difference in \(first.axis.lowercasedFirst)",
        showsZero: true)
    else { return nil }
    figure.note += row.better == "more" ? " More is better." : " Less is better."
    figure.table.columns += [.number("better in, %"), .text("dominates"), .number("best in, %"), .number("mean regret")]
    let ranks = Dictionary(row.ranks.map { ($0.choice, $0.figures) }) { first, _ in first }
    let shown = row.differences.filter { $0.figures.isDefined }
    for (index, told) in shown.enumerated() {
      let rank = ranks[told.choice]
      let scale = told.figures.displayScale
      let regret = rank?.statistic("mean")
      figure.table.rows[index] += [
        Self.share(told.figures.statistic("p_better")), .text(told.dominance ?? ""), Self.share(rank?.statistic("p_best")),
        regret?.value.map {
          .number(
            $0 * scale,
            place: $0 == 0
              ? 0
              : ShownDigits.place(largest: $0.magnitude * scale, standardErrors: [regret?.standardError.map { $0 * scale }]))
        } ?? .empty,
      ]
    }
    return figure
  }

  /// A probability in percent, with the digits that its interval supports.
  private static func share(_ statistic: OutcomeFigures.Statistic?) -> DataTable.Cell {
    guard let value = statistic?.value else { return .empty }
    let width = statistic?.low.flatMap { low in statistic?.high.map { 50 * ($0 - low) } } ?? 1
    return .number(100 * value, place: min(0, max(-2, ShownDigits.leadingPlace(width))))
  }

  private func levels(_ row: ComparedDocument.Row) -> Figure? {
    let places = row.levels.map { FigurePlace(figures: $0.figures, label: $0.choice) }
    return Figure.intervals(
      places, name: name("level", row), title: (places.first?.figures.displayName ?? "") + Self.place(row) + ": level",
      showsZero: places.first?.figures.isChange ?? false, foldsTable: true)
  }
}

/// The stem of a figure's files: letters, digits, dots, hyphens and underscores, whatever its parts are called.
enum FigureName {
  static func text(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars.prefix(100) {
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._-".unicodeScalars.contains(scalar))
      result.unicodeScalars.append(isPlain ? scalar : "_")
    }
    return result
  }
}

extension String {
  /// The same in running text, where a name of the model stood at the beginning.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
