/// The totals that a source states beside its rows.
struct FlowControls {
  /// What is told of two countries beside the rows by code.
  struct Pair {
    /// All goods, as the source adds them.
    var total: Amount?
    /// Goods without a code.
    var uncoded = Amount.zero
  }

  private(set) var pairs: [FlowSides: Pair] = [:]
  /// All goods of all countries.
  private(set) var world: Amount?
  /// All countries, by level of the code.
  private(set) var worldByLevel: [Int: Amount] = [:]

  /// Goods without a code, of all countries.
  var uncoded: Amount { pairs.values.reduce(.zero) { $0 + $1.uncoded } }

  /// Takes note of a total of all codes.
  mutating func addTotal(_ sides: FlowSides, _ value: Amount) {
    if sides.contain(.world) {
      world = (world ?? .zero) + value
    } else if sides.exporter != sides.importer {
      pairs[sides, default: Pair()].total = (pairs[sides]?.total ?? .zero) + value
    }
  }

  /// Takes note of goods without a code.
  mutating func addUncoded(_ sides: FlowSides, _ value: Amount) { pairs[sides, default: Pair()].uncoded += value }

  /// Takes note of a total of all countries.
  mutating func addWorld(_ level: Int, _ value: Amount) { worldByLevel[level, default: .zero] += value }
}
