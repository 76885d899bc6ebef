package import TariffModel

extension Plan {
  /// What has to be computed: what is reported, and what the conditions read.
  package var computed: OutcomeSelection {
    let terms = conditions.flatMap(\.terms)
    var computed = selection
    computed.outcomes?.formUnion(terms.map(\.outcome))
    computed.groups?.formUnion(terms.map(\.group))
    computed.periods?.formUnion(terms.compactMap(\.period))
    computed.scenarios?.formUnion(terms.compactMap(\.scenario))
    return computed
  }
}
