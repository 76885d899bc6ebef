internal import TariffModel

extension Goal {
  private static let examples = "as in 'P(balance < 2000) >= 0.9', 'P5(balance) >= 1500' or 'mean(balance) > 0'"

  /// Reads a goal.
  package init(parsing text: String) throws(ConditionError) {
    var reader = ConditionReader(text)
    var unit: OutcomeUnit?
    if reader.take("P(") {
      statistic = .probability(try reader.condition())
    } else {
      let isMean = reader.take("mean(")
      var percent: Double?
      if !isMean { percent = reader.take("median(") ? 50 : try Self.percent(&reader) }
      let measure = try reader.measure()
      unit = measure.first.outcome.unit
      statistic = percent.map { .percentile($0, measure) } ?? .mean(measure)
    }
    guard reader.take(")") else { throw reader.error("a ) is missing, \(Self.examples)") }
    relation = try reader.relation(after: statistic.text)
    reader.skipSpaces()
    let start = reader.position
    target = try reader.number(unit: unit)
    try reader.end()
    if case .probability = statistic, !(0...1).contains(target) {
      throw reader.error(at: start, "a probability lies between 0 and 1: write 0.9 or 90%")
    }
  }

  private static func percent(_ reader: inout ConditionReader) throws(ConditionError) -> Double {
    guard reader.take("P") else { throw reader.error("a probability, a percentile or a mean is missing, \(examples)") }
    let start = reader.position
    let percent = try reader.number(unit: .percent)
    guard percent > 0, percent < 100 else { throw reader.error(at: start, "a percentile lies above 0 and below 100, as in P5") }
    guard reader.take("(") else { throw reader.error("a ( is missing, \(examples)") }
    return percent
  }
}
