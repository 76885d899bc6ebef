internal import Distributions

extension Study {
  /// What the model cannot take of tariff-rate quotas.
  func quotaProblems() -> [ModelProblem] {
    // Scenarios may be thousands with as many measures: without quotas there is nothing to compare them with.
    guard !quotas.isEmpty else { return earnedQuotaProblems() }
    var found = earnedQuotaProblems() + quotas.flatMap(problems(of:)) + scenarios.flatMap(quotaProblems(of:))
    if let first = quotas.first, periodResponse == .averageRate {
      found.append(ModelProblem(path: "quotas/\(first.name)", value: "averageRate", rule: .quotaNeedsAverageResponse))
    }
    return found
  }

  private func problems(of quota: TariffQuota) -> [ModelProblem] {
    var found = problems(ofQuota: quota.name, quota.validity, covering: quota.covers, quota.codeCoverage)
    if !ratesAscend(quota) {
      found.append(ModelProblem(path: "quotas/\(quota.name)/outOfQuotaRate", rule: .quotaRatesAscend))
    }
    // What is ordered between two periods would be in no quota, and in two that share days in both.
    if let (earlier, later) = periodsApart, exports.contains(where: { quota.contains($0) && arrivesLater($0) }) {
      found.append(ModelProblem(path: "periods/\(later)", value: later, rule: .periodsAdjoin(other: earlier)))
    }
    return found
  }

  /// What the model cannot take of a quota of either kind: its name, its days, and the lines in it.
  func problems(
    ofQuota name: String, _ validity: Validity, covering covers: [CodePrefix], _ coverage: CodeCoverage
  ) -> [ModelProblem] {
    let path = "quotas/\(name)"
    var found = problems(of: validity, at: path)
    if name == "total" { found.append(ModelProblem(path: "\(path)/name", value: "total", rule: .nameIsFree)) }
    found += coverageProblems(of: covers, at: path)
    let coverage = coverage.indexed
    for line in exports where coverage.part(of: line.hs).isWhole {
      guard case .ownPrice = line.response else {
        found.append(ModelProblem(path: path, rule: .quotaLineReactsToOwnPrice(line: line.id)))
        continue
      }
      if line.adjustment != nil && arrivesLater(line) {
        found.append(ModelProblem(path: path, rule: .quotaWithoutLag(line: line.id)))
      }
    }
    return found
  }

  /// Whether some draw has a lag between order and arrival.
  private func arrivesLater(_ line: ExportLine) -> Bool {
    lag(of: line).map { $0.numbers.contains { upperBound(of: $0.quantity) != 0 } } ?? false
  }

  /// A quota takes lines whole, and some.
  private func coverageProblems(of covers: [CodePrefix], at path: String) -> [ModelProblem] {
    let codes = GoodsCodes(exports.map { ($0.id, $0.hs) })
    // A list of a law has codes of goods that the study lacks: a list of which none is met is a mistake.
    let meetsSome = covers.contains { codes.meet($0) }
    return covers.compactMap { prefix in
      let place = "\(path)/covers/\(prefix.digits)"
      if let line = codes.first(coarserThan: prefix) {
        return ModelProblem(path: place, value: prefix.digits, rule: .quotaCoversLinesWhole(line: line.id))
      }
      if meetsSome { return nil }
      return unmatched(prefix, of: covers, codes: codes.goods.lazy.compactMap(\.hs), at: place)
    }
  }

  /// Whether the out-of-quota rate is at least the in-quota rate in every draw.
  private func ratesAscend(_ quota: TariffQuota) -> Bool {
    if case .parameter(let name, let low) = quota.inQuotaRate.value,
      case .parameter(name, let high) = quota.outOfQuotaRate.value
    {
      return low <= high
    }
    guard let highest = support(of: quota.inQuotaRate)?.upper, let lowest = support(of: quota.outOfQuotaRate)?.lower else {
      // A parameter that is not there is a problem of its own.
      return true
    }
    return highest <= lowest
  }

  private func support(of quantity: Quantity) -> (lower: Double, upper: Double)? {
    var (value, factor) = (quantity.value, 1.0)
    if case .parameter(let name, let times) = value {
      guard let parameter = parameters[name] else { return nil }
      (value, factor) = (parameter.value, times)
    }
    guard case .distribution(let distribution) = value else { return nil }
    let ends = (distribution.support.lower * factor, distribution.support.upper * factor)
    return (min(ends.0, ends.1), max(ends.0, ends.1))
  }

  /// On a line at most one quota acts at a time, and no goods come earlier to avoid a measure.
  private func quotaProblems(of scenario: PolicyScenario) -> [ModelProblem] {
    let used = scenario.quotas.compactMap { use in quotas.first { $0.name == use.name } }
    guard !used.isEmpty else { return [] }
    let announced = scenario.measures.compactMap { use in
      measures.first { $0.name == use.name && $0.anticipation != nil && $0.applies(toOrigin: home) }
    }
    var found: [ModelProblem] = []
    for (index, quota) in used.enumerated() {
      for earlier in used[..<index] where periods.isEmpty || earlier.validity.overlaps(quota.validity) {
        guard let line = exports.first(where: { quota.contains($0) && earlier.contains($0) }) else { continue }
        found.append(
          ModelProblem(
            path: "quotas/\(quota.name)", rule: .oneQuota(scenario: scenario.name, line: line.id, other: earlier.name)))
      }
      for measure in announced {
        let line = exports.first { quota.contains($0) && !measure.codeCoverage.part(of: $0.hs).isNothing }
        guard let line else { continue }
        found.append(
          ModelProblem(
            path: "quotas/\(quota.name)",
            rule: .quotaWithoutFrontLoading(scenario: scenario.name, line: line.id, measure: measure.name)))
      }
    }
    return found
  }
}
