internal import Expressions

/// The noise of one series on calendar quarters: z_1 = e_1, z_k = φ·z_(k−1) + √(1 − φ²)·e_k with independent standard normals e.
///
/// Stationary from the start: every z is standard normal. Each quarter's e has a stream of its own, which names the series and the
/// quarter after the base year; other series and later quarters move none.
final class NoiseSeries {
  private let stream: String
  private let persistence: Expression
  private let innovation: Expression
  private var values: [Expression] = []

  /// - Parameters:
  ///   - persistence: φ in [0, 1).
  ///   - innovation: √(1 − φ²).
  init(stream: String, persistence: Expression, innovation: Expression) {
    self.stream = stream
    self.persistence = persistence
    self.innovation = innovation
  }

  /// z of a quarter, the first is 1.
  ///
  /// O(quarters) the first time.
  func value(inQuarter quarter: Int) -> Expression {
    while values.count < quarter {
      let own = persistence.graph.standardNormal(stream: "\(stream)/\(values.count + 1)")
      values.append(values.last.map { persistence * $0 + innovation * own } ?? own)
    }
    return values[quarter - 1]
  }
}
