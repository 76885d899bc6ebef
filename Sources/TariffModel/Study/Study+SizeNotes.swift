internal import Distributions

/// What makes the unit of a number doubtful.
package enum UnusualSize: Hashable, Sendable {
  /// A rate above 1,000 %.
  case rate
  /// More than the world's trade in goods, some 2.5·10⁷ USD m a year.
  case money
  /// An elasticity above 1,000.
  case elasticity
  /// Growth above 100 % a year.
  case growth
  /// More than 10¹² of anything, a scale above 100, a c.i.f. factor above 10, 10⁵ jobs for each USD m.
  case number
}

extension Study {
  /// Numbers so large that they were probably meant in another unit, each with the median of its magnitude.
  ///
  /// What a number is its key says, the last component of its path. Certain data of suppliers are not looked at: they come from tables.
  var sizeNotes: [ModelNote] {
    var notes: [ModelNote] = []
    forEachAssumption { quantity in
      let least = UnusualSize.least(of: quantity.path)
      guard let value = middle(of: quantity, times: 1, atLeast: least)?.magnitude, value > least,
        let size = UnusualSize(of: quantity.path, value: value)
      else { return }
      notes.append(ModelNote(scenario: nil, subject: .unusualSize(path: quantity.path, value: value, size)))
    }
    return notes
  }

  /// The median, where the number can be large at all: a quantile takes time, and few numbers reach so far.
  private func middle(of quantity: Quantity, times: Double, atLeast least: Double) -> Double? {
    switch quantity.value {
    case .distribution(let distribution):
      let support = distribution.support
      let largest = max(support.lower.magnitude, support.upper.magnitude) * times.magnitude
      return largest > least ? distribution.quantile(0.5) * times : nil
    case .parameter(let name, let factor):
      return parameters[name].flatMap { middle(of: $0, times: factor * times, atLeast: least) }
    }
  }
}

extension UnusualSize {
  /// No number of its kind is unusual below.
  static func least(of path: String) -> Double { path.utf8.suffix(7).elementsEqual("/growth".utf8) ? 1 : 10 }

  private static let rateKeys: Set<Substring> = ["inQuotaRate", "cap", "barrier", "displacedTariff", "premium"]
  private static let moneyKeys: Set<Substring> = ["base", "quantity"]
  /// What flows, duties and products are, ``Study/magnitudeNotes`` looks at.
  private static let otherKeys: Set<Substring> = [
    "value", "amount", "duty", "tariff", "rate", "outOfQuotaRate", "newRate", "add", "home", "partner",
  ]

  init?(of path: String, value: Double) {
    let parts = path.split(separator: "/")
    let key = parts.last ?? ""
    if Self.otherKeys.contains(key) { return nil }
    // A scale of a measure, what c.i.f. adds, and jobs for each USD m.
    let mostOfSection: [Substring: Double] = ["scenarios": 100, "cifFactor": 10, "jobs": 1e5]
    if key == "growth" {
      self = .growth
    } else if Self.rateKeys.contains(key) {
      self = .rate
    } else if Self.moneyKeys.contains(key), value > 3e7 {
      self = .money
    } else if key.lowercased().hasSuffix("elasticity") || key.lowercased().hasSuffix("substitution"), value > 1000 {
      self = .elasticity
    } else if value > parts.first.flatMap({ mostOfSection[$0] }) ?? 1e12 {
      self = .number
    } else {
      return nil
    }
  }
}
