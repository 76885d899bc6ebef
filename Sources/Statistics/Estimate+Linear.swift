extension Estimate {
  /// offset + scale·value, its error scaled by |scale|; never −0.
  func scaled(by scale: Double, from offset: Double) -> Self {
    Self((offset + scale * value) + 0, standardError: standardError.map { $0 * scale.magnitude })
  }

  /// What is said of the spread of draws that are all alike, but need not be.
  static func alike(draws: Int) -> Self { Self(0, standardError: draws >= LargestShare.fewestAlike ? 0 : nil) }

  /// What is said of the spread of what is certain.
  static func none(draws: Int) -> Self { Self(0, standardError: draws >= 4 ? 0 : nil) }
}
