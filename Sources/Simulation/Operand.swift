/// A number in every draw: offset + scale × an output, or the offset alone.
package struct Operand: Hashable, Sendable {
  package var output: OutputPlace?
  package var scale: Double
  package var offset: Double
  /// Whether it is not defined in draws in which it is infinite.
  package var isRatio: Bool

  package init(output: OutputPlace, scale: Double, offset: Double, isRatio: Bool) {
    self.output = output
    self.scale = scale
    self.offset = offset
    self.isRatio = isRatio
  }

  /// The same number in every draw.
  package init(certain value: Double) {
    output = nil
    scale = 0
    offset = value
    isRatio = false
  }

  /// The number from the value of its output; never −0.
  func callAsFunction(_ value: Double) -> Double { (scale * value + offset) + 0 }

  /// Differences up to this share of the numbers that they are formed of are rounding: two scenarios that mean the same duty in a
  /// draw sum it up in different orders, and agree to 1e-12.
  private static let rounding = 0x1p-40

  /// Whether two operands' values differ by rounding only, offsets that cancel the values included.
  func ties(_ own: Double, with other: Operand, _ others: Double) -> Bool {
    (own - others).magnitude
      <= Self.rounding * max(own.magnitude + 2 * offset.magnitude, others.magnitude + 2 * other.offset.magnitude)
  }
}
