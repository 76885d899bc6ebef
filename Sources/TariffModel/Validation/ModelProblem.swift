/// Something in a study that the model cannot take: where, which value, which rule, and a way out.
package struct ModelProblem: Error, Hashable, Sendable {
  /// The number or name at fault, as in `exports/6302/elasticity`.
  package var path: String
  /// The value as it stands, where one is at fault.
  package var value: String?
  package var rule: ModelRule
  /// The parameter that states the value, and what it is multiplied by, where the number names one.
  package var origin: ParameterUse?
  /// Whether the value is a constant, which no distribution could be put right instead.
  package var isConstant = false
  /// Whether no value that the number may take is in its range: then nothing is left of what is cut at its ends.
  package var isBeyond = false

  /// A parameter and the constant that it is multiplied by.
  package struct ParameterUse: Hashable, Sendable {
    package var path: String
    package var times: Double
  }

  package init(path: String, value: String? = nil, rule: ModelRule) {
    self.path = path
    self.value = value
    self.rule = rule
  }

  /// What to do about it, where that is known.
  package var suggestion: String? {
    switch rule {
    case .range where isConstant || isBeyond: nil
    case .finerPrefixHasShare where path.hasPrefix("exemptions/"): "state its share of the line in the column share"
    case .finerPrefixHasShare: value.map { "state its share of the line, as in { prefix = \"\($0)\", share = 0.5 }" }
    case .belongsToAMarket:
      value.map { "list a market with hs = \"\($0)\", or state digits = \($0.utf8.count) or fewer" } ?? "state its code as hs"
    default: rule.suggestion
    }
  }
}
