internal import Ledger
internal import Reporting
internal import TextFormats

/// What differs between two entries of the ledger, in words.
struct RunDifference {
  let old: LedgerEntry
  let new: LedgerEntry

  /// Changes of inputs and figures that are told; the others are counted.
  private static let limit = 40

  /// What went in: files, options, and numbers by their paths.
  func inputs() throws(CSVError) -> [String] {
    var lines: [String] = []
    func tell(_ what: String, _ before: String, _ after: String) {
      if before != after { lines.append("\(what): \(before) → \(after)") }
    }
    tell("command", old.question, new.question)
    tell("program", old.programVersion, new.programVersion)
    tell("draws", NumberText.count(old.draws), NumberText.count(new.draws))
    tell("seed", String(old.seed), String(new.seed))
    tell("design", old.design, new.design)
    for setting in old.settings where !new.settings.contains(setting) {
      lines.append("no more --set \(setting.path)=\(setting.value)")
    }
    for setting in new.settings where !old.settings.contains(setting) { lines.append("--set \(setting.path)=\(setting.value)") }
    let before = Dictionary(old.inputs.map { ($0.name, $0.digest) }) { first, _ in first }
    let after = Dictionary(new.inputs.map { ($0.name, $0.digest) }) { first, _ in first }
    for text in old.inputs where after[text.name] == nil { lines.append("\(text.name) is not read any more") }
    for text in new.inputs {
      guard let digest = before[text.name] else {
        lines.append("\(text.name) is new")
        continue
      }
      if digest != text.digest { lines.append("\(text.name) has changed") }
    }
    return lines + (try numbers())
  }

  /// The numbers that went in, by path, where both entries have them.
  private func numbers() throws(CSVError) -> [String] {
    guard let first = old.assumptions, let second = new.assumptions, first.digest != second.digest else { return [] }
    let before = try Self.laws(first.bytes)
    let after = try Self.laws(second.bytes)
    let known = Dictionary(before.map { ($0.path, $0.law) }) { first, _ in first }
    let kept = Dictionary(after.map { ($0.path, $0.law) }) { first, _ in first }
    var lines = before.filter { kept[$0.path] == nil }.map { "\($0.path): \($0.law) → none" }
    for (path, law) in after {
      guard let earlier = known[path] else {
        lines.append("\(path): none → \(law)")
        continue
      }
      if earlier != law { lines.append("\(path): \(earlier) → \(law)") }
    }
    return Self.cut(lines, "number")
  }

  private static func laws(_ bytes: [UInt8]) throws(CSVError) -> [(path: String, law: String)] {
    try CSVReader.records(bytes).dropFirst().filter { $0.cells.count > 1 }.map { ($0.cells[0].text, $0.cells[1].text) }
  }

  private static func cut(_ lines: [String], _ noun: String) -> [String] {
    guard lines.count > limit else { return lines }
    return lines.prefix(limit) + ["and \(NumberText.count(lines.count - limit)) more \(noun)s"]
  }

  /// How a figure moved.
  enum Verdict: String {
    case same
    case changed
    case undecided = "not decided"
  }

  /// A figure that both have.
  struct Moved {
    var figure: LedgerEntry.Figure
    var before: Double
    var verdict: Verdict
  }

  /// The figures that both have, those that are equal too.
  ///
  /// A change is told where it is larger than what Monte Carlo makes of two independent runs in 95 % of cases, 1.96 times the root
  /// of the sum of the squared errors. Runs that share draws are closer than that: what is not decided may still be a change.
  var figures: [Moved] {
    struct Key: Hashable {
      var scenario: String
      var period: String
      var outcome: String
      var statistic: String
    }
    func key(_ figure: LedgerEntry.Figure) -> Key {
      Key(scenario: figure.scenario, period: figure.period, outcome: figure.outcome, statistic: figure.statistic)
    }
    let known = Dictionary(old.figures.map { (key($0), $0) }) { first, _ in first }
    return new.figures.compactMap { figure in
      guard let before = known[key(figure)], before.unit == figure.unit else { return nil }
      return Moved(figure: figure, before: before.value, verdict: Self.verdict(before, figure))
    }
  }

  static func verdict(_ before: LedgerEntry.Figure, _ after: LedgerEntry.Figure) -> Verdict {
    if before.value == after.value { return .same }
    guard let first = before.standardError, let second = after.standardError else { return .undecided }
    let error = (first * first + second * second).squareRoot()
    return (after.value - before.value).magnitude > 1.959963984540054 * error ? .changed : .undecided
  }
}
