internal import CommandLineKit

/// What the options of `solve` ask for.
struct SolveRequest {
  /// What it has in common with a run.
  var run: RunRequest
  /// The path that is varied with its range, as typed.
  var vary: String?
  /// The goal as typed.
  var goal: String?
  /// Scenarios by name; none where all are asked about.
  var scenarios: [String]
  /// Whether anything but an answer is a failure.
  var isStrict: Bool

  init(_ parsed: ParsedCommand) {
    run = RunRequest(parsed)
    vary = parsed.value("vary")
    goal = parsed.value("until")
    scenarios = parsed.texts("scenario")
    isStrict = parsed.has("strict")
  }
}

/// A path with the range over which it is varied, as in `measures/reciprocal/rate=0%..50%`.
struct VariedPath {
  var path: String
  /// Nothing where none is stated.
  var range: ClosedRange<Double>?

  init(_ text: String) throws(CommandFailure) {
    // A path has no equals sign, and a range has none either.
    guard let sign = text.lastIndex(of: "=") else {
      path = text
      return
    }
    path = String(text[..<sign])
    let stated = String(text[text.index(after: sign)...])
    let example = "say it as in \(path)=0..10 or \(path)=0%..50%"
    guard !path.isEmpty, let dots = stated.firstRange(of: "..") else {
      throw .contradiction("--vary \(text): '\(stated)' is no range; \(example)", command: "solve")
    }
    guard let low = Self.number(stated[..<dots.lowerBound]), let high = Self.number(stated[dots.upperBound...]) else {
      throw .contradiction("--vary \(text): a range goes from one number to another; \(example)", command: "solve")
    }
    guard low < high else {
      throw .contradiction("--vary \(text): a range goes from the smaller number to the larger; \(example)", command: "solve")
    }
    range = low...high
  }

  private static func number(_ text: Substring) -> Double? {
    let isPercentage = text.hasSuffix("%")
    guard let value = Double(isPercentage ? text.dropLast() : text), value.isFinite else { return nil }
    return isPercentage ? value / 100 : value
  }
}
