/// The rules a study must keep besides those of its file format.
package enum ModelRule: Hashable, Sendable {
  /// Every value a number can take lies in its range.
  case range(NumberRange)
  /// A name refers to something the study has.
  case knownName(kind: String, nearest: String?)
  /// A parameter is a distribution or a constant, not another parameter.
  case parameterOfParameter
  /// The study has at least one of something.
  case atLeastOne(String)
  /// No group has the name of the sum over all groups.
  case groupNameIsFree
  /// The base values sum to something, so that a change has a percentage.
  case positiveBaseValue
  /// A measure or cut covers some line.
  case matchesALine
  /// A prefix is that of some line; the prefix of a line that is nearest to it.
  case prefixMatchesALine(nearest: String?)
  /// A prefix longer than the line's code states its share of the line.
  case finerPrefixHasShare(line: String)
  /// A prefix no longer than every line's code covers them whole.
  case coarsePrefixHasNoShare
  /// Of the prefixes that cover or exempt a line none stands in both lists.
  case prefixInOneList
  /// The shares of the finer prefixes of a line sum to at most 1.
  case sharesWithinLine(line: String)
  /// Of the prefixes finer than a line none lies inside another.
  case finerPrefixesAreApart(other: String)
  /// In a scenario a prefix finer than a line has one share of it, whichever measure states it.
  case oneShareOfAPrefix(scenario: String, other: String)
  /// The shares of the finer prefixes that a scenario's measures state sum to at most 1.
  case sharesOfMeasuresWithinLine(scenario: String, line: String, other: String)
  /// Every outcome is a finite number.
  case finiteOutcome(String)
  /// At most one replacing measure acts on a line at a time.
  case oneReplacement(scenario: String, line: String, other: String)
  /// The members of an exclusive group state the same choice.
  case exclusiveGroupIsClear(group: String, other: String)
  /// The layers of a part fall on the same share of the value.
  case oneShareOfAPart(part: String, other: String)
  /// The commitments of an import line have one basis and treat the policy response alike.
  case oneBasisPerLine(line: String, other: String)
  /// A ratio η/ε is for import lines, which have an ε.
  case ratioNeedsImportLine
  /// What is given only without an import line is not given with one.
  case onlyWithoutImportLine
  /// The first day is not after the last.
  case datesInOrder
  /// A scale multiplies a share; a new rate, a cap or a coefficient has none.
  case scaleOfShareOnly
  /// A cut takes away at most all.
  case cutWithinOne
  /// The correlation of every two members lies in [−1/(members − 1), 1).
  case correlationInRange(members: Int)
  /// A number has one dependence.
  case oneDependence(other: String)
  /// A matrix has a row and a column per member.
  case matrixSize(members: Int)
  case matrixIsSymmetric(row: Int, column: Int)
  case matrixHasUnitDiagonal(row: Int)
  /// A correlation lies from −1 to 1.
  case matrixWithinOne(row: Int, column: Int, value: Double)
  /// No eigenvalue of a correlation matrix is negative.
  case matrixIsPositiveSemidefinite(CorrelationDiagnosis)
  /// The same where the library that would tell how negative cannot be used.
  case matrixNotExamined(reason: String)
  /// A row of loadings has Σλ² ≤ 1.
  case loadingsWithinOne(sum: Double)
  /// The code of a line or supplier has a market.
  case belongsToAMarket
  /// The base values of a market sum to something, so that its members have shares.
  case marketIsWorthSomething
  /// Demand or supply reacts to the price, so that there is one that clears.
  case somethingFixesThePrice
  /// Home's goods are its export lines.
  case homeSellsByLines
  /// No origin has the name of the sum over all origins.
  case originNameIsFree
  /// The partner levies no duty on its own production.
  case noDutyOnOwnProduction
  /// An origin stands in one nest.
  case oneNest(other: String)
  /// Every member of a nested market has a nest.
  case belongsToANest(market: String)
  /// In a market with the diversion of Laird and Yeats one supplier's tariff moves.
  case oneMovingTariff(scenario: String, others: String)
  /// A table of rates has a row for all goods that its measure covers.
  case rateForAllGoods(origin: String, code: String?, others: Int)
  /// No row of a table of rates is finer than the goods it would fall on.
  case rateNotFinerThanGoods(origin: String, code: String)
  /// Places with one path state one number.
  case oneNumberPerPath
  /// What counts the time since a day has days to count.
  case needsPeriods
  /// Values that grow have a year from which they do.
  case growthNeedsBaseYear
  /// What a line has besides its origin's growth and noise is part of a forecast.
  case flowForecastNeedsForecast
  /// A base value grows in the baseline or in the forecast.
  case growthTwice(other: String)
  /// Each stretch of orders answers the duties of its days.
  case lagNeedsAverageResponse
  /// A world clears at once.
  case lagWithoutWorld
  /// Goods of a quota arrive on the day of their order.
  case quotaWithoutLag(line: String)
  /// The steps of a phase-in are in the order of their dates.
  case stepsAscend
  /// A measure is announced before its first day.
  case announcedBeforeStart
  /// Measures that start in one period bring forward at most what there is.
  case frontLoadingWithinFlow(scenario: String, line: String, other: String)
  /// Where goods come earlier, no day belongs to two periods.
  case periodsAreApart(other: String)
  /// No period has the name of a sum over periods.
  case periodNameIsFree
  /// Out of quota the rate is at least as high as within it.
  case quotaRatesAscend
  /// No prefix of a quota is finer than a line.
  case quotaCoversLinesWhole(line: String)
  /// The lines of a quota have own-price responses.
  case quotaLineReactsToOwnPrice(line: String)
  /// A quota is filled segment by segment.
  case quotaNeedsAverageResponse
  /// At most one quota acts on a line at a time.
  case oneQuota(scenario: String, line: String, other: String)
  /// Goods of a quota are not brought forward.
  case quotaWithoutFrontLoading(scenario: String, line: String, measure: String)
  /// Imports that count for a quota are those of an import line.
  case countedImportsHaveALine(commitment: String)
  /// Where purchases earn a quota, each period begins on the day after another one.
  case periodsAdjoin(other: String)
  /// The suppliers that a commitment displaces have all of what it displaces.
  case supplierSharesSumToOne(sum: Double)
  /// Every group of export lines has its jobs, and so have the lines without a group (no name).
  case jobsForEveryLine(group: String?)
  /// Nothing that results name has the name of the sum.
  case nameIsFree
  /// A world has at least two regions.
  case worldHasRegion
  /// A flow is stated once.
  case flowIsStatedOnce
  /// Every two regions have a flow, 0 where nothing is sold.
  case flowIsStated
  /// A world tariff falls on some flow.
  case fallsOnAFlow
  /// No two paths share a random stream.
  case distinctStreams(other: String)
}
