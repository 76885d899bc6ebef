internal import Expressions

/// What a statistical office would count of some flows, and the same months of the base year; USD m in the period.
struct ForecastFlow {
  /// V^f.
  let value: Expression
  /// V·L, without growth.
  let base: Expression
}

extension ForecastFlow {
  /// The sum of several; nothing where there is none.
  init?(sumOf flows: [ForecastFlow]) {
    guard let graph = flows.first?.value.graph else { return nil }
    value = graph.sum(flows.map(\.value))
    base = graph.sum(flows.map(\.base))
  }

  /// An outcome of any part of the exports, or nothing.
  func value(of outcome: Outcome) -> Expression? {
    switch outcome {
    case .forecastExports: value
    case .forecastExportsChangePercent: 100 * ratio(value - base, to: base)
    default: nil
    }
  }
}

/// The forecast of one export line in a period, before what all lines share.
struct LineForecast {
  /// V·L, without growth.
  let base: Expression
  /// V' times the line's own growth and noise, by part of the period.
  let parts: [Expression]
  /// The same as products with what many lines share, where the line has nothing of its own and its goods were ordered before.
  var products: [ArrivingFlow.Products]?
  /// With what all lines share; nothing where no line is reported by itself.
  let flow: ForecastFlow?
}

extension ExportFlow {
  /// The flow with its forecast; formed while its columns are in the cache.
  ///
  /// - Parameters:
  ///   - own: The line's own growth and noise by part of the period.
  ///   - shared: Those of all home's exports.
  func forecast(
    _ line: ExportLine, own: [Expression], shared: [Expression], frame: TimeFrame, reportsLines: Bool, _ number: DrawnQuantities
  ) -> ExportFlow {
    let base = number(line.baseValue) * frame.years(ofGroup: line.group)
    let parts = own.map { $0 * revenue }
    let flow =
      reportsLines ? ForecastFlow(value: number.graph.sum(zip(shared, parts).map { $0 * $1 }), base: base) : nil
    var result = self
    let constants = own.compactMap(\.constantValue)
    let products = arriving.flatMap { arriving in
      constants.count < own.count ? nil : constants.map { own in arriving.value.map { ($0.factor * own, $0.value) } }
    }
    result.forecast = LineForecast(base: base, parts: parts, products: products, flow: flow)
    return result
  }
}

/// The forecasts of home's exports in a period, or in several.
struct ForecastSums {
  /// By group, in the order in which the study first names them.
  let groups: [(name: String, flow: ForecastFlow)]
  let total: ForecastFlow
}

extension ForecastSums {
  /// The forecasts of one period; nothing where the study makes none.
  ///
  /// Flow by flow within a part of the period, then times what all of them share. O(lines).
  init?(_ flows: [ExportFlow], lines: [ExportLine], shared: [Expression]) {
    let forecasts = flows.compactMap(\.forecast)
    guard let graph = flows.first?.revenue.graph, forecasts.count == flows.count else { return nil }
    func sum(_ members: [Int]) -> ForecastFlow {
      ForecastFlow(
        value: graph.sum(
          shared.indices.map { part in
            let whole = members.filter { forecasts[$0].products == nil }.map { forecasts[$0].parts[part] }
            let products = members.flatMap { forecasts[$0].products?[part] ?? [] }
            return shared[part] * graph.sum(whole + [graph.sum(ofProducts: products)])
          }),
        base: graph.sum(members.map { forecasts[$0].base }))
    }
    var members: [String: [Int]] = [:]
    var ungrouped: [Int] = []
    for (index, line) in lines.enumerated() {
      if let group = line.group { members[group, default: []].append(index) } else { ungrouped.append(index) }
    }
    groups = lines.compactMap(\.group).uniqued.map { ($0, sum(members[$0] ?? [])) }
    let rest = sum(ungrouped)
    total = ForecastFlow(
      value: graph.sum(groups.map(\.flow.value) + [rest.value]), base: graph.sum(groups.map(\.flow.base) + [rest.base]))
  }

  /// Sums over several periods; nothing where there is none.
  init?(over periods: [ForecastSums]) {
    guard let first = periods.first, let total = ForecastFlow(sumOf: periods.map(\.total)) else { return nil }
    groups = first.groups.indices.compactMap { group in
      ForecastFlow(sumOf: periods.map { $0.groups[group].flow }).map { (first.groups[group].name, $0) }
    }
    self.total = total
  }
}
