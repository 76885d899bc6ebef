/// Something in a study that the model cannot take: where, which value, which rule, and a way out.
package struct ModelProblem: Error, Hashable, Sendable {
  /// The number or name at fault, as in `exports/6302/elasticity`.
  package var path: String
  /// The value as it stands, where one is at fault.
  package var value: String?
  package var rule: ModelRule

  package init(path: String, value: String? = nil, rule: ModelRule) {
    self.path = path
    self.value = value
    self.rule = rule
  }
}
