internal import Expressions

/// A period as the model computes it: how much of a year's flow it has, and its segments.
struct TimeFrame {
  /// `year` where the study has no periods.
  let name: String
  /// L: flows of the period ÷ annual flows.
  let years: Expression
  let segments: [Segment]

  /// The name of the one period of a study that states none.
  static let wholeYear = "year"

  /// The frames of a study, in its order.
  static func frames(of study: Study, _ number: DrawnQuantities) -> [TimeFrame] {
    guard !study.periods.isEmpty else {
      return [TimeFrame(name: wholeYear, years: number.graph.constant(1), segments: [.whole])]
    }
    let validities =
      study.measures.map(\.validity) + study.tariffCuts.map(\.validity) + study.barrierCuts.map(\.validity)
    return study.periods.map { period in
      let days = Double(period.end.dayNumber - period.start.dayNumber + 1)
      return TimeFrame(
        name: period.name, years: number(period.seasonalShare, default: days / 365),
        segments: Segment.segments(of: period, validities: validities))
    }
  }
}
