internal import TariffModel

/// The flows of a study by origin, to find those that a record is about.
struct StudyFlows {
  private struct Flow {
    let flow: ForecastSum.Flow
    /// The code of the line or of the market; nothing where a line has none.
    let code: String?
    /// The codes of the goods in it: finer than a market's where suppliers' codes are.
    let codes: [String]
    let group: String?
  }

  private var flows: [String: [Flow]] = [:]
  private let groups: [Int: String]
  private let home: String

  init(_ study: Study) {
    home = study.home
    groups = Dictionary(
      uniqueKeysWithValues: study.exports.enumerated().compactMap { index, line in line.group.map { (index, $0) } })
    for (index, line) in study.exports.enumerated() {
      flows[study.home, default: []].append(
        Flow(flow: .line(index), code: line.hs, codes: line.hs.map { [$0] } ?? [], group: line.group))
    }
    let markets = MarketIndex(study.markets)
    var codes: [String: [Int: [String]]] = [:]
    for supplier in study.suppliers where supplier.origin != study.partner {
      guard let market = markets.market(of: supplier.hs) else { continue }
      codes[supplier.origin, default: [:]][market, default: []].append(supplier.hs)
    }
    for (origin, markets) in codes {
      for (market, own) in markets.sorted(by: { $0.key < $1.key }) {
        let code = study.markets[market].hs
        flows[origin, default: []].append(
          Flow(flow: .trade(origin: origin, market: code), code: code, codes: own, group: nil))
      }
    }
  }

  /// The flows of some goods of an origin, in the study's order, or why there are none.
  ///
  /// A flow belongs to a code where all its goods do: its own code begins with it, or those of all its suppliers.
  func flows(of goods: FlowRecord.Goods, from origin: String) -> Result<[ForecastSum.Flow], UnscoredRecord.Reason> {
    guard let own = flows[origin] else { return .failure(.noOrigin) }
    switch goods {
    case .group(let name):
      let found = own.filter { $0.group == name }
      return found.isEmpty ? .failure(.noGoods) : .success(found.map(\.flow))
    case .code(let code):
      if code.isEmpty { return .success(own.map(\.flow)) }
      var found: [ForecastSum.Flow] = []
      for flow in own {
        if flow.code?.hasPrefix(code) == true || (!flow.codes.isEmpty && flow.codes.allSatisfy { $0.hasPrefix(code) }) {
          found.append(flow.flow)
        } else if flow.codes.contains(where: { code.hasPrefix($0) || $0.hasPrefix(code) }) {
          return .failure(.coarserGoods)
        }
      }
      return found.isEmpty ? .failure(.noGoods) : .success(found)
    }
  }

  /// The group that all of some flows are in; nothing where they are in none or in several.
  func group(of flows: [ForecastSum.Flow]) -> String? {
    var names: Set<String?> = []
    for flow in flows {
      if case .line(let line) = flow { names.insert(groups[line]) } else { names.insert(nil) }
    }
    return names.count == 1 ? names.first ?? nil : nil
  }
}

extension UnscoredRecord.Reason: Error {}
