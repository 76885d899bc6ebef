package import Analysis
internal import Statistics
internal import TariffModel
internal import TextFormats

/// What drives the outcomes, for people: a table with bars for each, and what it says in words.
package struct SensitivityReport: Sendable {
  package var result: SensitivityResult
  package var title: String
  package var style: TextStyle
  package var folder: String

  package init(result: SensitivityResult, title: String, style: TextStyle, folder: String) {
    self.result = result
    self.title = title
    self.style = style
    self.folder = folder
  }

  /// Inputs that a table has at most; the file has all.
  private static let mostInputs = 12

  /// The whole report, with a line feed at its end.
  package var text: String {
    var lines = style.fitted(ShownText.name(title)).map(style.title) + [""]
    lines += style.wrapped(
      "\(NumberText.count(result.inputs.count)) inputs, \(NumberText.count(result.plan.draws)) draws of seed \(result.plan.seed), "
        + "\(NumberText.count(result.evaluations)) evaluations of the model.")
    for outcome in result.outcomes { lines += [""] + block(outcome) }
    lines.append("")
    let names = Set(result.outcomes.map(\.key.scenario) + [result.against].compactMap(\.self))
    let notes = result.notes.filter { note in note.scenario.map(names.contains) ?? true }
    for note in notes.map(\.sentence).uniqued { lines += style.wrapped("Note: " + note, indent: "  ") }
    lines += style.wrapped(meaning + " ± is half of a 95 % interval. sensitivity.csv has all inputs and intervals.")
      .map(style.faint)
    lines.append(style.strong("Files") + "  " + ShownText.line(folder))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the columns mean.
  private var meaning: String {
    let swing =
      "At P10 and at P90 are the outcome with the input's numbers there and all others at their medians."
    switch result.method {
    case .sobol:
      return "Alone is the share of the variance that knowing the input would take off, on average (first-order index); in "
        + "all the share that it has a part in (total index); width cut what knowing it would take off the distance from P5 to P95. \(swing)"
    case .shapley:
      return "The Shapley effect is the input's share of the variance, whatever depends on what: the effects add up to 1. "
        + swing
    case .plain:
      return "Alone is the share of the variance that knowing the number would take off, on average (first-order index), "
        + "with all that its correlation with others tells. \(swing)"
    }
  }

  private func block(_ outcome: OutcomeSensitivity) -> [String] {
    let key = outcome.key
    let scale = key.outcome.displayScale
    let unit = scale == 100 ? "%" : key.outcome.unit.rawValue
    let name = key.outcome.phrase + (key.slice == .total ? "" : " of \(Self.short(key.slice.groupColumn))")
    let against = result.against.map { " minus \(Self.short($0))" } ?? ""
    let period = key.period == "year" || key.period == OutcomeKey.allPeriods ? "" : ", \(ShownText.name(key.period))"
    let heading = key.outcome.phrase.hasSuffix("%") ? name : "\(name), \(unit)"
    var lines = style.fitted("\(Self.short(key.scenario))\(against): \(heading)\(period)").map(style.strong)
    guard let spread = outcome.spread else {
      let value = outcome.certain.map { ": \(NumberText.figure($0 * scale))" } ?? ""
      return lines + style.wrapped("It is the same in every draw\(value). Nothing drives it.", first: "  ", indent: "  ")
    }
    let place = ShownDigits.leadingPlace(spread.standardDeviation * scale) - 1
    func shown(_ value: Double?) -> String { value.map { NumberText.rounded($0 * scale, place: place) } ?? "—" }
    lines += style.wrapped(
      "P5 to P95 from \(shown(spread.low)) to \(shown(spread.high)), sd \(shown(spread.standardDeviation)); with all "
        + "numbers at their medians \(shown(outcome.medianCase)).", first: "  ", indent: "  ")
    let told = outcome.inputs.filter { ($0.leading?.interval.upperBound ?? 0) > 0 }
    var table = TextTable(columns: columns)
    for influence in told.prefix(Self.mostInputs) {
      table.rows.append(
        [rank(influence.rank), Self.short(result.inputs[influence.input].name)] + shares(influence)
          + [shown(influence.low), shown(influence.high), ShareBar.text(influence.leading?.value ?? 0)])
    }
    lines += style.table(table)
    lines += sentences(outcome, told: told).flatMap { style.wrapped($0, first: "  ", indent: "  ") }
    return lines
  }

  private var columns: [TextTable.Column] {
    let shares: [TextTable.Column] =
      switch result.method {
      case .sobol: [.init("alone"), .init("in all"), .init("width cut")]
      case .shapley: [.init("Shapley")]
      case .plain: [.init("alone")]
      }
    return [.init("rank"), .init("input", .left)] + shares + [.init("at P10"), .init("at P90"), .init("", .left)]
  }

  private func shares(_ influence: InputInfluence) -> [String] {
    switch result.method {
    case .sobol:
      [Self.shown(influence.firstOrder), Self.shown(influence.total), Self.percent(influence.widthCut)]
    case .shapley: [Self.shown(influence.shapley)]
    case .plain: [Self.shown(influence.firstOrder)]
    }
  }

  private func sentences(_ outcome: OutcomeSensitivity, told: [InputInfluence]) -> [String] {
    var sentences: [String] = []
    if let leader = told.first {
      let name = Self.short(result.inputs[leader.input].name)
      if leader.rank.count > 1 {
        let rivals = told.filter { $0.rank.lowerBound == 1 }.count - 1
        sentences.append(
          "Not decided: \(name) leads, but the intervals leave it open whether "
            + (rivals == 1 ? "another input" : "one of \(rivals) others") + " matters more. Take more draws.")
      } else if result.method == .sobol, let first = leader.firstOrder, let cut = leader.widthCut {
        sentences.append(
          "Knowing \(name) would take \(Self.percent(first)) off the variance and \(Self.percent(cut)) off the distance "
            + "from P5 to P95, on average.")
      }
    }
    let open = told.prefix(Self.mostInputs).filter { $0.rank.count > 1 }
    if open.count > 1, told.first.map({ $0.rank.count == 1 }) ?? false {
      sentences.append("Ranks with two numbers are not decided: the intervals overlap.")
    }
    if result.method == .sobol {
      let sum = outcome.inputs.reduce(0) { $0 + ($1.firstOrder?.value ?? 0) }
      sentences.append(
        "The inputs alone make up \(NumberText.rounded(100 * sum, place: 0)) % of the variance; the rest is what they do together."
      )
    }
    let inert = outcome.inputs.count { $0.leading == .zero }
    let hidden = told.count - min(told.count, Self.mostInputs)
    if hidden > 0 { sentences.append("\(NumberText.count(hidden)) more inputs are in sensitivity.csv.") }
    if inert > 0 {
      sentences.append(
        inert == 1
          ? "One input does not reach it: its share is 0."
          : "\(NumberText.count(inert)) inputs do not reach it: their shares are 0.")
    }
    if outcome.unusableDraws > 0 {
      sentences.append("\(NumberText.count(outcome.unusableDraws)) draws in which it has no value are left out.")
    }
    return sentences
  }

  private func rank(_ rank: ClosedRange<Int>) -> String {
    rank.count == 1 ? "\(rank.lowerBound)" : "\(rank.lowerBound)–\(rank.upperBound)"
  }

  /// A name that leaves room for numbers beside it.
  private static func short(_ name: String) -> String { ShownText.line(name, limit: 40) }

  private static func shown(_ estimate: IndexEstimate?) -> String {
    guard let estimate else { return "—" }
    return NumberText.rounded(estimate.value, place: -3) + " ±" + NumberText.rounded(estimate.halfWidth, place: -3)
  }

  private static func percent(_ estimate: IndexEstimate?) -> String {
    guard let estimate else { return "—" }
    return NumberText.rounded(100 * estimate.value, place: 0) + " %"
  }
}
