/// How far a computed number is from a reference, in units of the reference's last place.
///
/// 0 for equal numbers and for two NaNs, infinite where only one is NaN or infinite.
package func ulps(_ computed: Double, from reference: Double) -> Double {
  if computed == reference || computed.isNaN && reference.isNaN { return 0 }
  guard computed.isFinite, reference.isFinite else { return .infinity }
  return (computed - reference).magnitude / reference.ulp
}

/// How far a computed number is from a reference that is known better than a double: high + low.
package func ulps(_ computed: Double, from high: Double, _ low: Double) -> Double {
  guard computed.isFinite, high.isFinite else { return ulps(computed, from: high) }
  return ((computed - high) - low).magnitude / high.ulp
}

#if arch(x86_64)
  /// How far a computed number is from a reference of 64 bits, in units of the last place of a double.
  package func ulps(_ computed: Double, from reference: Float80) -> Double {
    let nearest = Double(reference)
    guard computed.isFinite, nearest.isFinite else { return ulps(computed, from: nearest) }
    return Double((Float80(computed) - reference).magnitude / Float80(nearest.ulp))
  }
#endif
