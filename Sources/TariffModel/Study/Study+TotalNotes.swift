internal import Distributions

extension Study {
  /// Lines that sell what all other lines of their table sell together, as a row of totals does that came along with a table.
  ///
  /// Of certain values, and of at least four lines: of three, one is the sum of the others now and then. O(lines).
  var totalNotes: [ModelNote] {
    [("exports", exports.map { ($0.id, $0.baseValue) }), ("imports", imports.map { ($0.id, $0.baseValue) })].compactMap {
      section, lines in
      sumOfOthers(lines).map { ModelNote(scenario: nil, subject: .lineIsSumOfOthers(path: "\(section)/\($0)")) }
    }
  }

  private func sumOfOthers(_ lines: [(id: String, value: Quantity)]) -> String? {
    guard lines.count >= 4 else { return nil }
    var values: [Double] = []
    for line in lines {
      guard case .distribution(let distribution) = line.value.value, let value = distribution.constantValue else { return nil }
      values.append(value)
    }
    let half = values.reduce(0, +) / 2
    // Totals in print are rounded by themselves.
    return half > 0 ? zip(lines, values).first { ($1 - half).magnitude <= 1e-4 * half }?.0.id : nil
  }
}
