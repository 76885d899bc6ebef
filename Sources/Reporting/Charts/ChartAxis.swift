internal import Glibc

/// The scale of an axis: the values it spans, and the round ones that are marked.
package struct ChartAxis: Hashable {
  package let lower: Double
  package let upper: Double
  package let ticks: [Double]
  /// The power of ten of the last digit of the ticks.
  package let place: Int

  /// An axis that spans the values, with about so many ticks at steps of 1, 2 or 5 times a power of ten, its ends being ticks.
  ///
  /// What is one number gets room on both sides; nothing at all gets 0 to 1.
  package init(spanning values: [Double], ticks wanted: Int) {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if low == high {
      let room = low == 0 ? 1 : low.magnitude / 10
      (low, high) = (low - room, high + room)
    }
    // Halves first: the difference of the ends may exceed the largest double.
    let rough = (high / 2 - low / 2) / Double(max(1, wanted)) * 2
    var exponent = ShownDigits.leadingPlace(rough)
    let unit = pow(10.0, Double(exponent))
    let factor = [1.0, 2, 5, 10].first { $0 * unit >= rough * (1 - 1e-12) } ?? 10
    if factor == 10 { exponent += 1 }
    let step = factor * unit
    let first = (low / step).rounded(.down)
    let count = max(1, Int(((high / step).rounded(.up) - first).rounded()))
    ticks = (0...count).map { (first + Double($0)) * step }
    lower = first * step
    upper = (first + Double(count)) * step
    place = exponent
  }

  /// Where a value lies between the ends, 0 to 1.
  package func position(of value: Double) -> Double { min(1, max(0, (value - lower) / (upper - lower))) }

  /// A tick in words.
  package func label(_ tick: Double) -> String { ShownNumber.text(tick, place: place) }
}

/// A number on a page: with the sign that belongs to print.
enum ShownNumber {
  static func text(_ value: Double, place: Int) -> String {
    NumberText.rounded(value, place: place).replacing("-", with: "−")
  }
}
