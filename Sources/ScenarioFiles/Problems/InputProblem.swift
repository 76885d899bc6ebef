internal import TextFormats

/// Something in the input that cannot be taken: where it stands, which value, which rule it breaks, and a way out.
package struct InputProblem: Error, Hashable, Sendable {
  package var location: SourceLocation
  /// The number or table at fault, as in `exports/6302/elasticity`; nothing where the file as a whole is at fault.
  package var path: String?
  /// The value as it stands in the file.
  package var value: String?
  package var rule: InputRule
  /// What to write instead, where that is known.
  package var suggestion: String?

  package init(location: SourceLocation, path: String? = nil, value: String? = nil, rule: InputRule, suggestion: String? = nil) {
    self.location = location
    self.path = path
    self.value = value
    self.rule = rule
    self.suggestion = suggestion
  }

  package var file: String { location.file }
  package var line: Int? { location.line }
  package var column: Int? { location.column }

  /// One line: `scenario.toml:14:13: exports/6302/elasticity: "1,6": is not a number; write 1.6`.
  package var text: String { text(in: "") }

  /// The same with the path of the scenario's folder before the file, which is empty or ends with a slash.
  ///
  /// Whatever stands in the files, it is one line that a terminal shows as it is, and no longer than a screen.
  package func text(in folder: String) -> String {
    var parts = [ShownText.line(location.description(in: folder))]
    if let path { parts.append(ShownText.line(path, limit: 2 * ShownText.nameLimit)) }
    if let value { parts.append(ShownText.line(value, limit: 2 * ShownText.nameLimit)) }
    parts.append(ShownText.paragraph(rule.statement))
    return parts.joined(separator: ": ") + (suggestion.map { "; " + ShownText.paragraph($0) } ?? "")
  }
}

/// Every problem that one reading of the input found.
package struct LoadFailure: Error, Hashable, Sendable {
  /// At least one, in the order of file, line and column.
  package var problems: [InputProblem]

  /// At least one problem, in any order.
  package init(_ problems: [InputProblem]) {
    self.problems = problems.enumerated().sorted { a, b in
      let (p, q) = (a.element.location, b.element.location)
      return (p.file, p.line ?? 0, p.column ?? 0, a.offset) < (q.file, q.line ?? 0, q.column ?? 0, b.offset)
    }.map(\.element)
  }

  /// One problem that was found after reading.
  package init(problem: InputProblem) { problems = [problem] }

  /// One line for each problem.
  package var text: String { problems.map(\.text).joined(separator: "\n") }
}
