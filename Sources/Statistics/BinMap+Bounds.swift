extension BinMap {
  /// The bin of a finite value, as `count` counts it.
  func bin(of x: Double) -> Int {
    let place = frame.place(of: x)
    let cell = cells[Int(place >> 24)]
    if cell.bins <= 0 { return Self.bin(of: x, in: pieces.span, of: cell) }
    return Int(cell.base) + (Int(place & 0xff_ffff) * Int(cell.bins)) >> 24
  }

  /// The least and the greatest double of a bin that is not empty.
  ///
  /// A bin's edges are rounded, so they do not tell which doubles it takes; the map itself does.
  func bounds(ofBin bin: Int) -> ClosedRange<Double> {
    let lower = Double.least { self.bin(of: $0) >= bin }
    let next = Double.least { self.bin(of: $0) > bin }
    // Where no bin follows, the search ends at the largest double, which the last bin has.
    return lower...(self.bin(of: next) > bin ? next.nextDown : next)
  }
}
