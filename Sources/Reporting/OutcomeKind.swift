internal import TariffModel

/// Which of two things an outcome is; the raw value is its name in files.
enum OutcomeKind: String {
  /// A comparison with the baseline of the same period.
  case effect
  /// What a statistical office will count.
  case forecast

  init(_ outcome: Outcome) { self = outcome.isForecast ? .forecast : .effect }

  /// What stands at the head of a table.
  var sentence: String {
    switch self {
    case .effect: "Effects: against the same period without the measures. No forecasts: growth and noise are not in them."
    case .forecast: "Forecasts: what customs would count, growth and noise included, against the same months of the base year."
    }
  }
}
