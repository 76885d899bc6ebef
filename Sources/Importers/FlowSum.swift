/// What becomes one row of a table: flows between two countries under one code.
struct FlowSum {
  struct Key: Hashable {
    var exporter: Int
    var importer: Int
    /// Nothing where all codes are one row.
    var code: HSCode?
  }

  private(set) var value = Amount.zero
  /// Nothing where a flow of it has none.
  private(set) var duty: Amount? = .zero

  mutating func add(_ value: Amount, _ duty: Amount?) {
    self.value += value
    self.duty = self.duty.flatMap { sum in duty.map { sum + $0 } }
  }
}
