internal import Expressions

extension CompiledModel {
  /// A note for each kind of moment that outcomes lack and each cause, with the inputs on whose account.
  static func momentNotes(
    _ limits: some Sequence<MomentLimits.Limit>, paths: [OutputColumn: [String]]
  ) -> [ModelNote] {
    var orders: [OutputColumn: [MissingMoment.Cause: Double]] = [:]
    for limit in limits {
      guard let moment = MissingMoment(order: limit.order) else { continue }
      let cause = MissingMoment.Cause(limit.cause, lacking: moment)
      orders[limit.input, default: [:]][cause] = min(limit.order, orders[limit.input]?[cause] ?? .infinity)
    }
    var found: [MissingMoment: [MissingMoment.Cause: [String]]] = [:]
    for (column, causes) in orders {
      // Of one input the gravest tells enough.
      guard let (cause, order) = causes.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      guard let moment = MissingMoment(order: order) else { continue }
      found[moment, default: [:]][cause, default: []] += paths[column] ?? []
    }
    return MissingMoment.allCases.flatMap { moment in
      MissingMoment.Cause.allCases.compactMap { cause in
        (found[moment]?[cause]).map {
          ModelNote(scenario: nil, subject: .momentsMissing(moment, paths: $0.sorted(), cause: cause))
        }
      }
    }
  }
}

extension MissingMoment.Cause {
  fileprivate init(_ cause: MomentLimits.Cause, lacking moment: MissingMoment) {
    switch cause {
    case .tail(let own): self = MissingMoment(order: own) == moment ? .ownTail : .powerOfTail
    case .quotient: self = .quotient
    case .exponential: self = .exponential
    }
  }
}
