import TariffModel

extension ModelRule {
  /// One of every rule but those of matrices that are not positive semidefinite, which have tests of their own.
  static let samples: [ModelRule] = [
    .range(.nonNegative), .range(.positive), .range(.share), .range(.positiveShare), .range(.aboveMinusOne), .range(.atLeastOne),
    .range(.any), .knownName(kind: "measure", nearest: "x"), .parameterOfParameter, .atLeastOne("x"), .groupNameIsFree,
    .positiveBaseValue, .matchesALine, .prefixMatchesALine(nearest: "6302"), .finerPrefixHasShare(line: "x"),
    .coarsePrefixHasNoShare,
    .prefixInOneList, .sharesWithinLine(line: "x"), .finerPrefixesAreApart(other: "x"), .finiteOutcome("x"),
    .oneReplacement(scenario: "x", line: "x", other: "x"), .exclusiveGroupIsClear(group: "x", other: "x"),
    .oneBasisPerLine(line: "x", other: "x"), .ratioNeedsImportLine, .onlyWithoutImportLine, .datesInOrder, .scaleOfShareOnly,
    .cutWithinOne, .correlationInRange(members: 3), .oneDependence(other: "x"), .matrixSize(members: 1),
    .oneShareOfAPart(part: "x", other: "x"), .oneShareOfAPrefix(scenario: "x", other: "x"),
    .sharesOfMeasuresWithinLine(scenario: "x", line: "x", other: "x"),
    .matrixIsSymmetric(row: 1, column: 1), .matrixHasUnitDiagonal(row: 1), .matrixWithinOne(row: 1, column: 1, value: 2),
    .loadingsWithinOne(sum: 2), .belongsToAMarket, .somethingFixesThePrice, .marketIsWorthSomething, .homeSellsByLines,
    .originNameIsFree,
    .noDutyOnOwnProduction, .oneNest(other: "x"), .belongsToANest(market: "x"), .oneMovingTariff(scenario: "x", others: "x"),
    .rateForAllGoods(origin: "x", code: nil, others: 1), .rateNotFinerThanGoods(origin: "x", code: "x"), .oneNumberPerPath,
    .needsPeriods, .growthNeedsBaseYear, .stepsAscend, .announcedBeforeStart, .lagNeedsAverageResponse, .lagWithoutWorld,
    .flowForecastNeedsForecast, .growthTwice(other: "x"), .range(.belowOne), .range(.belowTwo), .quotaWithoutLag(line: "x"),
    .frontLoadingWithinFlow(scenario: "x", line: "x", other: "x"), .periodsAreApart(other: "x"),
    .periodNameIsFree,
    .quotaRatesAscend, .quotaCoversLinesWhole(line: "x"), .quotaLineReactsToOwnPrice(line: "x"), .quotaNeedsAverageResponse,
    .oneQuota(scenario: "x", line: "x", other: "x"), .quotaWithoutFrontLoading(scenario: "x", line: "x", measure: "x"),
    .countedImportsHaveALine(commitment: "x"), .periodsAdjoin(other: "x"), .supplierSharesSumToOne(sum: 2),
    .jobsForEveryLine(group: nil), .nameIsFree, .worldHasRegion, .flowIsStatedOnce,
    .flowIsStated, .fallsOnAFlow, .distinctStreams(other: "x"),
  ]

  /// A case that this does not know wants a sample above, and a row in `AdviceCase` where it has advice.
  private var isSampled: Bool {
    switch self {
    case .range, .knownName, .parameterOfParameter, .atLeastOne, .groupNameIsFree, .positiveBaseValue, .matchesALine,
      .prefixMatchesALine, .finerPrefixHasShare, .coarsePrefixHasNoShare, .prefixInOneList, .sharesWithinLine,
      .finerPrefixesAreApart, .finiteOutcome, .oneReplacement, .exclusiveGroupIsClear, .oneBasisPerLine, .ratioNeedsImportLine,
      .onlyWithoutImportLine, .datesInOrder, .scaleOfShareOnly, .cutWithinOne, .correlationInRange, .oneDependence, .matrixSize,
      .matrixIsSymmetric, .matrixHasUnitDiagonal, .matrixWithinOne, .matrixIsPositiveSemidefinite, .matrixNotExamined,
      .oneShareOfAPart, .oneShareOfAPrefix, .sharesOfMeasuresWithinLine,
      .loadingsWithinOne, .belongsToAMarket, .somethingFixesThePrice, .marketIsWorthSomething, .homeSellsByLines,
      .originNameIsFree, .noDutyOnOwnProduction, .oneNest,
      .belongsToANest, .oneMovingTariff, .rateForAllGoods, .rateNotFinerThanGoods, .oneNumberPerPath, .needsPeriods,
      .growthNeedsBaseYear, .stepsAscend, .announcedBeforeStart, .lagNeedsAverageResponse, .lagWithoutWorld, .quotaWithoutLag,
      .flowForecastNeedsForecast, .growthTwice,
      .frontLoadingWithinFlow, .periodsAreApart, .periodNameIsFree,
      .quotaRatesAscend, .quotaCoversLinesWhole, .quotaLineReactsToOwnPrice, .quotaNeedsAverageResponse, .oneQuota,
      .quotaWithoutFrontLoading, .countedImportsHaveALine, .periodsAdjoin, .supplierSharesSumToOne, .jobsForEveryLine,
      .nameIsFree, .worldHasRegion, .flowIsStatedOnce,
      .flowIsStated, .fallsOnAFlow, .distinctStreams:
      true
    }
  }
}
