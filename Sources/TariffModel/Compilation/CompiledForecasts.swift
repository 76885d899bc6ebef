package import Expressions

/// Forecasts of parts of a study's trade under one scenario, each as a ratio to the same months of the base year, ready to be run
/// (the model's §9a).
package struct CompiledForecasts: Sendable {
  package let program: BlockProgram
  /// ΣV^f/ΣV·L of each part.
  package let ratios: [CompiledOutcome.Value]

  /// Compiles a study that makes forecasts.
  ///
  /// - Parameters:
  ///   - scenario: The name of one of the study's.
  ///   - parts: What is summed, part by part.
  package init(_ checked: CheckedStudy, scenario: String, parts: [ForecastSum]) {
    var study = checked.study
    study.reportsMarkets = true
    let builder = ModelBuilder(study: study, reportsLines: true)
    let views = builder.forecastRatios(scenario: scenario, parts).map { ($0, $0.outputView) }
    var outputs: [OutputColumn] = []
    var numbers: [OutputColumn: Int] = [:]
    ratios = views.map { ratio, view in
      guard let view else {
        let value = ratio.constantValue ?? .infinity
        return value.isFinite ? .certain(value) : .undefined
      }
      let number = numbers[view.column] ?? outputs.count
      if number == outputs.count {
        numbers[view.column] = number
        outputs.append(view.column)
      }
      return .column(number: number, scale: view.scale, offset: view.offset)
    }
    program = BlockProgram(graph: builder.graph, outputs: outputs)
  }
}

/// Flows of a study over some of its periods, whose forecasts are summed.
package struct ForecastSum: Hashable, Sendable {
  /// One flow of the study.
  package enum Flow: Hashable, Sendable {
    /// An export line, by its number.
    case line(Int)
    /// All that an origin sells in a market, by the market's code.
    case trade(origin: String, market: String)
  }

  package var flows: [Flow]
  /// Positions in the study's periods.
  package var periods: [Int]

  package init(flows: [Flow], periods: [Int]) {
    self.flows = flows
    self.periods = periods
  }
}

extension ModelBuilder {
  /// The forecast of each part over the same months of the base year.
  fileprivate func forecastRatios(scenario: String, _ parts: [ForecastSum]) -> [Expression] {
    var ratios: [Expression] = []
    forEachScenario(OutcomeSelection(scenarios: [scenario])) { _, spans in
      let trades = spans.map { span in
        Dictionary(
          uniqueKeysWithValues: (span.markets?.flows ?? []).map {
            (ForecastSum.Flow.trade(origin: $0.origin, market: $0.market), $0.trade.forecast)
          })
      }
      ratios = parts.map { part in
        let flows = part.periods.flatMap { period in
          part.flows.map { flow in
            switch flow {
            case .line(let line): spans[period].flows[line].forecast?.flow
            case .trade: trades[period][flow] ?? nil
            }
          }
        }.compactMap { $0 }
        guard let sum = ForecastFlow(sumOf: flows), flows.count == part.periods.count * part.flows.count else {
          return graph.constant(.infinity)
        }
        return ratio(sum.value, to: sum.base)
      }
    }
    return ratios
  }
}
