internal import CountryNames
internal import Distributions
internal import TariffModel

extension LoadSession {
  /// Reports origins that hold other origins: by a name that stands for all countries, because their values are the sum of all others,
  /// or as a group beside its members.
  ///
  /// Statistics of trade often have a row for the whole world beside those of its countries. O(suppliers).
  func reportAggregates(of study: Study, _ suppliers: SupplierIndex, _ index: MarketIndex) {
    // The model keeps the word total for itself.
    let worlds = suppliers.origins.indices.filter { number in
      suppliers.origins[number] != "total" && NamedPlace(suppliers.origins[number]) == .world
    }
    for world in worlds {
      let member = study.suppliers.first { $0.origin != suppliers.origins[world] }.map(location)
      report(study, suppliers, world, .all, member: member ?? locations["home"])
    }
    if worlds.isEmpty, let (sum, member) = sumOfOthers(in: study, suppliers, index) {
      report(study, suppliers, sum, .sumOfOthers, member: location(of: member))
    }
    reportGroups(of: study, suppliers, index)
  }

  func report(
    _ study: Study, _ suppliers: SupplierIndex, _ origin: Int, _ kind: InputRule.Aggregate, member: SourceLocation?
  ) {
    let first = suppliers.entries[origin].map(\.supplier).min() ?? 0
    let supplier = study.suppliers[first]
    report(
      InputProblem(
        location: location(of: supplier), path: Self.path(of: supplier), value: Field.quoted(supplier.origin),
        rule: .aggregateOrigin(kind, member: member ?? SourceLocation(file: fileName, line: 1, column: 1)),
        suggestion: kind.suggestion(for: supplier.origin)))
  }

  /// An origin that sells in every market what all others sell together, with home or without, and a supplier of the others.
  ///
  /// Chance does that for two others in one market; at least three others are asked for, or two in two markets. Only where values
  /// are certain. The partner's own production is in no sum of imports. Values are rounded, each by half a unit of its last digit: of so
  /// much the sums may differ, and by no more than a two-thousandth.
  private func sumOfOthers(
    in study: Study, _ suppliers: SupplierIndex, _ index: MarketIndex
  ) -> (sum: Int, member: Supplier)? {
    let rivals = suppliers.origins.indices.filter { ![study.partner, study.home].contains(suppliers.origins[$0]) }
    guard rivals.count >= 3 else { return nil }
    var all = [Double](repeating: 0, count: study.markets.count)
    var rounding = [Double](repeating: 0, count: study.markets.count)
    for origin in rivals {
      for entry in suppliers.entries[origin] {
        guard let market = entry.market, let value = Self.certain(study.suppliers[entry.supplier].baseValue) else { return nil }
        all[market] += value
        rounding[market] += Self.rounding(of: value)
      }
    }
    let traded = all.count { $0 > 0 }
    guard rivals.count >= 4 || traded >= 2 else { return nil }
    var home = [Double](repeating: 0, count: study.markets.count)
    for (market, value) in homeValues(study, index) { home[market] += value ?? 0 }
    let sums = rivals.filter { origin in
      var own: [Int: Double] = [:]
      for entry in suppliers.entries[origin] {
        guard let market = entry.market, let value = Self.certain(study.suppliers[entry.supplier].baseValue) else { continue }
        own[market, default: 0] += value
      }
      guard own.count >= traded, own.values.contains(where: { $0 > 0 }) else { return false }
      func isSum(withHome: Bool) -> Bool {
        own.allSatisfy { market, value in
          let others = all[market] - value + (withHome ? home[market] : 0)
          return abs(value - others) <= max(1e-9 * all[market], min(rounding[market], value / 2000))
        }
      }
      return isSum(withHome: false) || isSum(withHome: true)
    }
    guard let sum = sums.min(by: { suppliers.origins[$0] < suppliers.origins[$1] }),
      let member = study.suppliers.first(where: {
        ![study.partner, study.home, suppliers.origins[sum]].contains($0.origin)
      })
    else { return nil }
    return (sum, member)
  }

  /// Half a unit of the last decimal of a number with up to four.
  private static func rounding(of value: Double) -> Double {
    let unit = [1, 0.1, 0.01, 0.001].first { abs((value / $0).rounded() * $0 - value) <= 1e-9 * value } ?? 1e-4
    return unit / 2
  }

  /// What home's lines sell in markets; nothing where a value is not certain.
  func homeValues(_ study: Study, _ index: MarketIndex) -> [(market: Int, value: Double?)] {
    study.exports.filter(\.isInMarket).compactMap { line in
      line.hs.flatMap(index.market).map { ($0, Self.certain(line.baseValue)) }
    }
  }

  static func certain(_ quantity: Quantity) -> Double? {
    if case .distribution(let distribution) = quantity.value { distribution.constantValue } else { nil }
  }

  static func path(of supplier: Supplier) -> String { "markets/suppliers/\(supplier.hs)/\(supplier.origin)" }

  func location(of supplier: Supplier) -> SourceLocation {
    locations[Self.path(of: supplier)] ?? SourceLocation(file: fileName, line: 1, column: 1)
  }
}
