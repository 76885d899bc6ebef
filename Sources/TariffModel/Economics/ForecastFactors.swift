internal import Expressions

/// Growth and noise of a study, drawn: what forecasts multiply flows by (the model's §9a).
///
/// What all flows of an origin share is formed once; what a flow has besides is formed where it is asked for, so that its columns are read
/// while they are in the cache.
final class ForecastFactors {
  private struct Place: Hashable {
    let origin: String
    let period: Int
  }

  /// The parts of each of the study's periods.
  let parts: [[ForecastPart]]
  private let forecast: Forecast
  private let number: DrawnQuantities
  private let persistence: Expression
  private let innovation: Expression
  private var series: [String: NoiseSeries] = [:]
  private var origins: [Place: [Expression]] = [:]

  /// Nothing where the study makes no forecasts.
  init?(_ study: Study, frames: [TimeFrame], _ number: DrawnQuantities) {
    guard let forecast = study.forecast, let baseYear = study.baseYear else { return nil }
    self.forecast = forecast
    self.number = number
    parts = frames.map { frame in frame.days.map { ForecastPart.parts(of: $0, baseYear: baseYear) } ?? [] }
    persistence = number(forecast.persistence, default: 0)
    innovation = exp(0.5 * log1p(-(persistence * persistence)))
  }

  /// e^(g·y)·n of all flows of an origin in each part of a period, times the part's share of the days.
  func shared(by origin: String, in period: Int) -> [Expression] {
    let place = Place(origin: origin, period: period)
    if let known = origins[place] { return known }
    let own = forecast.origins[origin] ?? FlowForecast()
    let factors = parts[period].map { part in
      let common = factor(FlowForecast(noise: forecast.commonNoise), series: "exports", in: part)
      return part.weight * (common * factor(own, series: "origins/\(origin)", in: part))
    }
    origins[place] = factors
    return factors
  }

  /// The same of all of home's imports from the partner.
  func sharedByImports(in period: Int) -> [Expression] {
    parts[period].map { $0.weight * factor(forecast.imports, series: "imports", in: $0) }
  }

  /// What a flow has besides its origin's in each part of a period: exactly 1 where it has neither growth nor noise of its own.
  ///
  /// - Parameter series: The name of its series, one for each flow.
  func own(_ flow: FlowForecast, series: @autoclosure () -> String, in period: Int) -> [Expression] {
    if flow == FlowForecast() { return parts[period].map { _ in number.graph.constant(1) } }
    let name = series()
    return parts[period].map { factor(flow, series: name, in: $0) }
  }

  private func factor(_ flow: FlowForecast, series name: String, in part: ForecastPart) -> Expression {
    var exponents: [Expression] = []
    if let growth = flow.growth { exponents.append(number(growth) * Double(part.years)) }
    if let noise = flow.noise, let quarter = part.quarter {
      let deviation = number(noise)
      if deviation.constantValue != 0 {
        exponents.append(deviation * noiseSeries(name).value(inQuarter: quarter))
        exponents.append(deviation * deviation * -0.5)
      }
    }
    return exp(number.graph.sum(exponents))
  }

  private func noiseSeries(_ name: String) -> NoiseSeries {
    if let known = series[name] { return known }
    let made = NoiseSeries(stream: "forecast/noise/\(name)", persistence: persistence, innovation: innovation)
    series[name] = made
    return made
  }
}
