package import TariffModel

/// What was counted of a flow over some periods of a study, beside the same days of the base year.
package struct Actual: Hashable, Sendable {
  package let origin: String
  package let goods: FlowRecord.Goods
  /// Under which it is summed up.
  package let group: String
  package let start: CivilDate
  package let end: CivilDate
  /// The names of the study's periods, of the first and the last where there are several.
  package let period: String
  /// In the unit of its table.
  package let value: Double
  /// The same flow over the same days of the base year, more than 0.
  package let base: Double
  package let reporter: String?
  package let dateConcept: String?
  /// Whether some prior of the study rests on days from its first one on; nothing where no prior says what it rests on.
  package let isInSample: Bool?
  /// Flows of the study whose forecasts it is compared with.
  package let forecast: ForecastSum
  /// Where the record stands, or its first month.
  package let place: String

  /// y = x/b.
  package var ratio: Double { value / base }

  /// What errs together: the goods of one origin in one period.
  package var cluster: String { "\(origin)\u{1F}\(period)" }
}

/// A record that no forecast can be held against, and why.
package struct UnscoredRecord: Hashable, Sendable {
  package let origin: String
  package let goods: FlowRecord.Goods
  package let start: CivilDate
  package let end: CivilDate
  package let place: String
  package let reason: Reason

  package enum Reason: Hashable, Sendable {
    /// The study has no goods of the origin.
    case noOrigin
    /// It has none of the code, or of the group.
    case noGoods
    /// Its goods are coarser than the record's code.
    case coarserGoods
    /// No periods of the study have just the record's days.
    case noPeriod
    /// A month or more of the period is not in the table; its first day.
    case missing(CivilDate)
    /// The same of the base year's.
    case missingBase(CivilDate?)
    /// A row has days on both sides of the period's end.
    case straddled(String)
    /// Nothing was counted in the base year.
    case zeroBase
    /// The study's own base value is 0, or draws have no forecast.
    case noForecast
  }
}

extension UnscoredRecord.Reason {
  /// The reason in words.
  package var text: String {
    switch self {
    case .noOrigin: "the study has no goods of this origin"
    case .noGoods: "the study has no goods under this code or group"
    case .coarserGoods: "the study's goods are coarser than this code"
    case .noPeriod: "no period of the study has these days"
    case .missing(let day): "the period is not whole: nothing is recorded from \(day) on"
    case .missingBase(let day?): "the base year has not the same days: nothing is recorded from \(day) on"
    case .missingBase(nil): "the base year is not recorded, and the row states no base"
    case .straddled(let place): "the row at \(place) has days inside and outside of the period"
    case .zeroBase: "nothing was counted in the base year"
    case .noForecast: "the study forecasts nothing here, as its base value is 0"
    }
  }
}

extension UnscoredRecord.Reason {
  /// The reason without what only one record has.
  package var kind: String {
    switch self {
    case .missing: "of a period that is not whole"
    case .missingBase: "without the same days of the base year"
    case .straddled: "with days inside and outside of a period"
    case .noOrigin: "of origins that the study has no goods of"
    case .noGoods: "of goods that the study has not"
    case .coarserGoods: "finer than the study's goods"
    case .noPeriod: "of days that are no period of the study"
    case .zeroBase: "on a base of 0"
    case .noForecast: "on a base of 0 in the study"
    }
  }
}
