/// The figures of an answer to a goal: where it begins to hold, and the number of the goal at every value that was looked at.
struct SolvedFigures {
  let solved: SolvedDocument

  /// Scenarios whose evaluations are shown; evaluations.csv has all.
  private static let limit = 12

  /// The answer in words.
  var answer: Report.Section {
    let bullets = solved.answers.map { answer in
      (answer.place.map { $0 + ": " } ?? "") + answer.goal + ". " + answer.words.joined(separator: " ")
    }
    return Report.Section(anchor: "answer", title: "In short", blocks: [.bullets(bullets)])
  }

  var sections: [Report.Section] {
    let blocks = ([overview] + solved.answers.prefix(Self.limit).enumerated().map(evaluations)).compactMap { $0 }
    guard !blocks.isEmpty else { return [] }
    return [
      Report.Section(
        anchor: "answers", title: "How large \(solved.path) must be", blocks: blocks.map(Report.Block.figure))
    ]
  }

  /// All answers side by side.
  private var overview: Figure? {
    let found = solved.answers.compactMap { answer in answer.answer.map { (answer, $0) } }
    guard !found.isEmpty else { return nil }
    let title = "Where the goal begins or ends to hold"
    var rows: [IntervalChart.Row] = []
    var cells: [[DataTable.Cell]] = []
    for (answer, value) in found {
      let interval = Self.interval(answer.low, answer.high)
      let place = Self.place(value, interval)
      let label = answer.place ?? answer.goal
      rows.append(
        IntervalChart.Row(
          label: label, middle: value, inner: nil, outer: interval, figures: Self.figures(value, interval, place: place)))
      cells.append([
        .text(label), .text(answer.goal), .number(value, place: place), Self.cell(answer.low, place),
        Self.cell(answer.high, place),
      ])
    }
    let present = solved.present.map { " Dashed: what it is now." + ($0 == 0 ? " It is 0 now." : "") } ?? ""
    return Figure(
      name: "answers", title: title, note: "Line: the 95 % interval of the answer; bar: the answer." + present,
      chart: .intervals(
        IntervalChart(axis: solved.path, rows: rows, thresholds: solved.present.map { [$0] } ?? [], showsZero: false)),
      table: DataTable(
        title: title,
        columns: [.text("scenario"), .text("goal"), .number("answer"), .number("from"), .number("to")], rows: cells),
      foldsTable: false)
  }

  /// The number of one goal at every value, in their order.
  private func evaluations(_ index: Int, _ answer: SolvedDocument.Answer) -> Figure? {
    let points = answer.evaluations.sorted { $0.at < $1.at }
    guard let first = points.first, let last = points.last else { return nil }
    let isShare = answer.goal.hasPrefix("P(")
    let scale = isShare ? 100.0 : 1
    let subject = answer.goal.lastIndex(of: ")").map { String(answer.goal[...$0]) } ?? answer.goal
    let title = (answer.place.map { $0 + ": " } ?? "") + "\(subject) by \(solved.path)"
    let step = points.count > 1 ? (last.at - first.at) / 1000 : first.at
    let atPlace = min(0, ShownDigits.leadingPlace(step))
    var rows: [IntervalChart.Row] = []
    var cells: [[DataTable.Cell]] = []
    for point in points {
      let interval = Self.interval(point.low.map { $0 * scale }, point.high.map { $0 * scale })
      let value = point.value * scale
      let place = Self.place(value, interval)
      rows.append(
        IntervalChart.Row(
          label: "at " + ShownNumber.text(point.at, place: atPlace), middle: value, inner: nil, outer: interval,
          figures: Self.figures(value, interval, place: place)))
      cells.append([
        .number(point.at, place: atPlace), .number(value, place: place), Self.cell(interval?.lowerBound, place),
        Self.cell(interval?.upperBound, place),
      ])
    }
    let axis = subject + (isShare ? ", %" : "")
    return Figure(
      name: "evaluations-\(index + 1)", title: title,
      note: "Line: the 95 % interval of the number of the goal; bar: the number. Dashed: what is asked for.",
      chart: .intervals(IntervalChart(axis: axis, rows: rows, thresholds: [answer.target * scale], showsZero: false)),
      table: DataTable(
        title: title, columns: [.number(solved.path), .number(axis), .number("from"), .number("to")], rows: cells),
      foldsTable: true)
  }

  private static func interval(_ low: Double?, _ high: Double?) -> ClosedRange<Double>? {
    guard let low, let high, low <= high else { return nil }
    return low...high
  }

  /// One digit more than the width of the interval has.
  private static func place(_ value: Double, _ interval: ClosedRange<Double>?) -> Int {
    let width = interval.map { $0.upperBound - $0.lowerBound } ?? 0
    return max(-9, (width > 0 ? ShownDigits.leadingPlace(width) : ShownDigits.leadingPlace(value) - 2) - 1)
  }

  private static func figures(_ value: Double, _ interval: ClosedRange<Double>?, place: Int) -> String {
    let ends = interval.map {
      " (\(ShownNumber.text($0.lowerBound, place: place)) to \(ShownNumber.text($0.upperBound, place: place)))"
    }
    return ShownNumber.text(value, place: place) + (ends ?? "")
  }

  private static func cell(_ value: Double?, _ place: Int) -> DataTable.Cell {
    value.map { .number($0, place: place) } ?? .empty
  }
}
