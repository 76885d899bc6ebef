extension Study {
  /// What the model cannot take of quotas that are earned by purchases.
  ///
  /// O(earned quotas · (lines + measures)).
  func earnedQuotaProblems() -> [ModelProblem] {
    guard let first = earnedQuotas.first else { return [] }
    var found = earnedQuotas.flatMap(problems(of:)) + scenarios.flatMap(earnedQuotaProblems(of:))
    if periodResponse == .averageRate {
      found.append(ModelProblem(path: "quotas/\(first.name)", value: "averageRate", rule: .quotaNeedsAverageResponse))
    }
    if let (earlier, later) = periodsApart {
      found.append(ModelProblem(path: "periods/\(later)", value: later, rule: .periodsAdjoin(other: earlier)))
    }
    return found
  }

  private func problems(of quota: EarnedQuota) -> [ModelProblem] {
    let path = "quotas/\(quota.name)"
    var found = problems(ofQuota: quota.name, quota.validity, covering: quota.covers, quota.codeCoverage)
    let earning = quota.earning
    if let commitment = commitments.first(where: { $0.name == earning.commitment }) {
      if earning.counted == .imports && commitment.importLine == nil {
        found.append(
          ModelProblem(
            path: "\(path)/quantity/counts", value: "imports", rule: .countedImportsHaveALine(commitment: commitment.name)))
      }
    } else {
      found.append(
        unknown(earning.commitment, kind: "commitment", among: commitments.map(\.name), at: "\(path)/quantity/of"))
    }
    for name in quota.waives where !measures.contains(where: { $0.name == name }) {
      found.append(unknown(name, kind: "measure", among: measures.map(\.name), at: "\(path)/waives"))
    }
    if periods.isEmpty && earning.lagDays > 0 {
      found.append(ModelProblem(path: "\(path)/quantity/lag", value: "\(earning.lagDays)", rule: .needsPeriods))
    }
    return found
  }

  /// On a line at most one quota acts at a time, and no goods come earlier to avoid a measure.
  private func earnedQuotaProblems(of scenario: PolicyScenario) -> [ModelProblem] {
    let used = scenario.quotas.compactMap { use in earnedQuotas.first { $0.name == use.name } }
    guard !used.isEmpty else { return [] }
    let stated = scenario.quotas.compactMap { use in quotas.first { $0.name == use.name } }
    let announced = scenario.measures.compactMap { use in
      measures.first { $0.name == use.name && $0.anticipation != nil && $0.applies(toOrigin: home) }
    }
    var found: [ModelProblem] = []
    for (index, quota) in used.enumerated() {
      let path = "quotas/\(quota.name)"
      let others =
        used[..<index].map { ($0.name, $0.validity, $0.contains) } + stated.map { ($0.name, $0.validity, $0.contains) }
      for (name, validity, contains) in others where periods.isEmpty || validity.overlaps(quota.validity) {
        guard let line = exports.first(where: { quota.contains($0) && contains($0) }) else { continue }
        found.append(ModelProblem(path: path, rule: .oneQuota(scenario: scenario.name, line: line.id, other: name)))
      }
      for measure in announced {
        guard let line = exports.first(where: { quota.contains($0) && !measure.codeCoverage.part(of: $0.hs).isNothing }) else {
          continue
        }
        found.append(
          ModelProblem(
            path: path, rule: .quotaWithoutFrontLoading(scenario: scenario.name, line: line.id, measure: measure.name)))
      }
    }
    return found
  }

  /// Two periods, one after the other, with days between them or days that both have.
  var periodsApart: (earlier: String, later: String)? {
    let ordered = periods.sorted { $0.start < $1.start }
    return zip(ordered, ordered.dropFirst()).first { $0.days.upperBound != $1.days.lowerBound }.map { ($0.name, $1.name) }
  }
}
