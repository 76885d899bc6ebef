internal import Analysis
internal import ByteCoding
internal import TariffModel

extension Plan {
  func encode(to writer: inout ByteWriter) {
    writer.count(draws)
    writer.word(seed)
    writer.doubles(percentiles)
    writer.count(thresholds.count)
    for threshold in thresholds {
      writer.text(threshold.outcome.rawValue)
      writer.double(threshold.value)
    }
    writer.double(shortfallPercent)
    writer.flag(reportsLines)
    writer.flag(seeksExactPercentiles)
  }

  /// Reads what `encode(to:)` wrote; a plan that no command line or scenario file can ask for is an error.
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(draws: try reader.count(atMost: Self.maximumDraws), seed: try reader.word(), percentiles: try reader.doubles())
    for _ in 0..<(try reader.count(atMost: reader.remaining)) {
      guard let outcome = Outcome(rawValue: try reader.text()) else { throw DamagedBytes("a threshold has no outcome") }
      thresholds.append(Threshold(outcome: outcome, value: try reader.finite()))
    }
    shortfallPercent = try reader.double()
    reportsLines = try reader.flag()
    seeksExactPercentiles = try reader.flag()
    guard draws >= 1, percentiles.allSatisfy({ $0 >= 0 && $0 <= 100 }), shortfallPercent > 0, shortfallPercent <= 50 else {
      throw DamagedBytes("its plan is none")
    }
  }
}
