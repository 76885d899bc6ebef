package import Analysis
internal import Sampling
internal import Statistics
internal import TariffModel
internal import TextFormats

/// The report for people: the answer in words, tables, and how to read on.
package struct TextReport: Sendable {
  package var result: SimulationResult
  package var run: RunDescription
  package var style: TextStyle
  /// The result folder, where there is one.
  package var folder: String?
  /// The scenario file as the user named it, for the commands at the end.
  package var input: String
  /// Whether only the answer in words and one table are wanted.
  package var isBrief: Bool

  package init(
    result: SimulationResult, run: RunDescription, style: TextStyle, folder: String?, input: String, isBrief: Bool = false
  ) {
    self.result = result
    self.run = run
    self.style = style
    self.folder = folder
    self.input = input
    self.isBrief = isBrief
  }

  /// The whole report, with a line feed at its end.
  package var text: String {
    var lines = heading
    for paragraph in Headline.paragraphs(result, of: run) { lines += style.wrapped(paragraph) + [""] }
    let sideBySide = ComparisonTable.lines(result, style: style)
    lines += sideBySide
    lines += ConditionTable.lines(result, style: style)
    if isBrief {
      return (lines + ThresholdTable.lines(result, style: style) + (sideBySide.isEmpty ? firstTable : []) + briefEnding).joined(
        separator: "\n") + "\n"
    }
    lines += tables
    lines += comparisons
    lines += reading
    lines += notes
    lines += ending
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    var facts = ["\(ShownText.name(run.home)) → \(ShownText.name(run.partner))"]
    if let horizon = run.horizon { facts.append("horizon: " + ShownText.name(horizon)) }
    let whole = result.plan.drawsOfRun.map { "of \(NumberText.count($0)) " } ?? ""
    facts.append("\(NumberText.count(result.plan.draws)) \(whole)\(result.plan.draws == 1 ? "draw" : "draws")")
    facts.append("seed \(result.plan.seed)")
    if result.plan.design != .random { facts.append(result.plan.designWords) }
    if result.plan.rotates { facts.append(rotation) }
    if result.plan.smooths {
      facts.append(result.smoothedOver.map { "averaged over " + ShownText.name($0) } ?? "nothing to average over")
    }
    if result.plan.seeksExactPercentiles { facts.append("percentiles from \(result.plan.percentileSource)") }
    let replaced = run.overrides.map { ShownText.name($0.path) + " = " + ShownText.name($0.value) }
    let changes = replaced.isEmpty ? [] : style.wrapped("With " + replaced.joined(separator: ", "))
    return style.fitted(ShownText.name(run.title)).map(style.title)
      + style.fitted(facts.joined(separator: " · ")).map(style.faint) + changes + [""]
  }

  /// The table of the only scenario there is.
  private var firstTable: [String] {
    guard let scenario = result.scenarioNames.first, let period = result.leadingPeriods(of: scenario).first else { return [] }
    return [style.title(ShownText.name(scenario))]
      + ScenarioTable(result, scenario: scenario, period: period).lines(style: style) + [""]
  }

  /// Where the rest is: nothing that a reader must know is left out without a word.
  private var briefEnding: [String] {
    let count = NoteList(result.notes).sentences.count
    let told =
      unsolved + (count == 0 ? [] : style.wrapped("\(NumberText.count(count)) \(count == 1 ? "note" : "notes") in summary.json."))
    return told + (folder.map { [style.strong("Files") + "  " + ShownText.line($0)] } ?? [])
  }

  /// What the rotation found.
  private var rotation: String {
    guard let first = result.leadingShares.first else { return "nothing to rotate" }
    let count = result.leadingShares.count
    return
      "rotated to \(count) \(count == 1 ? "direction" : "directions"), the first with \(NumberText.rounded(100 * first, place: 0)) %"
  }

  private var tables: [String] {
    var lines: [String] = []
    for scenario in result.scenarioNames {
      let periods = result.leadingPeriods(of: scenario)
      let isTotal = periods == [OutcomeKey.allPeriods]
      let summary = run.scenarios.first { $0.name == scenario }?.summary
      for (index, period) in periods.enumerated() {
        let name = ShownText.name(scenario)
        let title = periods.count > 1 ? "\(name), \(ShownText.name(period))" : name
        lines.append(style.title(title))
        if index == 0, let summary { lines += style.wrapped(summary).map(style.faint) }
        lines += style.wrapped(OutcomeKind.effect.sentence).map(style.faint)
        if isTotal {
          lines += PeriodTable.lines(result, scenario: scenario, style: style) + [style.title("\(name), all periods")]
        }
        lines += ScenarioTable(result, scenario: scenario, period: period).lines(style: style)
        lines += OriginTable(result, home: run.home, scenario: scenario, period: period).lines(style: style) + [""]
      }
      let forecasts = ForecastTable.lines(result, scenario: scenario, style: style)
      if !forecasts.isEmpty { lines += [style.title("\(ShownText.name(scenario)), forecasts")] + forecasts.dropFirst() + [""] }
      let regions = RegionTable.lines(result, scenario: scenario, style: style)
      if !regions.isEmpty { lines += regions + [""] }
    }
    return lines
  }

  private var comparisons: [String] {
    result.comparisons.flatMap { comparison in
      let against = ShownText.name(comparison.choices[comparison.reference].label)
      let report = ComparisonReport(result: comparison, title: "", style: style, folder: "")
      return style.wrapped("Compared with \(against), in the same draws").map(style.title) + report.blocks + [""]
    }
  }

  private var reading: [String] {
    // The least and the greatest draw are no percentiles of the law.
    let first = result.plan.percentiles.first { $0 > 0 && $0 < 100 }.map {
      "P\(NumberText.exact($0)) is exceeded by \(NumberText.exact(100 - $0)) % of the draws. "
    }
    let words =
      (first ?? "") + "Percentiles do not add up: that of a sum is not the sum of its parts'; means do. "
      + "Digits stop where the Monte Carlo error begins; the files have them all. Each shape runs from the smallest to the "
      + "largest draw of its row."
    return style.wrapped(words).map(style.faint) + [""]
  }

  private var notes: [String] {
    let tooFew = percentilesWithoutInterval
    let undefined = NoteList.abridged(result.undefinedSentences, rest: "statistics.csv has all, in draws_defined").flatMap {
      style.wrapped($0, first: "  - ", indent: "    ")
    }
    if result.notes.isEmpty && tooFew.isEmpty && result.unsolved == nil && undefined.isEmpty && widened.isEmpty
      && thinTail.isEmpty
    {
      return []
    }
    let warning =
      tooFew.isEmpty
      ? []
      : style.wrapped(
        "\(NumberText.count(result.plan.draws)) \(result.plan.draws == 1 ? "draw is" : "draws are") too few to say how far "
          + "\(TextLayout.list(tooFew)) may be off: take more.", first: "  - ", indent: "    ")
    let lines = NoteList(result.notes).lines(style)
    return [style.strong("Mind")] + unsolved + undefined + warning + thinTail + widened + lines + [""]
  }

  /// Expected shortfalls that rest on less than a draw.
  private var thinTail: [String] {
    let plan = result.plan
    let draws = plan.shortfallPercent / 100 * Double(plan.draws)
    // A run of one draw has said so.
    if draws >= 1 || plan.draws == 1 { return [] }
    return style.wrapped(
      "A tail of \(NumberText.exact(plan.shortfallPercent)) % of \(NumberText.count(plan.draws)) draws is less than one: the expected "
        + "shortfall is the extreme draw. Take more draws, or state a larger shortfallPercent.", first: "  - ", indent: "    ")
  }

  /// How many percentiles the bins tell too coarsely, and the way out.
  private var widened: [String] {
    let count = result.outcomes.reduce(0) { $0 + $1.summary.percentiles.count(where: \.isWidened) }
    if count == 0 { return [] }
    return style.wrapped(
      "\(NumberText.count(count)) \(count == 1 ? "percentile lies" : "percentiles lie") where draws are too bunched for the bins "
        + "that count them; \(count == 1 ? "its interval is" : "their intervals are") widened to these bins, and percentiles.csv says "
        + "coarse. --exact-percentiles finds them exactly.", first: "  - ", indent: "    ")
  }

  /// How many draws do not solve, and where they are listed.
  private var unsolved: [String] {
    guard let unsolved = result.unsolved else { return [] }
    let share = NumberText.short(100 * Double(unsolved.count) / Double(result.plan.draws))
    let outcomes = result.outcomes.count { !$0.key.outcome.isRatio && $0.summary.draws < result.plan.draws }
    let first = unsolved.draws.count < unsolved.count ? "the first \(unsolved.draws.count) of them" : "them"
    return style.wrapped(
      "\(NumberText.count(unsolved.count)) of \(NumberText.count(result.plan.draws)) draws (\(share) %) "
        + "\(unsolved.count == 1 ? "does" : "do") not solve. They are left out of the \(NumberText.count(outcomes)) "
        + "\(outcomes == 1 ? "outcome" : "outcomes") without a value in them, and taken into no other draw's place; unsolved.csv "
        + "lists \(first) with every uncertain number.", first: "  - ", indent: "    ")
  }

  /// The percentiles that have no interval in an outcome that varies, or in any where one draw cannot tell.
  private var percentilesWithoutInterval: [String] {
    let open = result.outcomes.filter { $0.summary.draws == 1 || $0.summary.minimum < $0.summary.maximum }
      .flatMap { $0.summary.percentiles.filter { $0.interval == nil }.map(\.percent) }
    return Set(open).sorted().map { "P" + NumberText.exact($0) }
  }

  private var ending: [String] {
    var lines: [String] = []
    if let folder { lines += [style.strong("Files") + "  " + ShownText.line(folder), ""] }
    var rows: [(command: [String], meaning: String)] = []
    if !result.plan.reportsLines { rows.append((["tariffsim run \(quoted)", "--by-line"], "every export line for itself")) }
    if let replacement = ReplacementExample(run.assumptions) {
      rows.append((["tariffsim run \(quoted)", "--set \(ShellWord.quoted(replacement.text))"], "fix one number"))
    }
    rows.append((["tariffsim help run"], "all options"))
    return lines + next(rows)
  }

  /// Commands with what they do beside them; where lines are too short for that, below them, and a long command goes on in another line.
  private func next(_ rows: [(command: [String], meaning: String)]) -> [String] {
    var table = TextTable(columns: [.init("Next", .left, isWhole: true), .init("", .left)])
    table.rows = rows.map { ["  " + $0.command.joined(separator: " "), $0.meaning] }
    let lines = table.lines()
    let room = style.width.map { max($0, TextStyle.leastWidth) } ?? .max
    if lines.allSatisfy({ $0.count <= room }) { return [style.strong(lines[0])] + lines.dropFirst() }
    return [style.strong("Next")]
      + rows.flatMap { command, meaning in
        let whole = "  " + command.joined(separator: " ")
        return (whole.count <= room ? [whole] : ["  " + command.joined(separator: " \\\n    ")]) + ["      " + meaning]
      }
  }

  /// A name that looks like an option is told from where it stands.
  private var quoted: String { ShellWord.quoted(input.hasPrefix("-") ? "./" + input : input) }
}
