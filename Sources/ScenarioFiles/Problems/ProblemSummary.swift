/// Problems as a person reads them: like ones are told once with their number, and all fit on a screen.
package struct ProblemSummary: Hashable, Sendable {
  /// A line for each problem, or for each lot of like ones.
  package private(set) var lines: [String] = []
  /// How many problems no line stands for.
  package private(set) var untold = 0
  /// Whether some problem has no line of its own.
  package private(set) var isShortened = false

  /// Rows and columns of a screen that takes the lines and the two that follow them.
  private static let screen = (rows: 22, columns: 100)

  /// So many problems of one sentence, and so many sentences of one rule, are told one by one.
  private static let mostAlike = (ofOneSentence: 3, ofOneRule: 6)

  /// How many of a rule's sentences are told where there are more, and how many of the other places.
  private static let shown = 3

  /// The problems of a failure, in its order; `folder` is empty or ends with a slash.
  package init(_ failure: LoadFailure, in folder: String) {
    var rows = 0
    for lot in Self.lots(failure.problems) {
      var line = lot.first.text(in: folder)
      if !lot.others.isEmpty {
        line += " (and \(lot.others.count) more \(lot.isOneSentence ? "like it" : "of this kind")\(Self.places(lot.others)))"
        isShortened = true
      }
      rows += (line.count + Self.screen.columns - 1) / Self.screen.columns
      if rows <= Self.screen.rows || lines.isEmpty { lines.append(line) } else { untold += 1 + lot.others.count }
    }
    if untold > 0 { isShortened = true }
  }

  /// A problem that is told, and those for which it stands.
  private struct Lot {
    var first: InputProblem
    var others: [InputProblem] = []
    var isOneSentence = true
  }

  /// What is told, in the order of the first places.
  private static func lots(_ problems: [InputProblem]) -> [Lot] {
    var lots: [Lot] = []
    for sentence in groups(problems, by: Sentence.init) {
      if sentence.count > mostAlike.ofOneSentence {
        lots.append(Lot(first: sentence[0], others: Array(sentence.dropFirst())))
      } else {
        lots += sentence.map { Lot(first: $0) }
      }
    }
    return groups(lots, by: { Kind($0.first) }).flatMap { kind in
      guard kind.count > mostAlike.ofOneRule else { return kind }
      var told = Array(kind.prefix(shown))
      told[shown - 1].others += kind.dropFirst(shown).flatMap { [$0.first] + $0.others }
      told[shown - 1].isOneSentence = false
      return told
    }
  }

  /// Elements with one key together, in the order of each key's first.
  private static func groups<Element, Key: Hashable>(_ elements: [Element], by key: (Element) -> Key) -> [[Element]] {
    var places: [Key: Int] = [:]
    var groups: [[Element]] = []
    for element in elements {
      let key = key(element)
      if let place = places[key] {
        groups[place].append(element)
      } else {
        places[key] = groups.count
        groups.append([element])
      }
    }
    return groups
  }

  /// `, in lines 40, 77, 81, …`.
  private static func places(_ others: [InputProblem]) -> String {
    var lines: [String] = []
    for line in others.compactMap(\.line).map(String.init) where lines.count <= shown && lines.last != line { lines.append(line) }
    if lines.isEmpty { return "" }
    return ", in \(lines.count == 1 ? "line" : "lines") " + lines.prefix(shown).joined(separator: ", ")
      + (lines.count > shown ? ", …" : "")
  }

  /// All of a problem but its place.
  private struct Sentence: Hashable {
    let file: String
    let value: String?
    let statement: String
    let suggestion: String?

    init(_ problem: InputProblem) {
      file = problem.file
      value = problem.value
      statement = problem.rule.statement
      suggestion = problem.suggestion
    }
  }

  /// The rule that was broken in a file, whatever it was broken by.
  private struct Kind: Hashable {
    let file: String
    let rule: String

    init(_ problem: InputProblem) {
      file = problem.file
      rule = problem.rule.kind
    }
  }
}
