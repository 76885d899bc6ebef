extension Double {
  /// The place of a finite double in their order, 0 for both zeros; neighbours differ by 1.
  var place: Int64 {
    let magnitude = Int64(bitPattern: magnitude.bitPattern)
    return self < 0 ? -magnitude : magnitude
  }

  /// The double at a place in their order; the zero is positive.
  init(place: Int64) {
    let magnitude = Double(bitPattern: place.magnitude)
    self = place < 0 ? -magnitude : magnitude
  }

  /// The least double that fulfils a condition which, once true, stays true; the largest finite one where none does.
  ///
  /// 64 calls.
  static func least(where isBehind: (Double) -> Bool) -> Double {
    let limit = Double.greatestFiniteMagnitude.place
    var low = -limit
    var high = limit
    while low < high {
      // The floor of the mean, without overflow.
      let middle = (low >> 1) + (high >> 1) + (low & high & 1)
      if isBehind(Double(place: middle)) { high = middle } else { low = middle + 1 }
    }
    return Double(place: low)
  }
}
