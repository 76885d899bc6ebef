internal import Expressions

/// Layers of which one falls on any piece of the value: the one that is ahead among those that fall there.
///
/// Shares are independent, but layers of one part fall on the same value: where one is ahead of another of its part, nothing is
/// left to the other. Σ_k c_k ρ_k Π (1 − c_m) runs over the parts of the layers m ahead of k with ρ_m > 0.
struct ExclusiveGroup {
  private struct Member {
    let layer: TariffLayer
    let priority: Int
    /// ρ.
    let rise: Expression
  }

  private let members: [Member]
  private let choosesHighest: Bool

  /// The groups of a stack, by name.
  static func groups(of layers: [TariffLayer], over duty: Expression) -> [ExclusiveGroup] {
    var members: [String: [Member]] = [:]
    var highest: Set<String> = []
    for layer in layers {
      guard case .exclusive(let name, let priority, let choice) = layer.stacking else { continue }
      members[name, default: []].append(Member(layer: layer, priority: priority, rise: layer.rise(over: duty)))
      if choice == .highest { highest.insert(name) }
    }
    return members.sorted { $0.key < $1.key }.map { name, members in
      ExclusiveGroup(
        members: members.sorted { ($0.priority, $0.layer.name) < ($1.priority, $1.layer.name) },
        choosesHighest: highest.contains(name))
    }
  }

  /// What each layer adds to the line's duty, with its remittance.
  var duties: [(duty: Expression, remittance: Expression)] {
    if choosesHighest && members.allSatisfy({ $0.layer.share.constantValue == 1 }) { return highestOfAll }
    return members.indices.map { index in
      let member = members[index]
      return (member.rise * weight(of: index), member.layer.remittance)
    }
  }

  /// The highest rate of each draw, where every layer falls on all of the value.
  private var highestOfAll: [(duty: Expression, remittance: Expression)] {
    guard var kept = members.first.map({ (duty: $0.rise, remittance: $0.layer.remittance) }) else { return [] }
    for member in members.dropFirst() where !(member.rise - kept.duty).staysAtMost(0) {
      if (kept.duty - member.rise).staysAtMost(-.leastNormalMagnitude) {
        kept = (member.rise, member.layer.remittance)
        continue
      }
      let remittance = select(kept.duty, atLeast: member.rise, then: kept.remittance, else: member.layer.remittance)
      kept = (maximum(kept.duty, member.rise), remittance)
    }
    return [kept]
  }

  /// The share of the value on which a layer falls and none is ahead of it.
  private func weight(of index: Int) -> Expression {
    let own = members[index].layer
    let graph = own.rate.graph
    let one = graph.constant(1)
    var weight = own.share
    var done: Set<String> = []
    for other in members.indices where other != index {
      let layer = members[other].layer
      guard let part = layer.part else {
        weight = weight * (one - layer.share * isAhead(other, of: index))
        continue
      }
      guard done.insert(part).inserted else { continue }
      // One of a part is enough to take its value.
      let some = members.indices.filter { $0 != index && members[$0].layer.part == part }
        .reduce(graph.constant(0)) { maximum($0, isAhead($1, of: index)) }
      weight = weight * (one - (part == own.part ? one : layer.share) * some)
    }
    return weight
  }

  /// 1 in the draws in which a layer with a duty above 0 is ahead of another, 0 in the others.
  private func isAhead(_ other: Int, of index: Int) -> Expression {
    let graph = members[index].rise.graph
    let (zero, one) = (graph.constant(0), graph.constant(1))
    let (theirs, own) = (members[other].rise, members[index].rise)
    let isSome: Expression
    if theirs.staysApart(from: 0, by: .leastNormalMagnitude) {
      isSome = one
    } else {
      isSome = select(theirs, atLeast: graph.constant(.leastNormalMagnitude), then: one, else: zero)
    }
    guard choosesHighest else { return other < index ? isSome : zero }
    // Of equal rates the first by name is ahead.
    if (other < index ? theirs - own + .leastNormalMagnitude : theirs - own).staysAtMost(0) { return zero }
    if (own - theirs).staysAtMost(other < index ? 0 : -.leastNormalMagnitude) { return isSome }
    return other < index
      ? select(theirs, atLeast: own, then: isSome, else: zero) : select(own, atLeast: theirs, then: zero, else: isSome)
  }
}
