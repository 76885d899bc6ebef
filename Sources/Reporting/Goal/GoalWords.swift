internal import Analysis
internal import Statistics
internal import TariffModel

/// The answer to a goal in sentences.
struct GoalWords {
  let answer: GoalAnswer

  init(_ answer: GoalAnswer) { self.answer = answer }

  /// What is found, how the number of the goal stands there, and what it took.
  func sentences(_ entry: GoalAnswer.Entry) -> [String] {
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
