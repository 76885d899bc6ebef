internal import VectorMath

/// A monotone map from values to bins: cells of equal width, each cut evenly, or where a cell's draws are bunched, cut into
/// pieces at the pilot's order statistics.
struct BinMap: Sendable {
  /// A cell of the frame.
  struct Cell: Sendable {
    /// The first bin; for a cell in pieces, the first piece.
    var base: Int32
    /// Bins of equal width; for a cell in pieces, minus the number of pieces.
    var bins: Int32
  }

  /// An interval cut into `last + 1` bins of equal width.
  struct Piece: Sendable {
    var origin: Double
    /// Bins a unit of value.
    var scale: Double
    var base: Int32
    /// The last bin's number in the piece.
    var last: Int32
  }

  let frame: CellFrame
  /// One for each cell of the frame, the open ones included.
  let cells: [Cell]
  let pieces: [Piece]
  let binCount: Int
  /// The cells as the kernel that counts reads them: bin = (offset + slope·place)·2⁻²⁴; the top bit of a slope marks a cell in
  /// pieces.
  private let offsets: [UInt64]
  private let slopes: [UInt64]

  init(frame: CellFrame, cells: [Cell], pieces: [Piece], binCount: Int) {
    self.frame = frame
    self.cells = cells
    self.pieces = pieces
    self.binCount = binCount
    offsets = cells.enumerated().map { index, cell in
      cell.bins > 0 ? UInt64(cell.base) << 24 &- UInt64(cell.bins) &* (UInt64(index) << 24) : 0
    }
    slopes = cells.map { $0.bins > 0 ? UInt64($0.bins) : 1 << 63 }
  }

  /// Draws that are counted in one call of the kernel.
  private static let drawsPerCall = 512

  /// Counts draws in their bins, which never decrease in the value.
  ///
  /// O(1) for a draw in a plain cell, O(log pieces) in the others.
  func count(_ values: Span<Double>, in counts: inout [UInt16], kernels: any KernelSet.Type) {
    var bins = counts.mutableSpan
    let pieces = pieces.span
    var start = 0
    while start < values.count {
      let part = values.extracting(start..<min(start + Self.drawsPerCall, values.count))
      var inPieces = InlineArray<512, UInt32>(repeating: 0)
      var indices = inPieces.mutableSpan
      let listed = kernels.count(
        part, origin: frame.origin, cellsPerUnit: frame.scale, offsets: offsets.span, slopes: slopes.span, in: &bins,
        listed: &indices)
      for index in 0..<listed {
        let value = part[Int(indices[index])]
        bins[Self.bin(of: value, in: pieces, of: cells[frame.cell(of: value)])] &+= 1
      }
      start += Self.drawsPerCall
    }
  }

  /// The bin of a value in a cell of several pieces.
  @inline(never)
  static func bin(of x: Double, in pieces: Span<Piece>, of cell: Cell) -> Int {
    var low = Int(cell.base)
    var count = Int(-cell.bins)
    // The last piece that does not start above x, else the first.
    while count > 1 {
      let half = count / 2
      if pieces[low + half].origin <= x { low += half }
      count -= half
    }
    let piece = pieces[low]
    // One bin needs no arithmetic, which in the outermost piece would overflow.
    if piece.last == 0 { return Int(piece.base) }
    let step = min(max((x - piece.origin) * piece.scale, 0), Double(piece.last))
    return Int(piece.base) + Int(step)
  }
}

extension BinMap {
  /// A run of bins of equal width in order of value.
  struct Leaf {
    let lower: Double
    let upper: Double
    let base: Int
    let count: Int

    /// Whether the leaf holds one value only.
    var isAtom: Bool { count == 1 && upper == lower.nextUp }

    /// The lower edge of the leaf's bin `index`, which may be `count`.
    func edge(_ index: Int) -> Double {
      // The halves keep the whole range of doubles from overflowing.
      index == count ? upper : lower + (upper / Double(count) - lower / Double(count)) * Double(index)
    }
  }

  /// All leaves, ascending, and the first bin of every cell.
  func leaves() -> (leaves: [Leaf], firstBins: [Int]) {
    var leaves: [Leaf] = []
    var firstBins: [Int] = []
    for (index, cell) in cells.enumerated() {
      let end = index == frame.count + 1 ? Double.greatestFiniteMagnitude : frame.lowerEdge(of: index + 1)
      firstBins.append(leaves.last.map { $0.base + $0.count } ?? 0)
      if cell.bins > 0 {
        leaves.append(
          Leaf(lower: frame.lowerEdge(of: index), upper: end, base: Int(cell.base), count: Int(cell.bins)))
        continue
      }
      let own = pieces[Int(cell.base)..<Int(cell.base - cell.bins)]
      for (position, piece) in zip(own.indices, own) {
        let upper = position + 1 < own.endIndex ? own[position + 1].origin : max(end, piece.origin)
        leaves.append(Leaf(lower: piece.origin, upper: upper, base: Int(piece.base), count: Int(piece.last) + 1))
      }
    }
    return (leaves, firstBins)
  }
}
