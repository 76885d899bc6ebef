package import Analysis
internal import Statistics
internal import TariffModel
internal import TextFormats

/// The answer to a comparison for people: a table for each outcome, and what it says in words.
package struct ComparisonReport: Sendable {
  package var result: ComparisonResult
  package var title: String
  package var style: TextStyle
  package var folder: String
  /// Whether parts and single periods are shown too, because they were asked for.
  package var showsAll: Bool

  package init(result: ComparisonResult, title: String, style: TextStyle, folder: String, showsAll: Bool = false) {
    self.result = result
    self.title = title
    self.style = style
    self.folder = folder
    self.showsAll = showsAll
  }

  /// The whole report, with a line feed at its end.
  package var text: String {
    var lines = style.fitted(ShownText.name(title)).map(style.title) + [""]
    lines += style.wrapped(
      "\(Self.counted(result.plan.draws, "draw")) of seed \(result.plan.seed), the same for every choice; compared with "
        + "\(reference).")
    lines += blocks
    let hidden = result.rows.count - shownRows.count
    lines.append("")
    lines += style.wrapped(
      "comparisons.csv has all numbers with their intervals, the ratio in percent and the difference of percentiles too"
        + (hidden > 0 ? ", and \(Self.counted(hidden, "more row")) of periods and parts." : "."))
    if let unsolved = result.unsolved {
      lines += style.wrapped(
        "\(Self.counted(unsolved.count, "draw")) without a solution left out; unsolved.csv lists the first of them.")
    }
    let names = Set(result.choices.map(\.scenario))
    let notes = result.notes.filter { note in note.scenario.map(names.contains) ?? true }.map(\.sentence).uniqued
    for note in notes { lines += style.wrapped("Note: " + note, indent: "  ") }
    lines += style.wrapped(
      "Differences are taken draw by draw. Dominance to the first order: better for everybody who prefers \u{201C}better\u{201D}; to "
        + "the second: for everybody who also dislikes risk; \u{201C}yes\u{201D} is wrong in at most 5 % of cases. Regret is the "
        + "distance from the best choice in the same draw. What is better can be turned with --better OUTCOME=less.")
    lines.append(style.faint("Result: \(folder)"))
    return lines.joined(separator: "\n") + "\n"
  }

  /// A block of lines for each outcome that is shown, each after an empty line.
  var blocks: [String] { shownRows.flatMap { [""] + block($0) } }

  /// Of more the table says enough.
  private static let mostSentences = 3

  private var reference: String { Self.short(result.choices[result.reference].label) }

  /// A name that leaves room for numbers beside it.
  private static func short(_ name: String) -> String { ShownText.line(name, limit: 40) }

  private static func counted(_ count: Int, _ noun: String) -> String {
    NumberText.count(count) + " " + noun + (count == 1 ? "" : "s")
  }

  /// Totals of the sum over all periods, or where there is none of every period.
  private var shownRows: [ComparedOutcome] {
    if showsAll { return result.rows }
    let totals = result.rows.filter { $0.slice == .total }
    let sums = totals.filter { $0.period == OutcomeKey.allPeriods }
    return sums.isEmpty ? totals : sums
  }

  private func block(_ row: ComparedOutcome) -> [String] {
    let scale = row.outcome.displayScale
    let figures = row.levels.map { $0.map { CentralFigure($0, scale: scale, digits: 4) } }
    let middle = figures.compactMap { $0 }.first?.meaning ?? "value"
    var table = TextTable(columns: [
      .init("", .left), .init(middle), .init("minus \(reference)"), .init("better in"),
      .init("dominates", .left), .init("best in"), .init("mean regret"),
    ])
    for choice in result.choices.indices {
      let comparison = row.comparisons.first { $0.choice == choice }
      let regret = row.regrets.first { $0.choice == choice }
      table.rows.append([
        Self.short(result.choices[choice].label), figures[choice]?.cell ?? "—",
        choice == result.reference ? "" : comparison.map { CentralFigure($0.difference, scale: scale).cell } ?? "—",
        choice == result.reference ? "" : comparison.map { Self.percent($0.better) } ?? "—",
        choice == result.reference ? "" : comparison.map(Self.dominance) ?? "—", regret.map { Self.percent($0.best) } ?? "—",
        regret.flatMap { regret in regret.regret.toldMean.map { Self.shown($0, scale: scale) } } ?? "—",
      ])
    }
    let unit = scale == 100 ? "%" : row.outcome.unit.rawValue
    let name = row.outcome.phrase + (row.slice == .total ? "" : " of \(Self.short(row.slice.groupColumn))")
    let heading = row.outcome.phrase.hasSuffix("%") ? name : "\(name), \(unit)"
    let period = row.period == "year" || row.period == OutcomeKey.allPeriods ? "" : ", \(row.period)"
    let meaning = "\(row.direction.rawValue) is better"
    var lines =
      heading.count + period.count + 2 + meaning.count <= style.width ?? .max
      ? [style.strong(heading + period) + style.faint("  " + meaning)]
      : style.fitted(heading + period).map(style.strong) + [style.faint("  " + meaning)]
    lines += style.wrapped(OutcomeKind(row.outcome).sentence, first: "  ", indent: "  ").map(style.faint)
    lines += style.table(table)
    if row.comparisons.count <= Self.mostSentences {
      for comparison in row.comparisons { lines += style.wrapped(sentence(comparison, row), first: "  ", indent: "  ") }
    }
    return lines
  }

  /// The comparison in words.
  private func sentence(_ comparison: ChoiceComparison, _ row: ComparedOutcome) -> String {
    let name = Self.short(result.choices[comparison.choice].label)
    let other = reference
    guard !comparison.isEqual else { return "\(name) and \(other) have equal \(row.outcome.phrase) in every draw." }
    let (greater, less) = (comparison.pair.firstGreater, comparison.pair.secondGreater)
    let isMore = greater.value >= less.value
    let share = isMore ? greater : less
    let often = share.value == 1 ? "every draw" : "\(Self.percent(share)) of draws"
    return "\(name) has \(isMore ? "higher" : "lower") \(row.outcome.phrase) than \(other) in \(often)."
  }

  /// Which of the two dominates, and to which order, in a word.
  private static func dominance(_ comparison: ChoiceComparison) -> String {
    let (own, others) = (comparison.dominates, comparison.isDominated)
    if comparison.isEqual { return "equal" }
    if own.firstOrder == .yes { return "1st order" }
    if others.firstOrder == .yes { return "is dominated, 1st" }
    if own.secondOrder == .yes { return "2nd order" }
    if others.secondOrder == .yes { return "is dominated, 2nd" }
    let verdicts = [own.firstOrder, own.secondOrder, others.firstOrder, others.secondOrder]
    return verdicts.allSatisfy { $0 == .no } ? "neither" : "not decided"
  }

  /// A share with as many digits as its error supports.
  private static func percent(_ share: ProbabilityEstimate) -> String {
    let width = share.interval.map { 50 * ($0.upperBound - $0.lowerBound) } ?? 1
    let place = min(0, max(-2, ShownDigits.leadingPlace(width)))
    return NumberText.rounded(100 * share.value, place: place) + " %"
  }

  private static func shown(_ estimate: Estimate, scale: Double) -> String {
    let error = estimate.standardError.map { $0 * scale }
    return NumberText.rounded(
      estimate.value * scale, place: ShownDigits.place(largest: (estimate.value * scale).magnitude, standardErrors: [error]))
  }
}

extension ChoiceComparison {
  /// Whether no draw tells the two apart.
  fileprivate var isEqual: Bool { pair.firstGreater.value == 0 && pair.secondGreater.value == 0 }
}
