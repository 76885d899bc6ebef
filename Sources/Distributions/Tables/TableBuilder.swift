/// Builds the cells of a quantile table.
struct TableBuilder {
  private let fit: CubicFit
  /// Places of jumps and kinks in units of cells, ascending.
  private let breaks: [Double]
  private let knots: KnotPolynomials
  /// Quantiles at the borders of the cells.
  private let borders: [Double]

  init(_ family: any DistributionFamily, scale: TableScale) {
    let fit = CubicFit(family, scale: scale)
    let breaks = Self.places(ofBreaksOf: family)
    let knots = KnotPolynomials(fit) { Self.part(of: breaks, from: $0, to: $1).isEmpty }
    self.fit = fit
    self.breaks = breaks
    self.knots = knots
    var borders: [Double] = []
    borders.reserveCapacity(QuantileTable.cellCount + 1)
    for cell in 0...QuantileTable.cellCount {
      if cell.isMultiple(of: KnotPolynomials.cellsPerSpan) {
        borders.append(knots.knots[cell / KnotPolynomials.cellsPerSpan])
      } else if knots.covers(cell) {
        // Where the map is flat, rounding must not make it turn back.
        let (before, next) = (borders[cell - 1], knots.knots[cell / KnotPolynomials.cellsPerSpan + 1])
        let value = knots.value(cell, at: 0)
        borders.append(scale.isFalling ? max(min(value, before), next) : min(max(value, before), next))
      } else {
        let guess = cell < 4 ? nil : Self.next(after: borders.suffix(4))
        borders.append(fit.exact(Self.z(Double(cell)), near: guess))
      }
    }
    self.borders = borders
  }

  func build() -> (coefficients: [Double], refined: [RefinedCell?]) {
    var coefficients: [Double] = []
    coefficients.reserveCapacity(4 * QuantileTable.cellCount)
    var refined: [RefinedCell?] = []
    for cell in 0..<QuantileTable.cellCount {
      let inside = breaks(between: cell, and: cell + 1)
      let cubic = cubic(cell, isSmooth: inside.isEmpty)
      let c = cubic ?? Cubic(from: .nan, to: .nan)
      coefficients.append(c.c0)
      coefficients.append(c.c1)
      coefficients.append(c.c2)
      coefficients.append(c.c3)
      refined.append(
        cubic != nil
          ? nil
          : RefinedCell(
            breaks: inside.map { min(max($0 - Double(cell), 0), 1) }, fit: fit, from: Self.z(Double(cell)),
            width: 1 / QuantileTable.cellsPerUnit))
    }
    return (coefficients, refined)
  }

  private func breaks(between first: Int, and last: Int) -> ArraySlice<Double> {
    Self.part(of: breaks, from: first, to: last)
  }

  /// The breaks from one border to another, those next to them included.
  private static func part(of breaks: [Double], from first: Int, to last: Int) -> ArraySlice<Double> {
    let start = breaks.partitionIndex { $0 >= Double(first) - margin }
    return breaks[start...].prefix { $0 <= Double(last) + margin }
  }

  /// The cubic of a whole cell, or nothing where it has to be refined.
  private func cubic(_ cell: Int, isSmooth: Bool) -> Cubic? {
    let ends = (borders[cell], borders[cell + 1])
    // Quantiles do not fall: equal at both ends is equal between, jumps or not.
    // A value with a probability of its own has no logarithm that is exact.
    if ends.0 == ends.1 { return fit.scale.isLogarithmic && !fit.family.kinks.isEmpty ? nil : Cubic(from: ends.0, to: ends.1) }
    // The outermost cells answer for what lies beyond, too, where every draw is computed.
    guard isSmooth && cell > 0 && cell < QuantileTable.cellCount - 1 else { return nil }
    if knots.covers(cell), let cubic = knotCubic(cell, ends: ends) { return cubic }
    let z = Self.z(Double(cell))
    let width = 1 / QuantileTable.cellsPerUnit
    if let inner = neighbours(of: cell), let cubic = fit.cubic(from: z, width: width, ends: ends, inner: inner) { return cubic }
    return fit.cubic(from: z, width: width, ends: ends)
  }

  /// The cubic of a cell that the knots' polynomials cover, judged by these; their own error is left room for.
  private func knotCubic(_ cell: Int, ends: (Double, Double)) -> Cubic? {
    let third = KnotPolynomials.placesPerCell / 3
    return fit.cubic(
      ends: ends, inner: (knots.value(cell, at: third), knots.value(cell, at: 2 * third)), allowance: 0.5 - 1.0 / 16,
      reference: { t, _ in knots.value(cell, at: Int(t * Double(KnotPolynomials.placesPerCell))) })
  }

  /// Guesses at ⅓ and ⅔ of a cell from the quintic through three borders on each side; nothing where the map is not
  /// smooth between these.
  private func neighbours(of cell: Int) -> (Double, Double)? {
    guard cell >= 2 && cell + 3 < borders.count && breaks(between: cell - 2, and: cell + 3).isEmpty else { return nil }
    func value(_ weights: [Double], _ reversed: Bool) -> Double {
      var sum = 0.0
      for i in 0..<6 { sum += weights[reversed ? 5 - i : i] * (borders[cell - 2 + i] - borders[cell]) }
      return borders[cell] + sum
    }
    return (value(Self.weightsAtOneThird, false), value(Self.weightsAtOneThird, true))
  }

  /// Lagrange's weights at ⅓ for nodes −2, −1, 0, 1, 2, 3.
  private static let weightsAtOneThird: [Double] = (-2...3).map { node in
    var weight = 1.0
    for other in -2...3 where other != node { weight *= (1.0 / 3 - Double(other)) / Double(node - other) }
    return weight
  }

  /// The value after four at equal distances, from the cubic through them.
  static func next(after values: ArraySlice<Double>) -> Double {
    let i = values.startIndex
    return 4 * (values[i + 3] + values[i + 1]) - 6 * values[i + 2] - values[i]
  }

  private static func places(ofBreaksOf family: any DistributionFamily) -> [Double] {
    let probabilities = family.kinks.flatMap { [family.cdf(below: $0), family.cdf($0)] }
    let places = probabilities.map { (StandardNormal.quantile($0) - QuantileTable.origin) * QuantileTable.cellsPerUnit }
    return Set(places.filter { $0 >= 0 && $0 <= Double(QuantileTable.cellCount) }).sorted()
  }

  /// Half the width in which a break's neighbourhood is computed directly, in cells.
  private static let margin = 0x1p-24

  /// The z at a place in units of cells.
  static func z(_ place: Double) -> Double { QuantileTable.origin + place / QuantileTable.cellsPerUnit }
}
