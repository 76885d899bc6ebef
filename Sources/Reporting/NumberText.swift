/// Numbers as text, for files and for people.
package enum NumberText {
  /// The shortest text that reads back as the same number, without a trailing `.0` and without a negative zero.
  ///
  /// - Precondition: the number is finite. Results are checked once before they are written (`SimulationResult.unreportable`).
  package static func exact(_ value: Double) -> String {
    precondition(value.isFinite, "only finite numbers are written")
    // Up to here whole numbers have all their digits and a `.0`; beyond, an exponent.
    if value.magnitude <= 0x1p53, let whole = Int(exactly: value) { return String(whole) }
    return String(value)
  }

  /// A number for people: rounded to a decimal place, thousands separated by commas.
  ///
  /// `place` is the power of ten of the last digit shown: −1 shows tenths, 2 rounds to hundreds.
  /// - Precondition: the number is finite.
  package static func rounded(_ value: Double, place: Int) -> String {
    precondition(value.isFinite, "only finite numbers are shown")
    let unit = power(of: place)
    // Scaling by an exact power of ten keeps halves where they are; negative powers of ten are not exact, so divide by the
    // positive.
    let steps = place < 0 ? (value * power(of: -place)).rounded() : (value / unit).rounded() * unit
    // Whole steps beyond 2⁵³ have no digits to round, and no use in a table.
    guard steps.magnitude < 0x1p53 else { return exact(value) }
    let digits = String(Int(steps.magnitude))
    let decimals = max(0, -place)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = grouped(String(padded.dropLast(decimals)))
    return (steps < 0 ? "-" : "") + whole + (decimals > 0 ? "." + padded.suffix(decimals) : "")
  }

  /// A number to three significant digits, without separators, as it could be typed.
  package static func short(_ value: Double) -> String {
    let place = min(0, ShownDigits.leadingPlace(value) - 2)
    // Rounding to the place as text, and reading it back, drops the zeros at the end.
    return Double(rounded(value, place: place).replacing(",", with: "")).map(exact) ?? exact(value)
  }

  /// A number of any size for people: four significant digits, with a power of ten where it has many.
  package static func figure(_ value: Double) -> String {
    guard value.magnitude >= 1e9 else { return rounded(value, place: max(ShownDigits.leadingPlace(value) - 3, -9)) }
    var (mantissa, exponent) = (value, 0)
    while mantissa.magnitude >= 9.9995 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    return "\(exact((mantissa * 1000).rounded() / 1000))e\(exponent)"
  }

  /// A count for people, thousands separated by commas.
  package static func count(_ value: Int) -> String { (value < 0 ? "-" : "") + grouped(String(value.magnitude)) }

  /// Digits in threes from the right.
  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  private static func power(of place: Int) -> Double {
    (0..<place.magnitude).reduce(1.0) { power, _ in place < 0 ? power / 10 : power * 10 }
  }
}
