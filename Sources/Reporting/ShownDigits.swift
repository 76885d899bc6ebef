package import Statistics

/// How many digits of a number are worth showing.
package enum ShownDigits {
  /// The decimal place of the last digit shown in a row of numbers.
  ///
  /// No digit stands below the first digit of the largest standard error, and no row shows more than `digits` significant digits
  /// of its largest number. Where no error is known (a handful of draws) two digits stand.
  package static func place(largest: Double, standardErrors: [Double?], digits: Int = 4) -> Int {
    let known = standardErrors.compactMap { $0 }
    let cap = leadingPlace(largest) - (known.isEmpty ? 2 : digits) + 1
    guard let worst = known.max(), worst > 0 else { return cap }
    return max(cap, leadingPlace(worst))
  }

  /// The place of a summary's percentiles and mean, for numbers multiplied by `scale`.
  static func place(of summary: SampleSummary, scale: Double) -> Int { KnownFigures(summary, scale: scale).place(digits: 4) }

  /// The place that shows a number exactly as it was stated, down to millionths.
  static func lastPlace(_ value: Double) -> Int {
    let text = NumberText.exact(value)
    guard let point = text.firstIndex(of: "."), !text.contains("e") else { return 0 }
    return -min(6, text[point...].count - 1)
  }

  /// The power of ten of a number's first digit; 0 for 0.
  package static func leadingPlace(_ value: Double) -> Int {
    guard value.magnitude > 0, value.isFinite else { return 0 }
    var place = 0
    var rest = value.magnitude
    while rest >= 10 {
      rest /= 10
      place += 1
    }
    while rest < 1 {
      rest *= 10
      place -= 1
    }
    return place
  }
}

extension PercentileEstimate {
  /// Half of the 95 % interval in standard errors; nothing where there is no interval.
  package var standardError: Double? { interval.map { ($0.upperBound - $0.lowerBound) / (2 * 1.959963984540054) } }
}
