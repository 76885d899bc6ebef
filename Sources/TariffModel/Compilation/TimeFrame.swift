internal import Expressions

/// A period as the model computes it: how much of a year's flow it has, and its segments.
struct TimeFrame {
  /// `year` where the study has no periods.
  let name: String
  /// L: flows of the period ÷ annual flows.
  let years: Expression
  let segments: [Segment]
  /// Its day numbers, or nothing where the study has no periods.
  let days: Range<Int>?
  /// How flows spread over the months of a year, where the study says.
  let seasonality: Seasonality?
  /// Calendar years from the middle of the base year to the middle of the period; 0 without a base year.
  let yearsOfGrowth: Double

  /// The name of the one period of a study that states none.
  static let wholeYear = "year"

  /// The frames of a study, in its order.
  static func frames(of study: Study, _ number: DrawnQuantities) -> [TimeFrame] {
    guard !study.periods.isEmpty else {
      return [
        TimeFrame(
          name: wholeYear, years: number.graph.constant(1), segments: [.whole], days: nil, seasonality: nil,
          yearsOfGrowth: 0)
      ]
    }
    let (validities, steps) = (study.cuttingValidities, study.cuttingSteps)
    return study.periods.map { period in
      TimeFrame(
        name: period.name, years: number(period.seasonalShare, default: Double(period.days.count) / 365),
        segments: Segment.segments(of: period, validities: validities, steps: steps), days: period.days,
        seasonality: study.seasonality,
        yearsOfGrowth: study.baseYear.map { period.days.middle - CalendarTime(middleOf: $0) } ?? 0)
    }
  }

  /// L of a group's flows, or of those in no group: the shares of its months, where the study has them.
  func years(ofGroup group: String?) -> Expression {
    guard let days, let share = seasonality?.years(in: days, group: group) else { return years }
    return years.graph.constant(share)
  }

  /// The flow of the period without any policy: value × L × (1 + g)^years.
  func baseFlow(_ annualValue: Quantity, group: String?, growth: Quantity?, _ number: DrawnQuantities) -> Expression {
    let flow = number(annualValue) * years(ofGroup: group)
    return growth.map { flow * grown(number($0)) } ?? flow
  }

  /// The flow of a year at the time of the period without any policy: value × (1 + g)^years.
  func annualFlow(_ annualValue: Quantity, growth: Quantity?, _ number: DrawnQuantities) -> Expression {
    growth.map { number(annualValue) * grown(number($0)) } ?? number(annualValue)
  }

  private func grown(_ growth: Expression) -> Expression { exp(log1p(growth) * yearsOfGrowth) }
}

extension Study {
  /// What cuts periods into segments: the validities of measures, cuts and quotas.
  var cuttingValidities: [Validity] {
    measures.flatMap { validities(of: $0) } + tariffCuts.map(\.validity) + barrierCuts.map(\.validity) + quotas.map(\.validity)
      + earnedQuotas.map(\.validity)
  }

  /// What cuts periods besides: steps of phase-ins and of what is paid.
  var cuttingSteps: [PhaseInStep] {
    measures.flatMap { $0.phaseIn + $0.remittanceSteps } + tariffCuts.flatMap(\.phaseIn) + barrierCuts.flatMap(\.phaseIn)
  }

  /// When a measure acts, and when the rows of its tables do.
  func validities(of measure: TariffMeasure) -> [Validity] {
    var validities = [measure.validity] + exemptionRows(of: measure).map(\.validity)
    if case .table(let table) = measure.rate {
      for rates in table.datedRates.values { validities += rates.values.joined().map(\.validity) }
    }
    return validities.uniqued
  }
}
