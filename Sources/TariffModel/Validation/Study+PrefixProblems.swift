extension Study {
  /// Prefixes finer than a line cut it into the same parts for all measures of a scenario: one share of each, and no more than the
  /// line has.
  ///
  /// O(finer prefixes · (codes + scenarios)), and nothing to do where no prefix has a share.
  func finerShareProblems(codes goods: [(id: String, hs: String?)]) -> [ModelProblem] {
    let lists = Dictionary(
      measures.map { ($0.name, sharedPrefixes(of: $0)) }, uniquingKeysWith: { first, _ in first }
    ).filter { !$0.value.isEmpty }
    guard lists.count > 1 else { return [] }
    var told: Set<String> = []
    return scenarios.flatMap { scenario in
      let stated = scenario.measures.map(\.name).sorted().flatMap { lists[$0] ?? [] }
      return (shareProblems(among: stated, in: scenario.name) + sumProblems(among: stated, in: scenario.name, codes: goods))
        .filter { told.insert($0.path).inserted }
    }
  }

  /// Of prefixes that are one and the same, those whose shares differ on some day.
  private func shareProblems(among stated: [SharedPrefix], in scenario: String) -> [ModelProblem] {
    var earlier: [String: [SharedPrefix]] = [:]
    return stated.compactMap { prefix in
      let other = earlier[prefix.digits]?.first { meet($0, prefix) && !areSame($0.share, prefix.share) }
      earlier[prefix.digits, default: []].append(prefix)
      return other.map {
        ModelProblem(
          path: prefix.path, value: prefix.digits, rule: .oneShareOfAPrefix(scenario: scenario, other: $0.path))
      }
    }
  }

  /// Lines whose prefixes can have more than all of it on the first day of one of their measures.
  private func sumProblems(
    among stated: [SharedPrefix], in scenario: String, codes goods: [(id: String, hs: String?)]
  ) -> [ModelProblem] {
    goods.compactMap { line, hs -> ModelProblem? in
      guard let hs else { return nil }
      let finer = stated.filter { $0.digits.utf8.count > hs.utf8.count && $0.digits.hasPrefix(hs) }
      // Rows of one origin stand beside those of all, and not beside another one's.
      for origin in finer.map(\.origin).uniqued {
        let compatible = finer.filter { $0.origin == nil || $0.origin == origin }
        let own = compatible.filter { $0.origin != nil } + compatible.filter { $0.origin == nil }
        if let (last, other) = excess(among: own) {
          let rule = ModelRule.sharesOfMeasuresWithinLine(scenario: scenario, line: line, other: other.path)
          return ModelProblem(path: last.path, value: last.digits, rule: rule)
        }
      }
      return nil
    }
  }

  /// Prefixes of two measures that act on one day on which the shares of all can sum to more than 1.
  private func excess(among own: [SharedPrefix]) -> (last: SharedPrefix, other: SharedPrefix)? {
    for last in own {
      let first = last.validity.start
      var seen: Set<String> = []
      let acting = own.filter { prefix in
        (periods.isEmpty
          || first.map { prefix.validity.overlaps(Validity(start: $0, end: $0)) } ?? (prefix.validity.start == nil))
          && seen.insert(prefix.digits).inserted
      }
      if let other = acting.first(where: { $0.measure != last.measure }),
        acting.compactMap({ upperBound(of: $0.share) }).reduce(0, +) > 1 + 1e-12
      {
        return (last, other)
      }
    }
    return nil
  }

  private func meet(_ a: SharedPrefix, _ b: SharedPrefix) -> Bool {
    a.measure != b.measure && (a.table == nil || a.table != b.table)
      && (a.origin == nil || b.origin == nil || a.origin == b.origin)
      && (periods.isEmpty || a.validity.overlaps(b.validity))
  }

  private func sharedPrefixes(of measure: TariffMeasure) -> [SharedPrefix] {
    let own = [("covers", measure.covers), ("exempt", measure.exemptions)].flatMap { list, prefixes in
      prefixes.compactMap { prefix in
        prefix.share.map {
          SharedPrefix(
            measure: measure.name, table: nil, origin: nil, validity: measure.validity,
            path: "measures/\(measure.name)/\(list)/\(prefix.digits)", digits: prefix.digits, share: $0)
        }
      }
    }
    return own
      + measure.exemptionTables.flatMap { name in
        (exemptionTables.first { $0.name == name }?.rows ?? []).compactMap { row in
          guard let share = row.prefix.share, row.validity.overlaps(measure.validity) else { return nil }
          return SharedPrefix(
            measure: measure.name, table: name, origin: row.origin, validity: row.validity.intersection(measure.validity),
            path: row.path, digits: row.prefix.digits, share: share)
        }
      }
  }
}

/// A prefix with a share, as a measure states it.
private struct SharedPrefix {
  let measure: String
  /// The table of exemptions whose row it is, whichever measures name that.
  let table: String?
  /// Whose goods it is for; nothing means every origin's.
  let origin: String?
  let validity: Validity
  let path: String
  let digits: String
  let share: Quantity
}
