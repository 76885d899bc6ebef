internal import Analysis
internal import ByteCoding
internal import Sampling
internal import TariffModel

extension Plan {
  func encode(to writer: inout ByteWriter) {
    writer.count(draws)
    writer.word(seed)
    writer.text(design.name)
    if let replicates = design.replicates { writer.count(replicates) }
    writer.flag(rotates)
    writer.flag(smooths)
    writer.doubles(percentiles)
    writer.count(thresholds.count)
    for threshold in thresholds {
      writer.text(threshold.outcome.rawValue)
      writer.double(threshold.value)
    }
    writer.double(shortfallPercent)
    writer.flag(reportsLines)
    writer.flag(seeksExactPercentiles)
    Self.encode(selection.outcomes?.map(\.rawValue), to: &writer)
    Self.encode(selection.groups.map(Array.init), to: &writer)
    Self.encode(selection.periods.map(Array.init), to: &writer)
    writer.count(conditions.count)
    for condition in conditions { writer.text(condition.text) }
  }

  /// Names in no order; nothing where all are meant.
  private static func encode(_ names: [String]?, to writer: inout ByteWriter) {
    writer.flag(names != nil)
    guard let names else { return }
    writer.count(names.count)
    for name in names.sorted() { writer.text(name) }
  }

  private static func names(from reader: inout ByteReader) throws(DamagedBytes) -> [String]? {
    guard try reader.flag() else { return nil }
    var names: [String] = []
    for _ in 0..<(try reader.count(atMost: reader.remaining)) { names.append(try reader.text()) }
    return names
  }

  /// Reads what `encode(to:)` wrote; a plan that no command line or scenario file can ask for is an error.
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    let (draws, seed, name) = (try reader.count(atMost: Self.maximumDraws), try reader.word(), try reader.text())
    let replicates = name == Design.random.name ? 0 : try reader.count(atMost: Design.replicateRange.upperBound)
    guard let design = Design(name: name, replicates: replicates), design.admits(draws: draws) else {
      throw DamagedBytes("its design is none")
    }
    let (rotates, smooths) = (try reader.flag(), try reader.flag())
    guard !(rotates || smooths) || design.gainsByRotation else { throw DamagedBytes("its design is none") }
    self.init(draws: draws, seed: seed, percentiles: try reader.doubles(), design: design, rotates: rotates, smooths: smooths)
    for _ in 0..<(try reader.count(atMost: reader.remaining)) {
      guard let outcome = Outcome(rawValue: try reader.text()) else { throw DamagedBytes("a threshold has no outcome") }
      thresholds.append(Threshold(outcome: outcome, value: try reader.finite()))
    }
    shortfallPercent = try reader.double()
    reportsLines = try reader.flag()
    seeksExactPercentiles = try reader.flag()
    if let names = try Self.names(from: &reader) {
      let outcomes = names.compactMap(Outcome.init)
      guard outcomes.count == names.count else { throw DamagedBytes("it asks for an outcome that there is not") }
      selection.outcomes = Set(outcomes)
    }
    selection.groups = try Self.names(from: &reader).map(Set.init)
    selection.periods = try Self.names(from: &reader).map(Set.init)
    for _ in 0..<(try reader.count(atMost: reader.remaining)) {
      do {
        conditions.append(try Condition(parsing: try reader.text()))
      } catch let error as DamagedBytes {
        throw error
      } catch {
        throw DamagedBytes("a condition of it cannot be read")
      }
    }
    guard draws >= 1, percentiles.allSatisfy({ $0 >= 0 && $0 <= 100 }), shortfallPercent > 0, shortfallPercent <= 50 else {
      throw DamagedBytes("its plan is none")
    }
  }
}
