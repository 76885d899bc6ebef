extension TableForm {
  private static let ofOrigin = [
    KeyForm("growth", .number(.rate), "Growth of the logarithm a year, of any sign, from the base year on."),
    KeyForm("noise", .number(.plain), "Standard deviation of the logarithm of a quarter's noise, below 2."),
  ]

  /// `[forecast.origins.NAME]`.
  static let originForecast = TableForm("originForecast", "Growth and noise of what one origin sells.", ofOrigin)

  /// `[forecast]`.
  static let forecast = TableForm(
    "forecast", "Growth and noise that make forecasts of what will be counted out of effects; no effect contains them.",
    [
      KeyForm(
        "growth", .number(.rate),
        "Growth of the logarithm a year of every origin's goods, of any sign; a distribution is drawn for each."),
      KeyForm("noise", .number(.plain), "Noise of every origin, a series for each: standard deviation of a quarter's logarithm."),
      KeyForm("commonNoise", .number(.plain), "Noise that all origins share; 0 where absent."),
      KeyForm("persistence", .number(.share), "Correlation of noise from one quarter to the next, below 1; 0 where absent."),
      KeyForm("importGrowth", .number(.rate), "Growth of the logarithm a year of all home's imports from the partner."),
      KeyForm("importNoise", .number(.plain), "Noise that all home's imports from the partner share; 0 where absent."),
      KeyForm("origins", .named(ListForm(.table(originForecast))), "Origins that have growth or noise of their own."),
    ])

  /// What a line or a market may state of forecasts.
  static let flowForecast = [
    KeyForm("forecastGrowth", .number(.rate), "Growth of the logarithm a year in forecasts, besides its origin's."),
    KeyForm(
      "forecastNoise", .number(.plain),
      "Noise of each flow in forecasts besides its origin's: standard deviation of a quarter's logarithm, below 2."),
  ]
}
