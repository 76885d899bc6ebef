internal import TariffModel

/// An interval as it stands in a file.
struct StatedInterval {
  var text: String
  /// Whether it stands in a cell of a table.
  var isCell: Bool
  /// The ends at which it is cut, as they are written.
  var ends: [String: String] = [:]
}

extension Field {
  /// The interval that is the value, or that of a number's table.
  var statedInterval: StatedInterval? {
    guard case .table(let entries) = value else { return interval.map { StatedInterval(text: $0, isCell: isCell) } }
    func field(_ key: String) -> Field? {
      entries.first { $0.key == key }.map { Field(value: $0.node.value, location: location, path: path) }
    }
    guard let text = field("value")?.interval else { return nil }
    let ends = NumberTableKey.truncation.compactMap { key in field(key)?.shown.map { (key, $0) } }
    return StatedInterval(text: text, isCell: false, ends: Dictionary(uniqueKeysWithValues: ends))
  }
}

extension LoadSession {
  /// The way out for an interval that reaches beyond the values that its number may take: the same within these; nothing for
  /// problems of other kinds.
  func intervalAdvice(_ problem: ModelProblem) -> String? {
    guard case .range(let range) = problem.rule, let interval = intervals[problem.origin?.path ?? problem.path],
      case .interval(let low, let high, _) = NumberText(interval.text)
    else { return nil }
    let times = problem.origin?.times ?? 1
    guard times > 0 else { return nil }
    // What is normal has no ends, what is lognormal one at 0.
    let support = (lower: low > 0 && high > 0 ? 0 : -Double.infinity, upper: Double.infinity)
    let bounds = (lower: range.bounds.lower / times, upper: range.bounds.upper / times)
    guard high > bounds.lower, low < bounds.upper else { return "write an interval in \(range.text)" }
    var table = "value = \"\(interval.text)\""
    // An end that is stated and leaves the range is the one that is exchanged.
    func end(_ key: String, of range: Double, isBeyond: (Double) -> Bool) -> String? {
      let stated = interval.ends[key].flatMap { text in NumberText.value(of: text.filter { $0 != "\"" }).map { (text, $0) } }
      if let (text, value) = stated, !isBeyond(value) { return text }
      return range.isFinite ? Self.shown(range) : nil
    }
    let lower = end("lower", of: bounds.lower > support.lower ? bounds.lower : -.infinity) { $0 < bounds.lower }
    let upper = end("upper", of: bounds.upper < support.upper ? bounds.upper : .infinity) { $0 > bounds.upper }
    if let lower { table += ", lower = \(lower)" }
    if let upper { table += ", upper = \(upper)" }
    if interval.isCell { return "state { \(table) } as a parameter, and write the parameter's name" }
    return problem.origin.map { "write \($0.path) as { \(table) }" } ?? "write { \(table) }"
  }
}
