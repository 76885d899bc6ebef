internal import Analysis
internal import Statistics
internal import TariffModel

/// The table of one scenario in one period: outcomes in rows, what is asked of them in columns.
struct ScenarioTable {
  /// Groups shown below the change of export revenue; the others are in the files.
  static let shownGroups = 6

  private let plan: Plan
  private let totals: [OutcomeResult]
  private let groups: [OutcomeResult]
  /// Outcomes by quota, commitment or supplier, which have no other row.
  private let parts: [OutcomeResult]
  /// What is no larger than this in every draw is rounding error of the sums, USD m.
  private let rounding: Double

  init(_ result: SimulationResult, scenario: String, period: String) {
    plan = result.plan
    let own = result.outcomes(of: scenario).filter { $0.key.period == period && !$0.key.outcome.isForecast }
    totals = own.filter { $0.key.slice == .total }
    // Sums of a few thousand terms are exact to some 10⁻¹³ of the largest of them.
    rounding = 1e-12 * (totals.map(\.summary.largestMagnitude).max() ?? 0)
    let changes = own.filter { outcome in
      if case .group = outcome.key.slice { return outcome.key.outcome == .exportRevenueChange }
      return false
    }
    parts = own.filter { $0.key.partName != nil }
    let sizes = changes.map { (outcome: $0, size: CentralFigure($0.summary).centre.magnitude) }
    groups = sizes.sorted { $0.size > $1.size }.map(\.outcome)
  }

  /// The lines of the table, and below it what it leaves out.
  func lines(style: TextStyle) -> [String] {
    let shown = totals.filter { !isZero($0) && !repeats($0) }
    let hasThresholds = shown.contains { !$0.summary.exceedances.isEmpty }
    var table = TextTable(columns: columns(withThresholds: hasThresholds))
    for outcome in shown {
      append(outcome.summary, label: outcome.key.outcome.label, scale: outcome.key.outcome.displayScale, to: &table)
      if outcome.key.outcome == .exportRevenueChange { appendGroups(to: &table) }
    }
    for outcome in parts where !isZero(outcome) {
      guard let name = outcome.key.partName else { continue }
      let label = "\(name): \(outcome.key.outcome.label.trimmingSpaces)"
      append(outcome.summary, label: label, scale: outcome.key.outcome.displayScale, to: &table)
    }
    let lines = style.table(table)
    return lines + omissions(style).map(style.faint)
  }

  /// Whether a row says what another one says: without redirection all export revenue is export revenue.
  private func repeats(_ outcome: OutcomeResult) -> Bool {
    outcome.key.outcome == .totalExportRevenue
      && totals.contains { $0.key.outcome == .redirectedExports && isZero($0) }
  }

  /// Whether every draw is zero, to rounding.
  private func isZero(_ outcome: OutcomeResult) -> Bool { outcome.summary.largestMagnitude <= rounding }

  private func columns(withThresholds: Bool) -> [TextTable.Column] {
    var columns = [TextTable.Column("USD m unless stated", .left)]
    columns += plan.percentiles.map { TextTable.Column("P" + NumberText.exact($0)) }
    columns.append(TextTable.Column("mean"))
    if withThresholds { columns.append(TextTable.Column("chance below")) }
    columns.append(TextTable.Column("shape", .left))
    return columns
  }

  /// A row, and one more for each threshold after the first.
  private func append(_ summary: SampleSummary, label: String, scale: Double, to table: inout TextTable) {
    let place = ShownDigits.place(of: summary, scale: scale)
    // A percentile that this outcome lacks leaves its cell blank.
    let byPercent = Dictionary(summary.percentiles.map { ($0.percent, $0.value) }) { first, _ in first }
    let shown = { (value: Double) in NumberText.rounded(value * scale, place: place) }
    let numbers = plan.percentiles.map { byPercent[$0].map(shown) ?? "" } + [(summary.toldMean?.value).map(shown) ?? "—"]
    let hasThresholds = table.columns.count > numbers.count + 2
    let chances = summary.exceedances.map { Self.chance($0, scale: scale, varies: summary.minimum < summary.maximum) }
    table.rows.append([label] + numbers + (hasThresholds ? [chances.first ?? ""] : []) + [HistogramText.shape(of: summary)])
    for chance in chances.dropFirst() {
      table.rows.append([""] + numbers.map { _ in "" } + [chance, ""])
    }
  }

  private func appendGroups(to table: inout TextTable) {
    for group in groups.prefix(Self.shownGroups) {
      append(group.summary, label: "    " + group.key.slice.groupColumn, scale: 1, to: &table)
    }
  }

  /// `2,000: 34.1 %`, with as many digits as its error supports; where few hits leave an interval wider than the share itself, with
  /// the interval: `2,000: 0 % (0.00 to 0.37)`.
  private static func chance(_ exceedance: ExceedanceEstimate, scale: Double, varies: Bool) -> String {
    let percent = exceedance.probabilityBelow.value * 100
    let error = exceedance.probabilityBelow.standardError.map { $0 * 100 }
    let place = min(0, ShownDigits.place(largest: percent, standardErrors: [error], digits: 3))
    let threshold = exceedance.threshold * scale
    let thresholdText = NumberText.rounded(threshold, place: min(0, ShownDigits.lastPlace(threshold)))
    let text = thresholdText + ": " + NumberText.rounded(percent, place: place) + " %"
    guard varies, let interval = exceedance.interval else { return text }
    let width = 100 * (interval.upperBound - interval.lowerBound)
    guard width > min(percent, 100 - percent) else { return text }
    let last = min(0, ShownDigits.leadingPlace(width) - 1)
    let ends = [interval.lowerBound, interval.upperBound].map { NumberText.rounded($0 * 100, place: last) }
    return text + " (\(ends[0]) to \(ends[1]))"
  }

  /// Rows that are not in the table, and why.
  private func omissions(_ style: TextStyle) -> [String] {
    var lines: [String] = []
    let zeros = totals.filter(isZero).map { outcome in
      outcome.key.outcome.phrase
        + (outcome.key.outcome == .redirectedExports ? " (so total export revenue is export revenue)" : "")
    }
    if !zeros.isEmpty {
      lines += style.wrapped("Zero in every draw: " + zeros.joined(separator: ", ") + ".", first: "  ", indent: "  ")
    }
    let hidden = groups.count - Self.shownGroups
    if hidden > 0 { lines.append("  \(hidden) more \(hidden == 1 ? "group" : "groups") in percentiles.csv.") }
    return lines
  }
}

extension SampleSummary {
  fileprivate var largestMagnitude: Double { max(minimum.magnitude, maximum.magnitude) }
}

extension OutcomeKey {
  /// The name of a quota, a commitment or a displaced supplier.
  fileprivate var partName: String? {
    switch slice {
    case .origin(let name): outcome == .displacedPurchases ? name : nil
    case .commitment(let name), .quota(let name): name
    case .total, .group, .line, .flow, .region: nil
    }
  }
}

extension String {
  /// Without the spaces that indent it.
  fileprivate var trimmingSpaces: Substring { drop { $0 == " " } }
}
