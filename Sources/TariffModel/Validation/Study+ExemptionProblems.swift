extension Study {
  /// What the model cannot take of the tables of exemptions that a measure names.
  ///
  /// O(goods · digits + rows that meet them).
  func exemptionProblems(of measure: TariffMeasure) -> [ModelProblem] {
    let rows = exemptionRows(of: measure)
    guard !rows.isEmpty else { return [] }
    let covered = Set(measure.covers.map(\.digits))
    var found = rows.filter { covered.contains($0.prefix.digits) }.map {
      ModelProblem(path: $0.path, value: $0.prefix.digits, rule: .prefixInOneList)
    }
    let index = ExemptionIndex(rows)
    var told: Set<String> = []
    // A row is the same for all goods of a code, but for those of other origins.
    var seen: Set<[String]> = []
    for (id, origin, hs) in goods(of: measure) where seen.insert([origin, hs]).inserted {
      let finer = index.rows(meeting: hs, of: origin).filter { $0.prefix.isFiner(than: hs) }
      for row in finer where row.prefix.share == nil && told.insert(row.path).inserted {
        found.append(ModelProblem(path: row.path, value: row.prefix.digits, rule: .finerPrefixHasShare(line: id)))
      }
      let own = measure.exemptions.filter { $0.isFiner(than: hs) }
      if let row = excess(among: finer, besides: own), told.insert(row.path).inserted {
        found.append(ModelProblem(path: row.path, value: row.prefix.digits, rule: .sharesWithinLine(line: id)))
      }
    }
    return found
  }

  /// A row on whose first day the shares of a line's exempt parts can sum to more than 1.
  private func excess(among rows: [Exemption], besides own: [CodePrefix]) -> Exemption? {
    rows.first { last in
      var seen = Set(own.map(\.digits))
      let acting = rows.filter { row in
        let acts = last.validity.start.map { row.validity.holds(on: $0.dayNumber) } ?? (row.validity.start == nil)
        return acts && seen.insert(row.prefix.digits).inserted
      }
      let parts = own + acting.map(\.prefix)
      // One share beyond 1 is out of its range, and told as that.
      return parts.count > 1 && parts.compactMap { $0.share.flatMap(upperBound(of:)) }.reduce(0, +) > 1 + 1e-12
    }
  }

  /// Goods with a code on whose origin a measure falls, each with what a message calls it.
  private func goods(of measure: TariffMeasure) -> [(id: String, origin: String, hs: String)] {
    let own = measure.applies(toOrigin: home) ? exports.compactMap { line in line.hs.map { (line.id, home, $0) } } : []
    return own
      + suppliers.filter { $0.origin != partner && measure.applies(toOrigin: $0.origin) }.map {
        ("\($0.hs) of \($0.origin)", $0.origin, $0.hs)
      }
  }

  /// Tables of exemptions, rates and remittances with dates of their own need days; the first and the last of a row are in order.
  func policyDateProblems() -> [ModelProblem] {
    var found = exemptionTables.flatMap(\.rows).flatMap { problems(of: $0.validity, at: $0.path) }
    if periods.isEmpty {
      found += measures.compactMap { measure in
        if !measure.remittanceSteps.isEmpty {
          return ModelProblem(path: "measures/\(measure.name)/remittance", rule: .needsPeriods)
        }
        if case .table(let table) = measure.rate, !table.datedRates.isEmpty {
          return ModelProblem(path: "measures/\(measure.name)/rates", rule: .needsPeriods)
        }
        let dated = exemptionRows(of: measure).first { $0.validity.isDated }
        return dated.map { ModelProblem(path: $0.path, rule: .needsPeriods) }
      }
      if seasonality != nil { found.append(ModelProblem(path: "seasonal", rule: .needsPeriods)) }
    }
    for measure in measures {
      found += zip(measure.remittanceSteps, measure.remittanceSteps.dropFirst()).filter { $1.date <= $0.date }.map {
        ModelProblem(
          path: "measures/\(measure.name)/remittance/\($1.date)", value: $1.date.description, rule: .stepsAscend)
      }
    }
    let groups = Set(exports.compactMap(\.group) + imports.compactMap(\.group))
    for name in (seasonality?.byGroup.keys.sorted() ?? []) where !groups.contains(name) {
      found.append(unknown(name, kind: "group of lines", among: groups.sorted(), at: "seasonal/groups/\(name)"))
    }
    return found
  }
}
