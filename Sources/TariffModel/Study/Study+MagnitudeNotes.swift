internal import Distributions

extension Study {
  /// Figures beyond all that is known of their kind: values in another unit than USD million, duties that are no rates.
  ///
  /// A number that is drawn is taken at its centre. O(lines + suppliers + rows of rates).
  var magnitudeNotes: [ModelNote] {
    (flowNotes + dutyNotes).map { ModelNote(scenario: nil, subject: .magnitude($0)) }
  }

  private var flowNotes: [ModelNote.Magnitude] {
    var flows = Extremes(.flow, above: KnownTrade.mostOfTwoCountries)
    var products = Extremes(.product, above: KnownTrade.mostProduct)
    var (sold, bought, imported) = (0.0, 0.0, 0.0)
    for line in exports {
      let value = flows.take(centre(of: line.baseValue), at: line.baseValue.path)
      sold += value
      if line.isInMarket { imported += value }
    }
    for line in imports { bought += flows.take(centre(of: line.baseValue), at: line.baseValue.path) }
    for supplier in suppliers {
      let value = centre(of: supplier.baseValue)
      if supplier.origin == partner {
        products.take(value, at: "\(supplier.path)/value")
      } else {
        imported += flows.take(value, at: "\(supplier.path)/value")
      }
    }
    for flow in world?.flows ?? [] where flow.exporter != flow.importer {
      flows.take(centre(of: flow.value), at: flow.value.path)
    }
    for commitment in commitments {
      guard case .value(let value) = commitment.amount else { continue }
      flows.take(centre(of: value), at: value.path)
    }
    for product in [gdp?.home, gdp?.partner].compactMap({ $0 }) { products.take(centre(of: product), at: product.path) }
    var found = [flows.found, products.found].compactMap { $0 }
    for (product, trade) in [(gdp?.home, sold), (gdp?.partner, bought)] {
      guard let product, centre(of: product) < trade else { continue }
      found.append(.init(.productBelowTrade, path: product.path, value: centre(of: product)))
    }
    // One cause is told once.
    guard found.isEmpty else { return found }
    var totals: [ModelNote.Magnitude] = []
    if sold > KnownTrade.mostOfTwoCountries { totals.append(.init(.exports, path: "exports", value: sold)) }
    if bought > KnownTrade.mostOfTwoCountries { totals.append(.init(.imports, path: "imports", value: bought)) }
    if imported > KnownTrade.mostImports { totals.append(.init(.marketImports, path: "markets", value: imported)) }
    return totals
  }

  private var dutyNotes: [ModelNote.Magnitude] {
    var duties = Extremes(.duty, above: KnownTrade.highestDuty)
    var means: [ModelNote.Magnitude] = []
    func weigh(_ section: String, _ goods: some Sequence<(value: Quantity, duty: Quantity)>) {
      var (levied, worth) = (0.0, 0.0)
      for (value, duty) in goods {
        let (rate, value) = (centre(of: duty), centre(of: value))
        duties.take(rate, at: duty.path)
        levied += rate * value
        worth += value
      }
      if levied > worth { means.append(.init(.meanDuty, path: section, value: levied / worth)) }
    }
    weigh("exports", exports.lazy.map { ($0.baseValue, $0.baseDuty) })
    weigh("imports", imports.lazy.map { ($0.baseValue, $0.tariff) })
    weigh("markets", suppliers.lazy.filter { $0.origin != partner }.map { ($0.baseValue, $0.baseDuty) })
    for flow in world?.flows ?? [] { duties.take(centre(of: flow.tariff), at: flow.tariff.path) }
    for measure in measures {
      switch measure.rate {
      case .uniform(let rate): duties.take(centre(of: rate), at: rate.path)
      case .table(let table):
        for row in table.rows { duties.take(row.rate.rate, at: "measures/\(measure.name)/rates") }
      }
    }
    for tariff in worldTariffs {
      switch tariff.rule {
      case .newRate(let rate), .add(let rate): duties.take(centre(of: rate), at: rate.path)
      case .cut: break
      }
    }
    for quota in quotas { duties.take(centre(of: quota.outOfQuotaRate), at: quota.outOfQuotaRate.path) }
    return duties.found.map { [$0] } ?? means
  }
}

/// The largest figures known, and from where a figure is beyond them.
private enum KnownTrade {
  /// Twice the largest flow of all goods from one country to another, USD m a year: China to the United States 539,000 in 2018, Mexico
  /// to the United States 506,000 in 2024 (US Census Bureau).
  static let mostOfTwoCountries = 1e6
  /// One and a half times the largest imports of a country, USD m a year: the United States 3,270,000 in 2024 (US Census Bureau).
  static let mostImports = 5e6
  /// The gross product of the world, USD m a year: about 110,000,000 in 2024 (World Bank).
  static let mostProduct = 1.1e8
  /// Ad valorem equivalents in the tariff schedules of World Trade Organization members exceed 1,000 % on a handful of farm products.
  static let highestDuty = 10.0
}

/// The first of the figures beyond a bound, and how many there are.
private struct Extremes {
  private let kind: ModelNote.Magnitude.Kind
  private let bound: Double
  private(set) var found: ModelNote.Magnitude?

  init(_ kind: ModelNote.Magnitude.Kind, above bound: Double) {
    self.kind = kind
    self.bound = bound
  }

  /// Notes a figure where it is beyond the bound, and returns it.
  @discardableResult
  mutating func take(_ value: Double, at path: @autoclosure () -> String) -> Double {
    guard value > bound else { return value }
    if found == nil { found = ModelNote.Magnitude(kind, path: path(), value: value) } else { found?.others += 1 }
    return value
  }
}
