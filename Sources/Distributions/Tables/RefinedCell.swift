/// A cell of a quantile table that one cubic cannot follow, cut at its jumps and kinks and then halved until cubics can.
struct RefinedCell: Sendable {
  /// A part of the cell, up to the start of the next.
  struct Piece: Sendable {
    /// In [0, 1) across the cell.
    var start: Double
    var inverseLength: Double
    /// Nothing where the quantile must be computed directly: next to a jump or kink, or where halving has not helped.
    var cubic: Cubic?
    /// The value all along the piece, where its logarithm would not be exact.
    var atom: Double?
  }

  private var pieces: [Piece] = []
  private let scale: TableScale

  /// - Parameters:
  ///   - breaks: Places of jumps and kinks in [0, 1] across the cell, ascending.
  ///   - fit: What fits and judges the cubics.
  ///   - z: The left end of the cell.
  ///   - width: Its width.
  init(breaks: [Double], fit: CubicFit, from z: Double, width: Double) {
    scale = fit.scale
    // Beyond so many breaks the search costs as much as a quantile; beyond |z| = 4.5 there is one draw in 150,000.
    guard breaks.count <= 32 && (!breaks.isEmpty || z.magnitude < 4.5) else {
      pieces = [Piece(start: 0, inverseLength: 1, cubic: nil)]
      return
    }
    // Wide enough to hide the rounding of a break's place, narrow enough to be met by one draw in 10⁹.
    let margin = 0x1p-24
    var start = 0.0
    for place in breaks {
      add(from: start, to: place - margin, fit: fit, origin: z, width: width)
      start = max(start, place - margin)
      pieces.append(Piece(start: start, inverseLength: 1, cubic: nil))
      start = place + margin
    }
    add(from: start, to: 1, fit: fit, origin: z, width: width)
  }

  /// The draw at `t` in [0, 1] across the cell, or nothing where it must be computed directly.
  func value(at t: Double) -> Double? {
    let piece = pieces[max(pieces.partitionIndex { $0.start > t } - 1, 0)]
    return piece.atom ?? piece.cubic.map { scale.value($0(min((t - piece.start) * piece.inverseLength, 1))) }
  }

  private mutating func add(from a: Double, to b: Double, fit: CubicFit, origin: Double, width: Double) {
    guard a < b else { return }
    let ends = (fit.exact(origin + a * width), fit.exact(origin + b * width))
    add(from: a, to: b, ends: ends, fit: fit, origin: origin, width: width, depth: 0)
  }

  private mutating func add(
    from a: Double, to b: Double, ends: (Double, Double), fit: CubicFit, origin: Double, width: Double, depth: Int
  ) {
    let (left, right) = (origin + a * width, origin + b * width)
    // A value with a probability of its own has no logarithm that is exact.
    let isAtom = fit.scale.isLogarithmic && ends.0 == ends.1 && !fit.family.kinks.isEmpty
    let cubic = isAtom ? nil : fit.cubic(from: left, width: right - left, ends: ends, isHeld: true)
    if isAtom {
      pieces.append(Piece(start: a, inverseLength: 1 / (b - a), atom: fit.family.quantile(StandardNormal.cdf(left))))
    } else if cubic != nil || depth == 6 {
      pieces.append(Piece(start: a, inverseLength: 1 / (b - a), cubic: cubic))
    } else {
      let middle = 0.5 * (a + b)
      let value = fit.exact(origin + middle * width)
      add(from: a, to: middle, ends: (ends.0, value), fit: fit, origin: origin, width: width, depth: depth + 1)
      add(from: middle, to: b, ends: (value, ends.1), fit: fit, origin: origin, width: width, depth: depth + 1)
    }
  }
}
