internal import CountryNames
internal import TariffModel

extension LoadSession {
  /// The study where its rules hold; else reports what the model cannot take, with the places in the files.
  ///
  /// Where something could not be read, a rule may be broken only because of what is missing; such a problem is left for the
  /// next reading. The rest is told at once.
  func checked(_ study: Study) -> CheckedStudy? {
    do throws(ModelError) {
      return try study.checked(excusing: isOfAnotherCountry)
    } catch {
      report(error)
      return nil
    }
  }

  private func report(_ error: ModelError) {
    let unread = Set(problems.compactMap { $0.path.map(Self.element) })
    // A section under a wrong name is missing without being noted as incomplete.
    let lacksSection = problems.contains { $0.rule == .unknownKey && $0.path?.contains("/") == false }
    let isWhole = problems.isEmpty
    var told: Set<StatedNumber> = []
    for problem in error.problems where isWhole || isCertain(problem, besides: unread, lacksSection: lacksSection) {
      // A number that many lines take from one place is told once.
      if case .range = problem.rule {
        let key = problem.path.split(separator: "/").last.map(String.init) ?? ""
        guard told.insert(StatedNumber(location: place(of: problem.path), key: key)).inserted else { continue }
      }
      report(
        InputProblem(
          location: place(of: problem.path), path: problem.path, value: problem.value, rule: .model(problem.rule),
          suggestion: intervalAdvice(problem) ?? Self.magnitudeAdvice(problem) ?? familyAdvice(problem)))
    }
  }

  /// A number by where it stands in the files, whatever takes it.
  private struct StatedNumber: Hashable {
    let location: SourceLocation
    let key: String
  }

  /// Whether a name that is nearly that of an origin is a country of its own, as Niger beside Nigeria: no mistake, and noted.
  private func isOfAnotherCountry(_ problem: ModelProblem) -> Bool {
    guard case .knownName(kind: "origin", let nearest?) = problem.rule, Self.listsCountries(problem.path),
      let name = problem.value, case .country(let country)? = NamedPlace(name)
    else { return false }
    return NamedPlace(nearest) != .country(country)
  }

  private static func listsCountries(_ path: String) -> Bool { path.hasSuffix("/countries") || path.hasPrefix("markets/nests/") }

  /// Reports groups of countries in the lists of measures where the study has their members, on whom the measure would not fall.
  ///
  /// O(names in lists), and for each group O(origins).
  func reportGroupsOfOrigins(in study: Study) {
    let origins = [study.home] + study.suppliers.map(\.origin)
    let known = Set(origins)
    for measure in study.measures {
      for name in measure.countries where !known.contains(name) {
        let path = "measures/\(measure.name)/countries"
        let rule: InputRule
        switch NamedPlace(name) {
        case .group(let group):
          guard let member = origins.first(where: { NamedPlace($0).map(group.holds) ?? false }) else { continue }
          rule = .model(.knownName(kind: "origin", nearest: member))
        case .world: rule = .model(.knownName(kind: "origin", nearest: nil))
        default: continue
        }
        let suggestion =
          if case .model(.knownName(_, let member?)) = rule {
            "name its members one by one, as \(Field.quoted(member)) is"
          } else {
            "leave countries out: without them a measure falls on every origin"
          }
        report(
          InputProblem(
            location: place(of: path), path: path, value: Field.quoted(name), rule: rule, suggestion: suggestion))
      }
    }
  }

  /// Whether a problem stays when all that could not be read is put right.
  private func isCertain(_ problem: ModelProblem, besides unread: Set<String>, lacksSection: Bool) -> Bool {
    guard !unread.contains(Self.element(of: problem.path)) else { return false }
    guard let sections = problem.rule.comparedSections else { return false }
    return sections.isEmpty || !lacksSection && sections.isDisjoint(with: incomplete)
  }

  /// The table that a path leads into, as `exports/6302`.
  private static func element(of path: String) -> String {
    path.split(separator: "/", maxSplits: 2).prefix(2).joined(separator: "/")
  }

  /// Where a path stands, or the nearest part of it that has a place.
  private func place(of path: String) -> SourceLocation {
    var components = path.split(separator: "/", omittingEmptySubsequences: false)
    while !components.isEmpty {
      if let location = locations[components.joined(separator: "/")] { return location }
      components.removeLast()
    }
    return SourceLocation(file: fileName, line: 1, column: 1)
  }
}

extension ModelRule {
  /// The sections that the rule compares the number or table at fault with.
  ///
  /// None for a rule of that alone, nothing for a rule that needs the whole study.
  fileprivate var comparedSections: Set<String>? {
    switch self {
    case .range, .groupNameIsFree, .datesInOrder, .parameterOfParameter, .prefixInOneList, .ratioNeedsImportLine,
      .originNameIsFree, .noDutyOnOwnProduction, .oneNest, .oneNumberPerPath, .homeSellsByLines,
      .supplierSharesSumToOne, .nameIsFree, .quotaNeedsAverageResponse, .lagNeedsAverageResponse:
      []
    case .quotaRatesAscend: ["parameters"]
    case .countedImportsHaveALine: ["commitments"]
    case .periodsAdjoin: ["periods"]
    case .quotaCoversLinesWhole, .quotaLineReactsToOwnPrice: ["exports"]
    case .flowForecastNeedsForecast: ["forecast"]
    case .growthTwice: ["forecast", "markets"]
    case .quotaWithoutLag: ["exports", "parameters"]
    case .jobsForEveryLine: ["exports", "jobs"]
    case .oneQuota: ["exports", "quotas", "periods"]
    case .quotaWithoutFrontLoading: ["exports", "quotas", "measures"]
    case .knownName(let kind, _): Self.section(of: kind).map { [$0] }
    case .finerPrefixHasShare, .finerPrefixesAreApart, .matchesALine, .prefixMatchesALine,
      .coarsePrefixHasNoShare, .sharesWithinLine:
      ["exports", "imports", "markets"]
    case .belongsToAMarket, .marketIsWorthSomething, .belongsToANest, .rateForAllGoods, .rateNotFinerThanGoods:
      ["exports", "markets"]
    case .somethingFixesThePrice: ["exports", "imports", "markets"]
    case .oneMovingTariff: ["exports", "markets", "measures"]
    case .onlyWithoutImportLine: ["imports"]
    case .stepsAscend, .announcedBeforeStart, .periodNameIsFree: []
    case .needsPeriods, .periodsAreApart: ["periods"]
    case .worldHasRegion, .flowIsStatedOnce, .flowIsStated, .fallsOnAFlow, .lagWithoutWorld: ["world"]
    case .growthNeedsBaseYear: ["baseYear"]
    case .frontLoadingWithinFlow: ["exports", "measures", "periods", "parameters"]
    case .oneReplacement: ["exports", "markets", "measures", "periods"]
    case .exclusiveGroupIsClear, .oneShareOfAPart: ["measures"]
    case .oneShareOfAPrefix, .sharesOfMeasuresWithinLine: ["exports", "imports", "markets", "measures", "parameters"]
    case .oneBasisPerLine: ["commitments"]
    case .scaleOfShareOnly, .cutWithinOne: ["tariffCuts", "barrierCuts", "parameters"]
    case .atLeastOne, .positiveBaseValue, .finiteOutcome, .correlationInRange, .oneDependence, .matrixSize,
      .matrixIsSymmetric,
      .matrixHasUnitDiagonal, .matrixWithinOne, .matrixIsPositiveSemidefinite, .matrixNotExamined, .loadingsWithinOne,
      .distinctStreams:
      nil
    }
  }

  /// Where the names of a kind are given.
  private static func section(of kind: String) -> String? {
    switch kind {
    case "parameter": "parameters"
    case "origin", "nest": "markets"
    case "import line": "imports"
    case "measure": "measures"
    case "table of exemptions": "exemptions"
    case "tariff cut": "tariffCuts"
    case "barrier cut": "barrierCuts"
    case "commitment": "commitments"
    case "world tariff": "worldTariffs"
    case "region": "world"
    case "period": "periods"
    case "quota": "quotas"
    case "group": "exports"
    default: nil
    }
  }
}
