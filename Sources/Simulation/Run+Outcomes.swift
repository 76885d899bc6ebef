internal import Expressions
internal import Statistics
internal import TariffModel

extension Run {
  /// What the outcomes that read a column ask of it, in the column's own units.
  func columnRequests() -> [SketchRequest] {
    var requests = [SketchRequest?](repeating: nil, count: model.program.outputCount)
    for outcome in model.outcomes {
      guard case .column(let number, let scale, let offset) = outcome.value else { continue }
      let own = LinearImage(scale: scale, offset: offset).preimage(of: plan.request(for: outcome.key))
      requests[number] = requests[number]?.union(own) ?? own
    }
    return requests.map { $0 ?? SketchRequest(percentiles: []) }
  }

  /// The outcomes from the summaries of the columns they read, and those that are defined in no draw.
  func outcomes(from columns: [ColumnSummary]) -> (results: [OutcomeResult], undefined: [UndefinedOutcome]) {
    var results: [OutcomeResult] = []
    var undefined: [UndefinedOutcome] = []
    results.reserveCapacity(model.outcomes.count)
    for outcome in model.outcomes {
      let request = plan.request(for: outcome.key)
      switch outcome.value {
      case .certain(let value):
        results.append(OutcomeResult(key: outcome.key, summary: .certain(value, draws: plan.draws, request: request)))
      case .column(let number, let scale, let offset):
        guard let column = columns[number].summary else { fallthrough }
        let image = LinearImage(scale: scale, offset: offset)
        var summary = column.transformed(by: image, answering: request)
        summary.momentOrder = outcome.momentOrder
        if let exact = columns[number].orderStatistics {
          summary.percentiles = exact.percentiles(request.percentiles, of: image)
        }
        results.append(OutcomeResult(key: outcome.key, summary: summary))
      case .undefined: undefined.append(UndefinedOutcome(key: outcome.key, position: results.count))
      }
    }
    return (results, undefined)
  }
}

extension Plan {
  /// What the plan asks of an outcome: its percentiles, and of totals the thresholds too.
  func request(for key: OutcomeKey) -> SketchRequest {
    switch key.slice {
    case .line, .group, .origin, .commitment, .quota, .region:
      return SketchRequest(percentiles: percentiles, shortfallPercent: shortfallPercent)
    case .total:
      let levels = thresholds.filter { $0.outcome == key.outcome }.map(\.value)
      return SketchRequest(percentiles: percentiles, thresholds: levels, shortfallPercent: shortfallPercent)
    }
  }
}
