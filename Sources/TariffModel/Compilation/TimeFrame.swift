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
  /// Calendar years from the middle of the base year to the middle of the period; 0 without a base year.
  let yearsOfGrowth: Double

  /// The name of the one period of a study that states none.
  static let wholeYear = "year"

  /// The frames of a study, in its order.
  static func frames(of study: Study, _ number: DrawnQuantities) -> [TimeFrame] {
    guard !study.periods.isEmpty else {
      return [
        TimeFrame(name: wholeYear, years: number.graph.constant(1), segments: [.whole], days: nil, yearsOfGrowth: 0)
      ]
    }
    let validities =
      study.measures.map(\.validity) + study.tariffCuts.map(\.validity) + study.barrierCuts.map(\.validity)
      + study.quotas.map(\.validity)
    let steps =
      study.measures.flatMap(\.phaseIn) + study.tariffCuts.flatMap(\.phaseIn) + study.barrierCuts.flatMap(\.phaseIn)
    return study.periods.map { period in
      TimeFrame(
        name: period.name, years: number(period.seasonalShare, default: Double(period.days.count) / 365),
        segments: Segment.segments(of: period, validities: validities, steps: steps), days: period.days,
        yearsOfGrowth: study.baseYear.map { period.days.middle - CalendarTime(middleOf: $0) } ?? 0)
    }
  }

  /// The flow of the period without any policy: value × L × (1 + g)^years.
  func baseFlow(_ annualValue: Quantity, growth: Quantity?, _ number: DrawnQuantities) -> Expression {
    let flow = number(annualValue) * years
    return growth.map { flow * exp(log1p(number($0)) * yearsOfGrowth) } ?? flow
  }
}
