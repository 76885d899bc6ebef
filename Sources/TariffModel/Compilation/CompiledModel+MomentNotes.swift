internal import Expressions

extension CompiledModel {
  /// A note for each kind of moment that outcomes lack, with the inputs on whose account.
  static func momentNotes(
    _ limits: some Sequence<HeavyTails.Input>, paths: [OutputColumn: [String]]
  ) -> [ModelNote] {
    var orders: [OutputColumn: (outcome: Double, own: Double)] = [:]
    for limit in limits {
      orders[limit.column] = (min(limit.order, orders[limit.column]?.outcome ?? .infinity), limit.ownOrder)
    }
    var found: [MissingMoment: [Bool: [String]]] = [:]
    for (column, order) in orders {
      guard let moment = MissingMoment(order: order.outcome) else { continue }
      let isItsOwn = MissingMoment(order: order.own) == moment
      found[moment, default: [:]][isItsOwn, default: []] += paths[column] ?? []
    }
    return MissingMoment.allCases.flatMap { moment in
      [true, false].compactMap { isItsOwn in
        (found[moment]?[isItsOwn]).map {
          ModelNote(
            scenario: nil, subject: .momentsMissing(moment, paths: $0.sorted(), areTheInputsOwn: isItsOwn))
        }
      }
    }
  }
}
