internal import ByteCoding

extension BinMap {
  /// More bins than any layout asks for; bounds the memory that a file can ask for.
  private static let mostBins = 1 << 20

  /// Writes the map; where bins and pieces start follows from those before, and is left out.
  func encode(to writer: inout ByteWriter) {
    writer.double(frame.lower)
    writer.double(frame.upper)
    var pieces = pieces[...]
    for cell in cells {
      writer.flag(cell.bins < 0)
      writer.count(Int(cell.bins.magnitude))
      guard cell.bins < 0 else { continue }
      for piece in pieces.prefix(Int(-cell.bins)) {
        writer.double(piece.origin)
        writer.double(piece.scale)
        writer.count(Int(piece.last))
      }
      pieces = pieces.dropFirst(Int(-cell.bins))
    }
  }

  /// Reads what `encode(to:)` wrote, with every value in the range that the arithmetic of bins relies on.
  init(from reader: inout ByteReader, histogramBins: Int) throws(DamagedBytes) {
    let lower = try reader.finite()
    let upper = try reader.finite()
    let frame = CellFrame(lower: lower, upper: upper, histogramBins: histogramBins)
    guard lower < upper, frame.width > 0, frame.width.isFinite, frame.scale.isFinite else {
      throw DamagedBytes("a frame of bins has no width")
    }
    var cells: [Cell] = []
    var pieces: [Piece] = []
    var bins = 0
    for index in 0...(frame.count + 1) {
      let isInPieces = try reader.flag()
      let count = try reader.count(atMost: Self.mostBins - bins)
      // The open cells have no width to cut evenly.
      guard count > 0, isInPieces || (1...frame.count).contains(index) else { throw DamagedBytes("a cell has no bins") }
      if isInPieces {
        cells.append(Cell(base: Int32(pieces.count), bins: -Int32(count)))
        for number in 0..<count {
          let piece = try Piece(from: &reader, base: bins, mostBins: Self.mostBins)
          guard number == 0 || piece.origin >= pieces[pieces.count - 1].origin else {
            throw DamagedBytes("pieces are out of order")
          }
          pieces.append(piece)
          bins += Int(piece.last) + 1
        }
      } else {
        cells.append(Cell(base: Int32(bins), bins: Int32(count)))
        bins += count
      }
    }
    self.init(frame: frame, cells: cells, pieces: pieces, binCount: bins)
  }
}

extension BinMap.Piece {
  /// Reads a piece whose first bin is number `base`.
  fileprivate init(from reader: inout ByteReader, base: Int, mostBins: Int) throws(DamagedBytes) {
    origin = try reader.finite()
    scale = try reader.double()
    last = Int32(try reader.count(atMost: max(mostBins - base - 1, 0)))
    self.base = Int32(base)
    // The one bin of an atom may be so narrow that its scale, which nobody needs, is infinite.
    guard scale >= 0, scale.isFinite || last == 0, base < mostBins else { throw DamagedBytes("a piece has no bins") }
  }
}
