package import TariffModel

/// What a table of observations holds for a study: what can be scored, and what cannot and why.
///
/// Nothing is dropped.
package struct BacktestRecords: Sendable {
  /// In the order of origin, goods and first day.
  package private(set) var actuals: [Actual] = []
  /// By actual: log growth of its flow from the year before the base year to the base year; nothing without history.
  package private(set) var lastGrowth: [Double?] = []
  package private(set) var unscored: [UnscoredRecord] = []
  /// Records that are the base of others, or lie before the base year's end, and are not scored for that reason.
  package private(set) var baseRecords = 0
  /// Log changes on the year before in the history, over the spans that are scored.
  package private(set) var yearlyChanges: [Double] = []

  /// What the study says of the days that its priors rest on.
  package let priorDates: Study.PriorDates

  /// Why a table cannot be scored at all.
  package enum Failure: Error, Hashable, Sendable {
    case noForecast
    case noBaseYear
    /// Two rows count goods twice.
    case overlap(first: String, second: String)
    case nothingToScore([UnscoredRecord])
  }

  /// Sorts the records of a table.
  ///
  /// - Parameters:
  ///   - observed: What was counted; records of one flow do not overlap.
  ///   - history: The same of the years before, for the naive forecasts; none where there is no table.
  package init(_ observed: [FlowRecord], history: [FlowRecord], study: Study) throws(Failure) {
    guard study.forecast != nil else { throw .noForecast }
    guard let baseYear = study.baseYear else { throw .noBaseYear }
    priorDates = study.priorDates
    var reader = Reader(study: study, baseYear: baseYear, latestPrior: priorDates.latest)
    let past = FlowSeries.series(of: history)
    reader.read(observed, history: past)
    actuals = reader.actuals.sorted { Self.order($0, $1) }
    unscored = reader.unscored
    baseRecords = reader.baseRecords
    try checkOverlaps()
    guard !actuals.isEmpty else { throw .nothingToScore(unscored) }
    let years = [baseYear - 1, baseYear].map(Self.days)
    lastGrowth = actuals.map { actual in
      guard let series = past[FlowSeries.Key(actual)], case .whole(let before) = series.sum(over: years[0]),
        case .whole(let base) = series.sum(over: years[1]), before > 0, base > 0
      else { return nil }
      return Self.logarithm(of: base / before)
    }
    yearlyChanges = changes(past, until: baseYear)
  }

  /// Log changes on the year before of each flow that is scored, over each span of days that is, in all years that the history has.
  private func changes(_ past: [FlowSeries.Key: FlowSeries], until baseYear: Int) -> [Double] {
    var seen: Set<Span> = []
    var changes: [Double] = []
    for actual in actuals {
      guard let series = past[FlowSeries.Key(actual)], let years = series.years else { continue }
      for year in years.dropFirst() where year <= baseYear {
        let days = actual.days.sameDays(inYear: year)
        guard seen.insert(Span(flow: FlowSeries.Key(actual), days: days)).inserted else { continue }
        guard case .whole(let value) = series.sum(over: days),
          case .whole(let before) = series.sum(over: actual.days.sameDays(inYear: year - 1)), value > 0, before > 0
        else { continue }
        changes.append(Self.logarithm(of: value / before))
      }
    }
    return changes
  }

  private struct Span: Hashable {
    let flow: FlowSeries.Key
    let days: [Range<Int>]
  }

  /// Refuses actuals that share a flow and a period: they would be held against the same forecast twice.
  private func checkOverlaps() throws(Failure) {
    struct Cell: Hashable {
      let flow: ForecastSum.Flow
      let period: Int
    }
    var seen: [Cell: String] = [:]
    for actual in actuals {
      for flow in actual.forecast.flows {
        for period in actual.forecast.periods {
          if let first = seen.updateValue(actual.place, forKey: Cell(flow: flow, period: period)) {
            throw .overlap(first: first, second: actual.place)
          }
        }
      }
    }
  }

  /// All days of a calendar year; none of a year that the calendar has not.
  private static func days(ofYear year: Int) -> [Range<Int>] {
    guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31) else {
      return []
    }
    return [first.dayNumber..<(last.dayNumber + 1)]
  }

  private static func order(_ a: Actual, _ b: Actual) -> Bool {
    (a.origin, a.goods.text, a.start) < (b.origin, b.goods.text, b.start)
  }
}

extension FlowSeries.Key {
  init(_ actual: Actual) {
    (origin, goods) = (actual.origin, actual.goods)
    (reporter, dateConcept) = (actual.reporter, actual.dateConcept)
  }
}

extension Actual {
  var days: Range<Int> { start.dayNumber..<(end.dayNumber + 1) }
}
