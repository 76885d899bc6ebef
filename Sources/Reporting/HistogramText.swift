package import Statistics

/// A histogram in one line of block characters.
package enum HistogramText {
  /// Characters of a shape.
  package static let cells = 12

  /// The shape of an outcome from its smallest to its largest draw; words where it does not vary.
  ///
  /// The highest cell is full; a cell with any draw in it shows at least its lowest bar.
  package static func shape(of summary: SampleSummary) -> String {
    guard summary.minimum < summary.maximum else { return summary.draws == 1 ? "one draw" : "certain" }
    let heights = rebinned(summary.histogram.counts, into: cells)
    guard let highest = heights.max(), highest > 0 else { return "" }
    let bars: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return String(
      heights.map { height in
        height == 0 ? bars[0] : bars[max(1, Int((height / highest * 8).rounded()))]
      })
  }

  /// Counts over fewer or more bins of the same range; a bin that spans several shares its count by overlap.
  package static func rebinned(_ counts: [UInt64], into cells: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: cells)
    // Edges are compared as whole numbers, so that equal edges meet exactly: bin i covers [i·cells, (i + 1)·cells).
    for (bin, count) in counts.enumerated() where count > 0 {
      let lower = bin * cells
      let upper = lower + cells
      for cell in (lower / counts.count)...((upper - 1) / counts.count) {
        let overlap = min(upper, (cell + 1) * counts.count) - max(lower, cell * counts.count)
        sums[cell] += Double(count) * Double(overlap) / Double(cells)
      }
    }
    return sums
  }
}
