internal import TariffModel

extension LoadSession {
  /// `[seasonal]`.
  func seasonality(_ field: Field?) -> Seasonality? {
    guard let field, let view = open(field, as: .seasonal) else { return nil }
    var seasonality = Seasonality(standard: view["default"].flatMap { months($0) })
    for (entry, field) in entries(view["groups"]) {
      locations[field.path] = field.location
      seasonality.byGroup[entry.key] = months(field)
    }
    return seasonality
  }

  /// Twelve shares of a year.
  private func months(_ field: Field) -> [Double]? {
    let elements = list(field)
    guard case .array = field.value else { return nil }
    let shares = elements.compactMap { plainNumber($0) }
    guard shares.count == elements.count else { return nil }
    for (share, element) in zip(shares, elements) where share < 0 { report(element, .outsideRange(allowed: "0 or above")) }
    guard shares.count == 12 else {
      report(field, .outsideRange(allowed: "12 shares, from January to December: there are \(shares.count)"))
      return nil
    }
    let sum = shares.reduce(0, +)
    guard abs(sum - 1) <= 1e-6 else {
      report(field, .outsideRange(allowed: "12 shares that sum to 1: these sum to \(Self.shown((sum * 1e6).rounded() / 1e6))"))
      return nil
    }
    // To rounding, so that a year is the sum of its months.
    return shares.map { $0 / sum }
  }

  /// Reports shares of a year's flow that periods state beside those of the months.
  func reportDoubleShares(of study: Study) {
    guard study.seasonality != nil else { return }
    for period in study.periods {
      guard let share = period.seasonalShare, let place = locations[share.path] else { continue }
      report(InputProblem(location: place, path: share.path, rule: .cannotStandBeside(["[seasonal]"])))
    }
  }
}
