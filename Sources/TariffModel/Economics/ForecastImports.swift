internal import Expressions

/// What a statistical office would count of home's imports from the partner in a period, USD m.
struct ForecastImports {
  /// M^f + I^f.
  let value: Expression
}

extension ForecastImports {
  /// Imports have growth and noise of their own; what commitments to a level add is what the forecast imports leave open.
  init(
    _ study: Study, imports: ImportFlows, commitments: CommitmentFlows, factors: ForecastFactors, period: Int,
    _ number: DrawnQuantities
  ) {
    let graph = number.graph
    let shared = factors.sharedByImports(in: period)
    let bought = zip(study.imports, imports.lines).map { line, flow in
      let own = factors.own(line.forecast ?? FlowForecast(), series: "imports/\(line.id)", in: period)
      return flow.value * graph.sum(zip(shared, own).map { $0 * $1 })
    }
    var increments: [Expression] = []
    var pools: [Int: [Expression]] = [:]
    for flow in commitments.commitments {
      let commitment = study.commitments.first { $0.name == flow.name }
      if case .level? = commitment?.basis, let line = study.imports.firstIndex(where: { $0.id == commitment?.importLine }) {
        pools[line, default: []].append(flow.delivered)
      } else {
        increments.append(flow.increment)
      }
    }
    increments += pools.sorted { $0.key < $1.key }.map { line, delivered in
      maximum(graph.sum(delivered) - bought[line], graph.constant(0))
    }
    value = graph.sum(bought + increments)
  }
}
