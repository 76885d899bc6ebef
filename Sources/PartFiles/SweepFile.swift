internal import ByteCoding
package import Reporting
internal import TariffModel

/// What is done of a sweep, with what tells it from others: the content of its checkpoint.
package struct SweepFile: Hashable, Sendable {
  /// Of everything that determines the sweep's result, in lower-case hexadecimal.
  package var identity: String
  package var variantCount: Int
  /// The variants that are done, by number.
  package var endings: [Int: VariantEnding]
  /// Seconds of work so far.
  package var wallSeconds: Double

  package init(identity: String, variantCount: Int, endings: [Int: VariantEnding] = [:], wallSeconds: Double = 0) {
    self.identity = identity
    self.variantCount = variantCount
    self.endings = endings
    self.wallSeconds = wallSeconds
  }

  private static let frame = FileFrame("TSWEEP", version: 1)

  /// The bytes of the file.
  package var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.text(identity)
    writer.count(variantCount)
    writer.double(wallSeconds)
    writer.count(endings.count)
    for (variant, ending) in endings.sorted(by: { $0.key < $1.key }) {
      writer.count(variant)
      switch ending {
      case .failed(let reason):
        writer.flag(false)
        writer.text(reason)
      case .finished(let rows):
        writer.flag(true)
        writer.count(rows.count)
        for row in rows { row.encode(to: &writer) }
      }
    }
    return Self.frame.bytes(around: writer.bytes)
  }

  /// Reads the bytes of a file: any bytes end in a sweep or in an error.
  package init(decoding bytes: [UInt8]) throws(PartFileFailure) {
    var reader = try Self.frame.content(of: bytes)
    do throws(DamagedBytes) {
      identity = try reader.text()
      variantCount = try reader.count(atMost: Int(Int32.max))
      wallSeconds = try reader.finite()
      endings = [:]
      for _ in 0..<(try reader.count(atMost: min(variantCount, reader.remaining))) {
        let variant = try reader.count(atMost: variantCount - 1)
        let ending: VariantEnding
        if try reader.flag() {
          var rows: [SweepRow] = []
          for _ in 0..<(try reader.count(atMost: reader.remaining)) { rows.append(try SweepRow(from: &reader)) }
          ending = .finished(rows)
        } else {
          ending = .failed(try reader.text())
        }
        guard endings.updateValue(ending, forKey: variant) == nil else { throw DamagedBytes("it has a variant twice") }
      }
      try reader.end()
    } catch {
      throw .damaged(error)
    }
  }
}

extension SweepRow {
  fileprivate func encode(to writer: inout ByteWriter) {
    for text in [scenario, period, outcome.rawValue, group, statistic] { writer.text(text) }
    for number in [value, standardError, low, high] {
      writer.flag(number != nil)
      if let number { writer.double(number) }
    }
    writer.flag(isWidened)
  }

  fileprivate init(from reader: inout ByteReader) throws(DamagedBytes) {
    let (scenario, period, name) = (try reader.text(), try reader.text(), try reader.text())
    guard let outcome = Outcome(rawValue: name) else { throw DamagedBytes("it has an outcome that is none") }
    let (group, statistic) = (try reader.text(), try reader.text())
    var numbers: [Double?] = []
    for _ in 0..<4 { numbers.append(try reader.flag() ? try reader.finite() : nil) }
    self.init(
      scenario: scenario, period: period, outcome: outcome, group: group, statistic: statistic, value: numbers[0],
      standardError: numbers[1], low: numbers[2], high: numbers[3], isWidened: try reader.flag())
  }
}
