internal import Distributions

extension Study {
  func problems(of measure: TariffMeasure, codes: GoodsCodes, origins: [String]) -> [ModelProblem] {
    let path = "measures/\(measure.name)"
    let known = KnownCountries(origins + [partner])
    let strangers = known.strangers(among: measure.countries)
    var found = problems(of: measure.validity, at: path)
    // The list of an included file is that of many studies: a name near that of an origin is another one.
    found += strangers.filter { _ in !measure.isIncluded }.compactMap { stranger in
      stranger.meant.map {
        ModelProblem(path: "\(path)/countries", value: stranger.name, rule: .knownName(kind: "origin", nearest: $0))
      }
    }
    found += prefixProblems(measure.covers, codes: codes, at: "\(path)/covers", mayBeUnmet: measure.isIncluded)
    found += prefixProblems(measure.exemptions, codes: codes, at: "\(path)/exempt", mayBeUnmet: measure.isIncluded)
    found += measure.exemptionTables.filter { name in !exemptionTables.contains { $0.name == name } }.map { name in
      unknown(name, kind: "table of exemptions", among: exemptionTables.map(\.name), at: "\(path)/exemptions")
    }
    let covered = measure.exemptions.isEmpty ? [] : Set(measure.covers.map(\.digits))
    for prefix in measure.exemptions where covered.contains(prefix.digits) {
      found.append(ModelProblem(path: "\(path)/exempt/\(prefix.digits)", value: prefix.digits, rule: .prefixInOneList))
    }
    found += exemptionProblems(of: measure)
    // One that is for others than the study has falls on nothing, which a note says.
    let isForOthers = !measure.countries.isEmpty && strangers.count == measure.countries.count
    if found.isEmpty, !measure.isIncluded,
      !coversSome(measure, of: codes) || !isForOthers && !origins.contains(where: measure.applies(toOrigin:))
    {
      let value = measure.countries.isEmpty ? nil : measure.countries.joined(separator: ", ")
      found.append(ModelProblem(path: path, value: value, rule: .matchesALine))
    }
    if let rule = measure.contentRule, let name = rule.commitment, !commitments.contains(where: { $0.name == name }) {
      found.append(
        unknown(name, kind: "commitment", among: commitments.map(\.name), at: "\(path)/contentRule/commitment"))
    }
    return found
  }

  /// Whether some goods bear a measure each of whose prefixes meets some.
  private func coversSome(_ measure: TariffMeasure, of codes: GoodsCodes) -> Bool {
    if measure.exemptions.isEmpty { return !codes.goods.isEmpty }
    let coverage = measure.codeCoverage.indexed
    return codes.goods.contains { !coverage.part(of: $0.hs).isNothing }
  }

  func problems(of validity: Validity, at path: String) -> [ModelProblem] {
    guard let start = validity.start, let end = validity.end, end < start else { return [] }
    return [ModelProblem(path: "\(path)/end", value: end.description, rule: .datesInOrder)]
  }

  func unknown(_ name: String, kind: String, among names: [String], at path: String) -> ModelProblem {
    ModelProblem(path: path, value: name, rule: .knownName(kind: kind, nearest: nearestName(to: name, among: names)))
  }

  /// Some prefix meets a line; one that is finer than a line's code has a share of it, and the shares fit in the line.
  ///
  /// - Parameter mayBeUnmet: Whether it is no mistake either that none meets any.
  func prefixProblems(
    _ prefixes: [CodePrefix], codes: GoodsCodes, at path: String, mayBeUnmet: Bool = false
  ) -> [ModelProblem] {
    var found: [ModelProblem] = []
    // A list of a law has codes of goods that the study lacks: a list of which none is met is a mistake.
    let meetsNothing = prefixes.allSatisfy { !codes.meet($0) }
    for prefix in prefixes {
      let place = "\(path)/\(prefix.digits)"
      let isCoarse = codes.haveGoods(under: prefix)
      let coarser = codes.first(coarserThan: prefix)
      if !isCoarse && coarser == nil {
        guard meetsNothing, !mayBeUnmet else { continue }
        found.append(unmatched(prefix, of: prefixes, codes: codes.goods.lazy.compactMap(\.hs), at: place))
      } else if let coarser, prefix.share == nil {
        found.append(ModelProblem(path: place, value: prefix.digits, rule: .finerPrefixHasShare(line: coarser.id)))
      } else if coarser == nil && prefix.share != nil {
        found.append(ModelProblem(path: place, value: prefix.digits, rule: .coarsePrefixHasNoShare))
      }
    }
    // Without shares there is nothing to sum up, line by line.
    guard prefixes.contains(where: { $0.share != nil }) else { return found }
    let index = PrefixIndex(prefixes)
    for (id, hs) in codes.goods {
      guard let hs else { continue }
      let finer = index.finer(than: hs)
      let total = finer.compactMap { $0.share.flatMap(upperBound(of:)) }.reduce(0, +)
      if total > 1 + 1e-12 { found.append(ModelProblem(path: path, rule: .sharesWithinLine(line: id))) }
    }
    return found
  }

  /// A prefix of a list that no code has, with the one that was probably meant, which is none that is there already.
  func unmatched(
    _ prefix: CodePrefix, of list: [CodePrefix], codes: some Sequence<String>, at path: String
  ) -> ModelProblem {
    let nearest = nearestCode(to: prefix.digits, among: codes)
    let isNew = !list.contains { $0.digits == nearest }
    return ModelProblem(path: path, value: prefix.digits, rule: .prefixMatchesALine(nearest: isNew ? nearest : nil))
  }

  /// Prefixes finer than a line lie apart, in all measures together: they cut the line into parts.
  func finerPrefixProblems(codes: GoodsCodes) -> [ModelProblem] {
    let named = Set(measures.flatMap(\.exemptionTables))
    let ofMeasures = measures.flatMap { measure in
      measure.covers.map { (path: "measures/\(measure.name)/covers/\($0.digits)", prefix: $0) }
        + measure.exemptions.map { (path: "measures/\(measure.name)/exempt/\($0.digits)", prefix: $0) }
    }
    let ofTables = exemptionTables.filter { named.contains($0.name) }.flatMap(\.rows).map { (path: $0.path, prefix: $0.prefix) }
    let stated = ofMeasures + ofTables
    if stated.isEmpty { return [] }
    let finer = stated.filter { codes.first(coarserThan: $0.prefix) != nil }
    let index = PrefixIndex(finer.map(\.prefix))
    return finer.compactMap { path, prefix in
      index.first(coarserThan: prefix.digits).map {
        ModelProblem(path: path, value: prefix.digits, rule: .finerPrefixesAreApart(other: $0.digits))
      }
    }
  }

  /// The largest value a number can take, where it is known.
  func upperBound(of quantity: Quantity) -> Double? { bounds(of: quantity)?.upper }

  /// The smallest value a number can take, where it is known and has a probability of its own.
  func lowerBound(of quantity: Quantity) -> Double? { bounds(of: quantity)?.attainedLower }

  private func bounds(of quantity: Quantity) -> (attainedLower: Double?, upper: Double)? {
    switch quantity.value {
    case .distribution(let distribution): return Self.bounds(of: distribution, times: 1)
    case .parameter(let name, let times):
      guard case .distribution(let distribution)? = parameters[name]?.value else { return nil }
      return Self.bounds(of: distribution, times: times)
    }
  }

  private static func bounds(of distribution: Distribution, times: Double) -> (attainedLower: Double?, upper: Double) {
    let (low, high) = (distribution.support.lower, distribution.support.upper)
    let isAttained = distribution.cdf(low) > 0
    return (isAttained ? min(low * times, high * times) : nil, max(low * times, high * times))
  }

  /// Members of one exclusive group agree on how to choose; of equal priorities the first by name is ahead.
  func exclusiveGroupProblems() -> [ModelProblem] {
    var found: [ModelProblem] = []
    // The first measure of each group with each choice.
    var byChoice: [String: [ExclusiveChoice: Int]] = [:]
    for (index, measure) in measures.enumerated() {
      guard case .exclusive(let group, _, let choice) = measure.stacking else { continue }
      let otherwise = byChoice[group]?.filter { $0.key != choice }.map(\.value).min()
      byChoice[group, default: [:]][choice] = byChoice[group]?[choice] ?? index
      if let clash = otherwise.map({ measures[$0] }) {
        found.append(
          ModelProblem(
            path: "measures/\(measure.name)/exclusiveGroup", value: group,
            rule: .exclusiveGroupIsClear(group: group, other: clash.name)))
      }
    }
    return found
  }
}
