internal import Glibc
internal import TariffModel

extension BacktestRecords {
  static func logarithm(of ratio: Double) -> Double { log(ratio) }

  /// A reading of a table of observations, flow by flow.
  struct Reader {
    let study: Study
    let baseYear: Int
    private let flows: StudyFlows
    private let latestPrior: CivilDate?
    private(set) var actuals: [Actual] = []
    private(set) var unscored: [UnscoredRecord] = []
    private(set) var baseRecords = 0

    init(study: Study, baseYear: Int, latestPrior: CivilDate?) {
      self.study = study
      self.baseYear = baseYear
      flows = StudyFlows(study)
      self.latestPrior = latestPrior
    }

    /// Reads the records flow by flow; what states its base is scored as it stands, all else is summed over the study's periods.
    mutating func read(_ observed: [FlowRecord], history: [FlowSeries.Key: FlowSeries]) {
      let series = FlowSeries.series(of: observed)
      let byFlow = Dictionary(grouping: observed, by: FlowSeries.Key.init)
      for key in observed.map(FlowSeries.Key.init).uniqued {
        guard let records = byFlow[key] else { continue }
        let label = records.lazy.compactMap(\.label).first
        let found = flows.flows(of: key.goods, from: key.origin)
        let later = records.filter { $0.end.year > baseYear }
        baseRecords += records.count - later.count
        guard case .success(let goods) = found else {
          if case .failure(let reason) = found { unscored += later.map { UnscoredRecord($0, reason) } }
          continue
        }
        for record in later where record.base != nil {
          add(record, to: goods, label: record.label ?? label)
        }
        sum(later.filter { $0.base == nil }, of: goods, label: label, own: series[key], past: history[key])
      }
      unscored = unscored.enumerated().sorted { a, b in
        let (p, q) = (a.element, b.element)
        return (p.origin, p.goods.text, p.start, a.offset) < (q.origin, q.goods.text, q.start, b.offset)
      }.map(\.element)
    }

    /// Takes a row that has its base beside it.
    private mutating func add(_ record: FlowRecord, to goods: [ForecastSum.Flow], label: String?) {
      guard let periods = periods(of: record.days) else {
        unscored.append(UnscoredRecord(record, .noPeriod))
        return
      }
      add(record, value: record.value, base: record.base ?? 0, goods, periods, label: label)
    }

    /// Sums rows over each of the study's periods that they have days of.
    private mutating func sum(
      _ records: [FlowRecord], of goods: [ForecastSum.Flow], label: String?, own: FlowSeries?, past: FlowSeries?
    ) {
      guard let first = records.first, let own else { return }
      var met: Set<Int> = []
      for (number, period) in study.periods.enumerated() where period.end.year > baseYear {
        let inside = records.indices.filter { records[$0].days.overlaps(period.days) }
        guard !inside.isEmpty else { continue }
        met.formUnion(inside)
        var record = inside.map { records[$0] }.min { $0.start < $1.start } ?? first
        (record.start, record.end) = (period.start, period.end)
        switch own.sum(over: period.days) {
        case .none: continue
        case .missing(let day): unscored.append(UnscoredRecord(record, .missing(day)))
        case .straddled(let place): unscored.append(UnscoredRecord(record, .straddled(place)))
        case .whole(let value):
          switch base(over: period.days, own, past) {
          case .success(let base): add(record, value: value, base: base, goods, [number], label: label)
          case .failure(let reason): unscored.append(UnscoredRecord(record, reason))
          }
        }
      }
      unscored += records.indices.filter { !met.contains($0) }.map { UnscoredRecord(records[$0], .noPeriod) }
    }

    /// The same days of the base year, in the same table or else in the history.
    private func base(
      over days: Range<Int>, _ own: FlowSeries, _ past: FlowSeries?
    ) -> Result<Double, UnscoredRecord.Reason> {
      let spans = days.sameDays(inYear: baseYear)
      var missing: CivilDate?
      for series in [own, past].compactMap({ $0 }) {
        switch series.sum(over: spans) {
        case .whole(let value): return value > 0 ? .success(value) : .failure(.zeroBase)
        case .none: continue
        case .missing(let day): missing = missing ?? day
        case .straddled(let place): return .failure(.straddled(place))
        }
      }
      return .failure(.missingBase(missing))
    }

    private mutating func add(
      _ record: FlowRecord, value: Double, base: Double, _ goods: [ForecastSum.Flow], _ periods: [Int], label: String?
    ) {
      actuals.append(
        Actual(
          origin: record.origin, goods: record.goods, group: label ?? flows.group(of: goods) ?? record.goods.text,
          start: record.start, end: record.end, period: name(of: periods),
          value: value, base: base, reporter: record.reporter, dateConcept: record.dateConcept,
          isInSample: latestPrior.map { record.start <= $0 }, forecast: ForecastSum(flows: goods, periods: periods),
          place: record.place))
    }

    private func name(of periods: [Int]) -> String {
      let names = periods.map { study.periods[$0].name }
      return names.prefix(1).joined() + (names.count > 1 ? " to " + names.suffix(1).joined() : "")
    }

    /// The periods that together have just these days, in order; nothing where none do.
    private func periods(of days: Range<Int>) -> [Int]? {
      let inside = study.periods.indices.filter { study.periods[$0].days.clamped(to: days) == study.periods[$0].days }
        .sorted { study.periods[$0].start < study.periods[$1].start }
      if let same = inside.first(where: { study.periods[$0].days == days }) { return [same] }
      var next = days.lowerBound
      for period in inside {
        guard study.periods[period].days.lowerBound == next else { return nil }
        next = study.periods[period].days.upperBound
      }
      return next == days.upperBound && !inside.isEmpty ? inside : nil
    }
  }
}

extension UnscoredRecord {
  init(_ record: FlowRecord, _ reason: Reason) {
    self.init(
      origin: record.origin, goods: record.goods, start: record.start, end: record.end, place: record.place, reason: reason)
  }
}
