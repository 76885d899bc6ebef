/// Cells of equal width over the bulk of a sample, several to each bin of the histogram, and one open cell on either side.
struct CellFrame: Sendable {
  let lower: Double
  let upper: Double
  let width: Double
  /// Cells between `lower` and `upper`, numbered from 1; 0 is everything below, `count + 1` everything above.
  let count: Int
  let histogramBins: Int
  /// Cells a unit of value.
  let scale: Double
  /// A cell below `lower`: the start of cell 0, were it not open.
  let origin: Double
  /// The start of the upper open cell, in cells from `origin`.
  private let limit: Double

  private static let wantedCells = 480

  /// Takes an ascending sample: from its 0.5 to its 99.5 percent point and a tenth further on either side, but not beyond it.
  init(sorted: [Double], histogramBins: Int) {
    let n = sorted.count
    let margin = n / 200
    let span = sorted[n - 1 - margin] - sorted[margin]
    var low = max(sorted[margin] - span / 10, sorted[0])
    var high = min(sorted[n - 1 - margin] + span / 10, sorted[n - 1])
    if low == high {
      low = sorted[0]
      high = sorted[n - 1]
    }
    let count = Self.cells(histogramBins: histogramBins)
    let size = max(low.magnitude, high.magnitude)
    // A cell holds several neighbouring doubles, so that the rounding of its edges stays inside a bin; a sample that does not
    // vary gets a frame a fiftieth of its size.
    let least = low == high ? (size > 0 ? size / 50 : 1) : 0
    let shortfall = max(least, Double(count) * 64 * size.ulp) - (high - low)
    if shortfall > 0 {
      low -= shortfall / 2
      high += shortfall / 2
    }
    self.init(lower: low, upper: high, histogramBins: histogramBins)
  }

  /// The frame between two ends.
  init(lower: Double, upper: Double, histogramBins: Int) {
    count = Self.cells(histogramBins: histogramBins)
    self.lower = lower
    self.upper = upper
    width = (upper - lower) / Double(count)
    scale = Double(count) / (upper - lower)
    origin = lower - width
    limit = Double(count + 1)
    self.histogramBins = histogramBins
  }

  /// As near to the wanted number as the same number for each bin of the histogram comes.
  private static func cells(histogramBins: Int) -> Int { max(wantedCells / histogramBins, 1) * histogramBins }

  /// The place of a value in units of 2⁻²⁴ cells from the start of cell 0, by the very arithmetic of the kernel that counts; never
  /// decreases in it.
  ///
  /// Both ends are clamped, NaN goes to 0. The sum with 2²⁸ rounds to 24 fractional bits.
  func place(of x: Double) -> UInt64 {
    let position = (x - origin) * scale
    let held = limit < position ? limit : position
    return ((held > 0 ? held : 0) + 0x1p28).bitPattern & 0xf_ffff_ffff_ffff
  }

  /// The cell of a value; never decreases in it.
  func cell(of x: Double) -> Int { Int(place(of: x) >> 24) }

  /// Where a cell begins, to rounding.
  func lowerEdge(of cell: Int) -> Double {
    if cell == 0 { return -.greatestFiniteMagnitude }
    return cell == count + 1 ? upper : lower + Double(cell - 1) * width
  }

  /// The bin of the histogram that takes a cell's draws.
  func histogramBin(of cell: Int) -> Int {
    min(max(cell - 1, 0), count - 1) / (count / histogramBins)
  }
}
