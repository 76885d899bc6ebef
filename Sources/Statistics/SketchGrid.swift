/// All of a sketch that depends on the data: fixed once from the first draws of the run, then shared by every thread.
///
/// Two grids from the same pilot (in any order) and request are the same, so sketches made in different places can be merged.
package struct SketchGrid: Sendable {
  package let request: SketchRequest
  let map: BinMap
  /// Deviations are taken from here, in units of `scale`, a power of two: scaling rounds nothing.
  let location: Double
  let scale: Double
  /// The pilot's estimates of the quantiles of the two shortfall tails.
  let lowerTailQuantile: Double
  let upperTailQuantile: Double
  /// The same as deviations from `location` in units of `scale`.
  var scaledLowerTailQuantile: Double { (lowerTailQuantile - location) / scale }
  var scaledUpperTailQuantile: Double { (upperTailQuantile - location) / scale }
  /// Tells grids apart: made of the pilot's and the request's bits.
  let fingerprint: UInt64

  /// Takes the run's first draws, in any order; the more (up to about 4,096), the finer the percentiles.
  ///
  /// Draws that are not usable numbers are left out; a pilot without any usable draw is taken as a single 0. O(n).
  package init(pilot: [Double], request: SketchRequest) {
    var sorted = ascending(pilot.filter(Unusable.isUsable))
    if sorted.isEmpty { sorted = [0] }
    let n = sorted.count
    self.request = request
    map = BinMap(sorted: sorted, request: request)
    location = sorted[n / 2] + 0
    scale = binaryScale(n == 1 ? sorted[0] : sorted[n - 1] - sorted[0])
    let rank = min(Int(Double(n) * request.shortfallPercent / 100), n - 1)
    lowerTailQuantile = sorted[rank]
    upperTailQuantile = sorted[n - 1 - rank]
    var digest = Digest()
    for x in sorted { digest.add((x + 0).bitPattern) }
    for x in request.percentiles + request.thresholds + [request.shortfallPercent] { digest.add(x.bitPattern) }
    digest.add(UInt64(request.percentiles.count))
    digest.add(UInt64(request.histogramBins))
    fingerprint = digest.value
  }

  /// Whether a sketch can take a draw: one of at most 10²⁸⁹ in magnitude that is at most 2¹⁶⁸, some 10⁵⁰, times the scale away from the
  /// location, so that the sixth powers of a whole block add up to a double.
  package func isUsable(_ x: Double) -> Bool { Unusable.isUsable(x) && (x - location).magnitude <= 0x1p168 * scale }

  /// Memory the grid itself takes, once for all threads.
  package var byteCount: Int {
    map.cells.count * (MemoryLayout<BinMap.Cell>.stride + 2 * MemoryLayout<UInt64>.stride) + map.pieces.count
      * MemoryLayout<BinMap.Piece>.stride
  }
}

/// A digest of words, enough to notice a mix-up.
///
/// After FNV-1a by G. Fowler, L. C. Noll and K.-P. Vo.
private struct Digest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x0000_0100_0000_01b3
    value ^= value >> 29
  }
}

/// The power of two at or below a width; 1 for a width of 0.
func binaryScale(_ width: Double) -> Double {
  width == 0 ? 1 : min(max(width.magnitude.binade, 0x1p-960), 0x1p960)
}
