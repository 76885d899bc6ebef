internal import Expressions

/// A layer that falls on a line in a segment, its rate after scale, coverage and content rule.
struct TariffLayer: Equatable {
  let stacking: Stacking
  let rate: Expression
  /// Share of the duty due that is paid.
  let remittance: Expression
}

/// The duty on a line in a segment.
struct TariffLevel {
  /// t': the rate that enters the price.
  let rate: Expression
  /// What the partner is paid in the period: of t', and of a quota's rent where the licences are auctioned.
  let paidRate: Expression
  /// The part of t' that is no duty but a quota's rent.
  var rent: QuotaRentRate?

  /// The part of t' that is due as duty.
  var dueRate: Expression { rent.map { rate - $0.rate } ?? rate }
}

extension TariffLevel {
  /// Stacks the layers on a baseline duty t (the model's §2, in its order): a replacing layer stands alone; otherwise the added
  /// layers and one of each exclusive group are summed, then topped up to the floors.
  init(baseline: Expression, layers: [TariffLayer]) {
    if let replacing = layers.first(where: { $0.stacking == .replace }) {
      self.init(rate: replacing.rate, paidRate: replacing.rate * replacing.remittance)
      return
    }
    var rates = [baseline]
    var paidRates = [baseline]
    func keep(_ kept: (rate: Expression, remittance: Expression)) {
      rates.append(kept.rate)
      paidRates.append(kept.rate * kept.remittance)
    }
    for layer in layers where layer.stacking == .add { keep((layer.rate, layer.remittance)) }
    for kept in TariffLevel.keptOfExclusiveGroups(layers) { keep(kept) }
    var rate = baseline.graph.sum(rates)
    var paid = baseline.graph.sum(paidRates)
    for layer in layers where layer.stacking == .floor {
      let topped = maximum(rate, layer.rate)
      paid = paid + (topped - rate) * layer.remittance
      rate = topped
    }
    self.init(rate: rate, paidRate: paid)
  }

  private static func keptOfExclusiveGroups(_ layers: [TariffLayer]) -> [(rate: Expression, remittance: Expression)] {
    var groups: [(name: String, members: [(priority: Int, choice: ExclusiveChoice, layer: TariffLayer)])] = []
    for layer in layers {
      guard case .exclusive(let name, let priority, let choice) = layer.stacking else { continue }
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].members.append((priority, choice, layer))
      } else {
        groups.append((name, [(priority, choice, layer)]))
      }
    }
    return groups.compactMap { group in
      if group.members.contains(where: { $0.choice == .highest }) { return highest(group.members.map(\.layer)) }
      return group.members.min { $0.priority < $1.priority }.map { ($0.layer.rate, $0.layer.remittance) }
    }
  }

  /// The layer with the highest rate of each draw, and what is paid of it.
  private static func highest(_ layers: [TariffLayer]) -> (rate: Expression, remittance: Expression)? {
    guard var kept = layers.first.map({ (rate: $0.rate, remittance: $0.remittance) }) else { return nil }
    for layer in layers.dropFirst() {
      let remittance = select(kept.rate, atLeast: layer.rate, then: kept.remittance, else: layer.remittance)
      kept = (maximum(kept.rate, layer.rate), remittance)
    }
    return kept
  }
}
