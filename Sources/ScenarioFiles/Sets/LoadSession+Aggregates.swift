internal import Distributions
internal import TariffModel

extension LoadSession {
  /// Reports origins that hold the other origins: by a name that says so, or because their values are the sum of all others.
  ///
  /// Statistics of trade often have a row for the whole world beside those of its countries. O(suppliers).
  func reportAggregates(of study: Study) {
    var known: Set<String> = []
    for supplier in study.suppliers where namesOfAll.contains(Self.words(of: supplier.origin)) {
      // The model keeps the word for itself.
      guard supplier.origin != "total", known.insert(supplier.origin).inserted else { continue }
      let member = study.suppliers.first { $0.origin != supplier.origin }.map(location)
      report(supplier, isByValue: false, member: member ?? locations["home"])
    }
    guard known.isEmpty, let (sum, member) = sumOfOthers(in: study) else { return }
    report(sum, isByValue: true, member: location(of: member))
  }

  private func report(_ supplier: Supplier, isByValue: Bool, member: SourceLocation?) {
    let member = member ?? SourceLocation(file: fileName)
    report(
      InputProblem(
        location: location(of: supplier), path: path(of: supplier), value: Field.quoted(supplier.origin),
        rule: .aggregateOrigin(isByValue: isByValue, member: member),
        suggestion: "leave its rows out, or state what the others lack under a name such as \"Other origins\""))
  }

  /// A supplier whose origin sells in every market what all others sell together, with home or without, and one of the others.
  ///
  /// Chance does that for two others in one market; at least three others are asked for, or two in two markets. Only where values
  /// are certain. The partner's own production is in no sum of imports.
  private func sumOfOthers(in study: Study) -> (sum: Supplier, member: Supplier)? {
    let index = MarketIndex(study.markets)
    let rivals = study.suppliers.filter { $0.origin != study.partner && $0.origin != study.home }
    var all: [Int: Double] = [:]
    var own: [String: [Int: Double]] = [:]
    for rival in rivals {
      guard let market = index.market(of: rival.hs), let value = Self.certain(rival.baseValue) else { return nil }
      all[market, default: 0] += value
      own[rival.origin, default: [:]][market, default: 0] += value
    }
    guard own.count >= 4 || own.count == 3 && all.count >= 2 else { return nil }
    var home: [Int: Double] = [:]
    for line in study.exports where line.isInMarket {
      guard let market = line.hs.flatMap(index.market), let value = Self.certain(line.baseValue) else { continue }
      home[market, default: 0] += value
    }
    func isSum(_ values: [Int: Double], withHome: Bool) -> Bool {
      all.allSatisfy { market, total in
        let value = values[market] ?? 0
        let others = total - value + (withHome ? home[market] ?? 0 : 0)
        return abs(value - others) <= 1e-9 * total
      }
    }
    let found = own.sorted { $0.key < $1.key }.first { _, values in
      values.values.contains { $0 > 0 } && (isSum(values, withHome: false) || isSum(values, withHome: true))
    }
    guard let name = found?.key, let sum = rivals.first(where: { $0.origin == name }),
      let member = rivals.first(where: { $0.origin != name })
    else { return nil }
    return (sum, member)
  }

  private static func certain(_ quantity: Quantity) -> Double? {
    if case .distribution(let distribution) = quantity.value { distribution.constantValue } else { nil }
  }

  /// The words of a name in small letters, without marks between them.
  private static func words(of name: String) -> String {
    name.lowercased().split { !$0.isLetter }.joined(separator: " ")
  }

  private func path(of supplier: Supplier) -> String { "markets/suppliers/\(supplier.hs)/\(supplier.origin)" }

  private func location(of supplier: Supplier) -> SourceLocation {
    locations[path(of: supplier)] ?? SourceLocation(file: fileName)
  }
}

/// What statistics of trade call the sum of all countries, as ``LoadSession`` compares names.
private let namesOfAll: Set<String> = [
  "all", "all countries", "all origins", "all partners", "all suppliers", "grand total", "sum", "total", "total all countries",
  "total imports", "total trade", "total world", "whole world", "world", "world all countries", "world total", "the world",
]
