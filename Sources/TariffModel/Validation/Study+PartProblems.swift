internal import Distributions

extension Study {
  /// Layers that name one part fall on the same value: one share for all of them.
  func partProblems() -> [ModelProblem] {
    var first: [String: TariffMeasure] = [:]
    return measures.compactMap { measure in
      guard let part = measure.part else { return nil }
      guard let earlier = first[part] else {
        first[part] = measure
        return nil
      }
      if haveSameShare(measure, earlier) { return nil }
      return ModelProblem(
        path: "measures/\(measure.name)/part", value: part, rule: .oneShareOfAPart(part: part, other: earlier.name))
    }
  }

  private func haveSameShare(_ a: TariffMeasure, _ b: TariffMeasure) -> Bool {
    let (rule, other) = (a.contentRule, b.contentRule)
    return areSame(a.coverage, b.coverage, default: 1) && (rule == nil) == (other == nil)
      && rule?.commitment == other?.commitment && areSame(rule?.initialShare, other?.initialShare)
      && areSame(rule?.threshold, other?.threshold) && areSame(rule?.sharePerUSDm, other?.sharePerUSDm, default: 0)
      && areSame(rule?.qualifyingShare, other?.qualifyingShare) && a.phaseIn.map(\.date) == b.phaseIn.map(\.date)
      && zip(a.phaseIn, b.phaseIn).allSatisfy { areSame($0.share, $1.share) }
  }

  /// Whether two numbers are equal in every draw: equal constants, or one parameter times the same constant.
  ///
  /// Equal distributions are not: each place has draws of its own.
  func areSame(_ a: Quantity?, _ b: Quantity?, default absent: Double? = nil) -> Bool {
    let certain = (a.map(certainValue) ?? absent, b.map(certainValue) ?? absent)
    if certain.0 != nil || certain.1 != nil { return certain.0 == certain.1 }
    guard let a, let b else { return a == nil && b == nil }
    if case .parameter = a.value { return a.value == b.value }
    return false
  }

  private func certainValue(of quantity: Quantity) -> Double? {
    switch quantity.value {
    case .distribution(let distribution): return distribution.constantValue
    case .parameter(let name, let times):
      guard case .distribution(let distribution)? = parameters[name]?.value else { return nil }
      return distribution.constantValue.map { $0 * times }
    }
  }
}
