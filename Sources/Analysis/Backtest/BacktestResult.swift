package import Simulation
internal import Statistics
package import TariffModel

/// How well forecasts told what was counted.
package struct BacktestResult: Sendable {
  /// By actual.
  package let scores: [ActualScore]
  package let records: BacktestRecords
  package let naive: NaiveForecasts
  package let extent: Extent

  init(scores: [ActualScore], records: BacktestRecords, naive: NaiveForecasts, extent: Extent) {
    self.scores = scores
    self.records = records
    self.naive = naive
    self.extent = extent
  }

  /// What a summary is over.
  package enum Part: String, CaseIterable, Sendable {
    case total, sample, origin, group, period
  }

  /// The names of the parts of one kind that actuals are in, in the order of the actuals; periods by their first day.
  func names(of part: Part) -> [String] {
    let ordered = part == .period ? scores.sorted { $0.actual.start < $1.actual.start } : scores
    return ordered.map { Self.name($0, part) }.uniqued
  }

  /// The scores of one part.
  func scores(of part: Part, name: String) -> [ActualScore] { scores.filter { Self.name($0, part) == name } }

  private static func name(_ score: ActualScore, _ part: Part) -> String {
    switch part {
    case .total: OutcomeSlice.totalName
    case .sample: score.actual.sample
    case .origin: score.actual.origin
    case .group: score.actual.group
    case .period: score.actual.period
    }
  }

  /// The summaries of one kind, in the order of ``names(of:)``.
  package func summaries(of part: Part) -> [BacktestSummary] {
    names(of: part).map { BacktestSummary(part: part, name: $0, scores(of: part, name: $0)) }
  }

  /// Every summary, in the order of the tables.
  package var summaries: [BacktestSummary] { Part.allCases.flatMap(summaries) }

  /// The summary of all.
  package var total: BacktestSummary { BacktestSummary(part: .total, name: OutcomeSlice.totalName, scores) }

  /// What no forecast can be held against: rows of the table, then actuals on which the study's own base is 0.
  package var unscored: [UnscoredRecord] {
    records.unscored
      + scores.filter { $0.pit == nil }.map(\.actual).map {
        UnscoredRecord(origin: $0.origin, goods: $0.goods, start: $0.start, end: $0.end, place: $0.place, reason: .noForecast)
      }
  }

  /// What the study says of the days that its priors rest on.
  package var priorDates: Study.PriorDates { records.priorDates }
}

extension Actual {
  /// Whether it may prove something of the priors, in a word.
  package var sample: String {
    switch isInSample {
    case true?: "in-sample"
    case false?: "out-of-sample"
    case nil: "not told"
    }
  }
}
