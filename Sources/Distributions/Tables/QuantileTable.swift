/// The composed map z ↦ Q(Φ(z)) of a distribution, as cubics over 1,088 cells of equal width from z = −8.5 to 8.5.
///
/// **Bound.** |value − Q(Φ(z))| ≤ 10⁻⁸·(Q(0.975) − Q(0.025)) + 10⁻⁹·|Q(Φ(z))|, and ≤ 10⁻⁸·|Q(Φ(z))| where all values have one sign;
/// values inside the support, and no cell falls. A law that spans decades near 0 has the logarithm tabulated (``TableScale``). The
/// bound is measured while the table is built, in every cell at points between the nodes (``CubicFit``), and tested for every
/// family at points of neither kind.
///
/// **Jumps and kinks.** Where one cubic cannot keep the bound (a discrete value begins, a density has a corner, a tail grows too
/// fast), c₀ is NaN: the fast kernel notices, and ``value(at:)`` answers from a finer subdivision. Next to a jump it computes the
/// quantile itself, so that discrete values come out as exactly the numbers given.
///
/// **Tails.** Both tails of Φ(z) are carried, so z = 8 is as accurate as z = −8. Beyond ±8.48, where one normal
/// in 4·10¹⁶ lies, the quantile itself is computed.
package struct QuantileTable: Sendable {
  /// The left end of the first cell.
  package static let origin = -8.5
  /// Cells in a unit of z: a power of two, so that cell borders are exact.
  package static let cellsPerUnit = 64.0
  /// Cells from −8.5 to 8.5.
  package static let cellCount = 1_088
  /// Doubles in `coefficients`.
  package static let coefficientCount = 4 * cellCount

  /// c₀ … c₃ of each cell: y = c₀ + t(c₁ + t(c₂ + t·c₃)), t in [0, 1] across the cell; c₀ is NaN where `value(at:)` must be
  /// asked.
  package let coefficients: [Double]
  private let refined: [RefinedCell?]
  private let scale: TableScale
  /// The law whose quantiles it has.
  package let distribution: Distribution

  /// The table of a distribution.
  ///
  /// A quarter of a millisecond for a smooth family, more the more jumps and kinks there are.
  package init(_ distribution: Distribution) {
    self.distribution = distribution
    scale = TableScale(of: distribution.family)
    (coefficients, refined) = TableBuilder(distribution.family, scale: scale).build()
  }

  /// What the exponential of a cubic is multiplied by where the logarithm is tabulated; nothing where the value itself is.
  package var exponentialFactor: Double? { scale.isLogarithmic ? scale.factor : nil }

  /// Where the values lie.
  package var support: Support { distribution.support }

  /// The order below which the moments of the distribution exist.
  package var momentOrder: Double { distribution.momentOrder }

  /// The order below which the moments of its exponential exist.
  package var exponentialOrder: Double { distribution.exponentialOrder }

  /// The order below which the moments of 1/|X − x| exist; see ``Distribution/reciprocalOrder(at:)``.
  package func reciprocalOrder(at x: Double) -> Double { distribution.reciprocalOrder(at: x) }

  /// The quantile at the probability of a standard normal `z`, as exactly as the table's bound.
  package func value(at z: Double) -> Double {
    precondition(!z.isNaN, "the quantile is asked for at a number")
    let end = Double(Self.cellCount)
    let position = min(max((z - Self.origin) * Self.cellsPerUnit, 0), end)
    let cell = min(Int(position), Self.cellCount - 1)
    let t = position - Double(cell)
    let row = 4 * cell
    let value = coefficients[row] + t * (coefficients[row + 1] + t * (coefficients[row + 2] + t * coefficients[row + 3]))
    if !value.isNaN { return scale.value(value) }
    let isOutside = cell == 0 || cell == Self.cellCount - 1
    if !isOutside, let value = refined[cell]?.value(at: t) { return value }
    let exact = distribution.quantile(atNormal: isOutside ? z : Self.origin + position / Self.cellsPerUnit)
    return min(max(exact, support.lower), support.upper)
  }
}
