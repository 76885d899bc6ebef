package import ByteCoding

extension SketchGrid {
  /// Writes all but the request, which whoever reads it knows.
  package func encode(to writer: inout ByteWriter) {
    map.encode(to: &writer)
    for number in [location, scale, lowerTailQuantile, upperTailQuantile] { writer.double(number) }
    writer.word(fingerprint)
  }

  /// Reads what `encode(to:)` wrote for the same request.
  package init(from reader: inout ByteReader, answering request: SketchRequest) throws(DamagedBytes) {
    self.request = request
    map = try BinMap(from: &reader, histogramBins: request.histogramBins)
    location = try reader.finite()
    scale = try reader.finite()
    lowerTailQuantile = try reader.finite()
    upperTailQuantile = try reader.finite()
    fingerprint = try reader.word()
    guard scale == binaryScale(scale), scale > 0 else { throw DamagedBytes("a scale is no power of two") }
  }
}
