internal import Analysis
internal import Statistics
internal import TariffModel
internal import TextFormats

/// The answer to a goal for people.
package struct GoalReport: Sendable {
  package var answer: GoalAnswer
  package var title: String
  package var style: TextStyle
  package var folder: String

  package init(_ answer: GoalAnswer, title: String, style: TextStyle, folder: String) {
    self.answer = answer
    self.title = title
    self.style = style
    self.folder = folder
  }

  /// The whole report, with a line feed at its end.
  package var text: String {
    var lines = style.wrapped(ShownText.name(title)).map(style.title) + [""]
    let now = answer.present.map { ", which is \(NumberText.figure($0)) now" } ?? ""
    lines += style.wrapped(
      "What is varied: \(answer.path)\(now). \(NumberText.count(answer.plan.draws)) draws of seed \(answer.plan.seed), the same at "
        + "every value.")
    for entry in answer.entries {
      let place = [entry.scenario, entry.period == "year" ? nil : entry.period].compactMap(\.self).map { ShownText.name($0) }
      lines +=
        [""]
        + style.wrapped((place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + entry.result.goal.text).map(style.strong)
      lines += sentences(entry).flatMap { style.wrapped($0, first: "  ", indent: "  ") }
    }
    lines += [""]
    lines += style.wrapped(
      "The interval is that of the answer: it holds the true one in 95 % of cases. evaluations.csv has every value that was looked at."
    )
    .map(style.faint)
    lines += NoteList(answer.notes).lines(style)
    lines.append(style.strong("Files") + "  " + ShownText.line(folder))
    return lines.joined(separator: "\n") + "\n"
  }

  private func sentences(_ entry: GoalAnswer.Entry) -> [String] {
    let result = entry.result
    let span = "\(number(entry.range.lowerBound, in: entry)) to \(number(entry.range.upperBound, in: entry))"
    let cost =
      "\(NumberText.count(result.points.count)) values were computed, \(NumberText.count(result.drawsComputed)) draws in all."
    if result.isUnmoved, result.status == .alreadyTrue || result.status == .unreachable {
      let holds = result.status == .alreadyTrue ? "holds at every value" : "holds at no value"
      return [
        "The goal \(holds) from \(span), and nothing changes between them: what it tells of does not depend on \(answer.path) here.",
        there(entry, "Everywhere"), cost,
      ]
    }
    switch result.status {
    case .solved: return [found(entry) + "."] + side(result) + [there(entry, "There"), cost]
    case .notMonotone:
      let count = NumberText.count(result.crossings.count)
      return [
        "The goal begins or ends to hold \(count) times between \(span). The first time: \(found(entry)).",
        there(entry, "There"), cost,
      ]
    case .alreadyTrue:
      return ["The goal holds at every value from \(span): there is nothing to change.", there(entry, "At"), cost]
    case .unreachable:
      return [
        "The goal holds at no value from \(span). It comes closest at \(number(result.there.x, in: entry)).",
        there(entry, "There"), cost,
        "Another range, where the number allows one, is taken with --vary '\(answer.path)=LOW..HIGH'.",
      ]
    case .undecided:
      let opening = result.answer == nil ? "" : "The best guess is \(found(entry)). "
      return [
        opening
          + "The draws do not tell whether the goal begins or ends to hold within \(span): take more with --draws, or another range.",
        there(entry, "There"), cost,
      ]
    }
  }

  private func side(_ result: GoalResult) -> [String] {
    result.holdsAbove.map { ["The goal holds \($0 ? "above" : "below") it."] } ?? []
  }

  /// `PATH = 1,234 (95 % interval 1,200 to 1,270)`.
  private func found(_ entry: GoalAnswer.Entry) -> String {
    guard let answer = entry.result.answer else { return "" }
    let (low, high) = (entry.result.low, entry.result.high)
    let ends = [low, high].map { $0.map { number($0, in: entry) } }
    let interval =
      switch (ends[0], ends[1]) {
      case (let low?, let high?): "95 % interval \(low) to \(high)"
      case (let low?, nil): "95 % interval from \(low) to beyond \(number(entry.range.upperBound, in: entry))"
      case (nil, let high?): "95 % interval from below \(number(entry.range.lowerBound, in: entry)) to \(high)"
      case (nil, nil): "95 % interval wider than the range"
      }
    return "\(self.answer.path) = \(number(answer, in: entry)) (\(interval))"
  }

  /// The number of the goal at a value, with its interval.
  private func there(_ entry: GoalAnswer.Entry, _ opening: String) -> String {
    let (point, goal) = (entry.result.there, entry.result.goal)
    let scale = goal.isProbability ? 100.0 : 1
    let unit = goal.isProbability ? " %" : ""
    let values = [point.value.estimate] + (point.value.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    let width = point.value.interval.map { ($0.upperBound - $0.lowerBound) * scale } ?? 0
    let place = width > 0 ? ShownDigits.leadingPlace(width) - 1 : ShownDigits.leadingPlace(values[0] * scale) - 3
    let shown = values.map { NumberText.rounded($0 * scale, place: max(place, -6)) }
    let start = opening == "At" ? "At \(number(point.x, in: entry))" : opening
    return "\(start) \(goal.statistic.text) is \(shown[0])\(unit)" + (shown.count > 1 ? " (\(shown[1]) to \(shown[2]))" : "")
      + "."
  }

  /// A value of what is varied, with the digits that its interval supports.
  private func number(_ value: Double, in entry: GoalAnswer.Entry) -> String {
    let ends = [entry.result.low, entry.result.high].compactMap(\.self)
    let width = ends.count == 2 ? ends[1] - ends[0] : (entry.range.upperBound - entry.range.lowerBound) / 100
    return NumberText.rounded(value, place: width > 0 ? max(ShownDigits.leadingPlace(width) - 1, -9) : -9)
  }
}

extension Goal {
  fileprivate var isProbability: Bool { if case .probability = statistic { true } else { false } }
}
