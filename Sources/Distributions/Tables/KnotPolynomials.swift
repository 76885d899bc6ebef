/// Exact quantiles four cells apart, with the polynomials of degree 9 through five of them on either side of a span.
///
/// Where the map is smooth these are nearer to it than the cubics of the table need to be, and cost a tenth of its inversion.
/// Every span is measured in its middle, where such a polynomial is worst.
struct KnotPolynomials {
  static let cellsPerSpan = 4
  /// Places in a cell: halves, thirds and eighths are whole numbers of them.
  static let placesPerCell = 24

  /// At the borders 0, 4, 8 … of the cells.
  let knots: [Double]
  /// Whether a span's polynomial keeps a sixteenth of the table's tolerance.
  private let isGood: [Bool]

  /// - Parameter isSmooth: Whether the map has no jump or kink from one border of cells to another.
  init(_ fit: CubicFit, isSmooth: (Int, Int) -> Bool) {
    let spans = QuantileTable.cellCount / Self.cellsPerSpan
    var knots: [Double] = []
    knots.reserveCapacity(spans + 1)
    for span in 0...spans {
      let guess = span < 4 ? nil : TableBuilder.next(after: knots.suffix(4))
      knots.append(fit.exact(TableBuilder.z(Double(span * Self.cellsPerSpan)), near: guess))
    }
    self.knots = knots
    isGood = (0..<spans).map { span in
      let (first, last) = (span - Self.reach + 1, span + Self.reach)
      guard first >= 0 && last <= spans && isSmooth(first * Self.cellsPerSpan, last * Self.cellsPerSpan) else { return false }
      let middle = Self.value(knots, span, at: Self.placesPerCell * Self.cellsPerSpan / 2)
      let exact = fit.exact(TableBuilder.z((Double(span) + 0.5) * Double(Self.cellsPerSpan)), near: middle)
      return (middle - exact).magnitude <= fit.tolerance(at: exact) / 16
    }
  }

  /// Whether a cell can be answered.
  func covers(_ cell: Int) -> Bool { isGood[cell / Self.cellsPerSpan] }

  /// The value at a place of a cell that is covered.
  func value(_ cell: Int, at place: Int) -> Double {
    Self.value(knots, cell / Self.cellsPerSpan, at: cell % Self.cellsPerSpan * Self.placesPerCell + place)
  }

  /// Knots on either side of the middle of a span.
  private static let reach = 5

  private static func value(_ knots: [Double], _ span: Int, at place: Int) -> Double {
    let first = span - reach + 1
    let row = place * 2 * reach
    var sum = 0.0
    for node in 0..<(2 * reach) { sum += weights[row + node] * (knots[first + node] - knots[span]) }
    return knots[span] + sum
  }

  /// Lagrange's weights of the knots at every place of a span, place by place.
  private static let weights: [Double] = (0..<(placesPerCell * cellsPerSpan)).flatMap { place in
    let t = Double(place) / Double(placesPerCell * cellsPerSpan)
    return (1 - reach...reach).map { node in
      var weight = 1.0
      for other in 1 - reach...reach where other != node { weight *= (t - Double(other)) / Double(node - other) }
      return weight
    }
  }
}
