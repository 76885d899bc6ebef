internal import TariffModel

extension LoadSession {
  /// Reports goods that two rows count on the same days, whoever counted them.
  ///
  /// O(rows·log rows) for each length of code.
  func reportDoubleRecords(_ records: [PlacedRecord]) {
    var byOrigin: [String: [FlowRecord.Goods: [PlacedRecord]]] = [:]
    for placed in records { byOrigin[placed.record.origin, default: [:]][placed.record.goods, default: []].append(placed) }
    for (_, byGoods) in byOrigin {
      let sorted = byGoods.mapValues { $0.sorted { $0.record.start < $1.record.start } }
      for (goods, own) in sorted {
        for (first, second) in zip(own, own.dropFirst()) where first.record.end >= second.record.start {
          reportOverlap(of: second, with: first)
        }
        guard case .code(let code) = goods else { continue }
        for length in stride(from: 0, to: code.utf8.count, by: 2) {
          let wider = String(code.prefix(length))
          guard let others = sorted[.code(wider)], let pair = Self.overlap(own, others) else { continue }
          report(
            InputProblem(
              location: pair.inner.location, path: "observed/\(pair.inner.record.origin)/\(code)", value: code,
              rule: .codeWithin(goodsName(wider), first: pair.outer.location), suggestion: "leave out one of the two"))
        }
      }
    }
  }

  private func goodsName(_ code: String) -> String { FlowRecord.Goods.code(code).text }

  private func reportOverlap(of second: PlacedRecord, with first: PlacedRecord) {
    report(
      InputProblem(
        location: second.location, path: "observed/\(second.record.origin)/\(second.record.goods.text)",
        rule: .overlappingRow(first: first.location),
        suggestion: "leave out one of the two; offices are scored in runs of their own"))
  }

  /// The first two rows of two lists, each by its days, that share a day.
  private static func overlap(
    _ inner: [PlacedRecord], _ outer: [PlacedRecord]
  ) -> (inner: PlacedRecord, outer: PlacedRecord)? {
    var (i, o) = (0, 0)
    while i < inner.count, o < outer.count {
      if inner[i].record.end < outer[o].record.start {
        i += 1
      } else if outer[o].record.end < inner[i].record.start {
        o += 1
      } else {
        return (inner[i], outer[o])
      }
    }
    return nil
  }
}
