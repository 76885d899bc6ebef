extension ModelRule {
  /// The rule that was broken, in one sentence without the value.
  package var statement: String {
    switch self {
    case .range(let range): "every value must lie in \(range.text)"
    case .knownName(let kind, _): "there is no such \(kind)"
    case .parameterOfParameter: "a parameter may not name another parameter"
    case .atLeastOne(let what): "at least one \(what) is needed"
    case .groupNameIsFree: "total is the name of the sum over all groups"
    case .positiveBaseValue: "the base values sum to 0, so that a change has no percentage"
    case .matchesALine: "it covers no line"
    case .prefixMatchesALine: "no line has this prefix"
    case .finerPrefixHasShare(let line): "the prefix is longer than the code of line \(line) and would never match it whole"
    case .coarsePrefixHasNoShare: "the prefix covers lines whole, so that a share has no meaning"
    case .prefixInOneList: "the prefix stands both in covers and in exempt"
    case .sharesWithinLine(let line): "the shares of the prefixes under line \(line) can sum to more than 1"
    case .finerPrefixesAreApart(let other): "it lies inside the prefix \(other), and both are finer than a line"
    case .oneShareOfAPrefix(let scenario, let other):
      "in scenario \(scenario) it and \(other) state two shares of a line for one prefix"
    case .sharesOfMeasuresWithinLine(let scenario, let line, let other):
      "in scenario \(scenario) the shares of the prefixes under line \(line) can sum to more than 1, with that of \(other)"
    case .finiteOutcome(let outcome): "\(outcome) is not a finite number"
    case .oneReplacement(let scenario, let line, let other):
      "in scenario \(scenario) both it and \(other) replace the duty on line \(line)"
    case .exclusiveGroupIsClear(let group, let other):
      "in exclusive group \(group) it and \(other) choose differently"
    case .oneShareOfAPart(let part, let other):
      "it and \(other) name the same part \(part), and their shares of the value are not one and the same number"
    case .oneBasisPerLine(let line, let other):
      "on import line \(line) it and \(other) differ in basis or countsPolicyResponse"
    case .ratioNeedsImportLine: "the ratio of elasticities is for import lines"
    case .onlyWithoutImportLine: "it is given only where there is no import line"
    case .datesInOrder: "the first day is after the last"
    case .scaleOfShareOnly: "a scale multiplies a share; a new rate, a cap or a Swiss coefficient takes none"
    case .cutWithinOne: "cut × scale can exceed 1"
    case .correlationInRange(let members):
      members > 1
        ? "the correlation of every two of \(members) members must lie in [\(-1 / Double(members - 1)), 1)"
        : "a correlation must lie in [0, 1)"
    case .oneDependence(let other): "it is already a member of dependence \(other)"
    case .matrixSize(let members): "the matrix needs \(members) rows of \(members) numbers"
    case .matrixIsSymmetric(let row, let column): "rows and columns differ at (\(row), \(column)): the matrix must be symmetric"
    case .matrixHasUnitDiagonal(let row): "the diagonal at row \(row) must be 1"
    case .matrixWithinOne(let row, let column, let value):
      "the correlation at (\(row), \(column)) is \(significant(value, digits: 6)): it must lie from -1 to 1"
    case .matrixIsPositiveSemidefinite(let diagnosis): diagnosis.statement
    case .matrixNotExamined(let reason):
      "the matrix is not positive semidefinite, and what is nearest to it cannot be told without OpenBLAS: \(reason)"
    case .loadingsWithinOne(let sum): "the squared loadings sum to \(significant(sum, digits: 6)), more than 1"
    case .belongsToAMarket: "no market has its code or a prefix of it"
    case .somethingFixesThePrice:
      "the elasticities of demand and of supply are both 0, so that nothing fixes the exporter's price"
    case .marketIsWorthSomething: "the base values of its suppliers sum to 0, so that none has a share"
    case .homeSellsByLines: "home sells by its export lines and is no supplier"
    case .originNameIsFree: "total is the name of the sum over all origins"
    case .noDutyOnOwnProduction: "the partner levies no duty on its own production"
    case .oneNest(let other): "it is already in nest \(other)"
    case .belongsToANest(let market): "market \(market) is nested, and no nest has this origin"
    case .oneMovingTariff(let scenario, let others):
      "in scenario \(scenario) the tariffs of \(others) move, and smartForm = \"lairdYeats\" is for one"
    case .rateForAllGoods(let origin, let code, let others):
      "the table has no rate for \(origin)'s goods \(code.map { "of code \($0)" } ?? "without a code")"
        + (others == 0 ? "" : " and \(others) other \(others == 1 ? "flow" : "flows") that the measure covers")
    case .rateNotFinerThanGoods(let origin, let code):
      "the row of \(origin) is finer than its goods of code \(code) and never matches"
    case .oneNumberPerPath: "another number stands under the same path"
    case .needsPeriods: "it counts days, and the study has no periods"
    case .growthNeedsBaseYear: "nothing says which year the base value is of"
    case .flowForecastNeedsForecast: "it is part of a forecast, and the study makes none"
    case .growthTwice(let other): "the base value grows in the forecast too, by \(other)"
    case .lagNeedsAverageResponse:
      "what arrives answers the duty of the day on which it was ordered, and periodResponse takes a mean rate"
    case .lagWithoutWorld: "the study has a world, which clears at once and knows no orders"
    case .quotaWithoutLag(let line):
      "line \(line) has an order lag and a long-run elasticity, and a quota is met by orders of one elasticity"
    case .stepsAscend: "its date is not after that of the step before"
    case .announcedBeforeStart: "the announcement is not before the first day"
    case .frontLoadingWithinFlow(let scenario, let line, let other):
      "in scenario \(scenario) it and \(other) can bring forward more than line \(line) has in the period in which both start"
    case .periodsAreApart(let other):
      "it shares days with \(other), so that no period is the one before, into which goods are brought forward"
    case .periodNameIsFree: "it is the name of a sum over periods"
    case .quotaRatesAscend: "it can be below the in-quota rate"
    case .quotaCoversLinesWhole(let line): "the prefix is longer than the code of line \(line), and a quota covers lines whole"
    case .quotaLineReactsToOwnPrice(let line):
      "line \(line) competes in a market, and a quota takes lines that react to their own price"
    case .quotaNeedsAverageResponse:
      "a quota is filled in each stretch of days with one rate, and periodResponse takes a mean rate"
    case .oneQuota(let scenario, let line, let other): "in scenario \(scenario) both it and \(other) act on line \(line)"
    case .quotaWithoutFrontLoading(let scenario, let line, let measure):
      "in scenario \(scenario) measure \(measure) brings goods of line \(line) forward, and the quota does not count them"
    case .countedImportsHaveALine(let commitment):
      "commitment \(commitment) has no import line whose imports could count"
    case .periodsAdjoin(let other):
      "it does not begin on the day after \(other) ends, and what is bought or ordered between the two would count for nothing, or twice"
    case .supplierSharesSumToOne(let sum): "the shares sum to \(significant(sum, digits: 6)), not to 1"
    case .jobsForEveryLine(let group):
      group.map { "there are no jobs for group \($0)" } ?? "there are no jobs for the export lines without a group"
    case .nameIsFree: "total is the name of the sum"
    case .worldHasRegion: "a world needs at least two regions"
    case .flowIsStatedOnce: "the flow is stated twice"
    case .flowIsStated: "the flow is not stated"
    case .fallsOnAFlow: "it falls on no flow between two regions"
    case .distinctStreams(let other): "its random stream is also that of \(other)"
    }
  }

  /// What to do about it, where that is known without the value.
  package var suggestion: String? {
    switch self {
    case .range(.nonNegative), .range(.positive): "use a lognormal or truncate it with lower = 0"
    case .range(.share), .range(.positiveShare): "use a beta, or truncate it with lower = 0, upper = 1"
    case .range(.aboveMinusOne): "a year's growth takes away less than all; truncate it with lower = -0.5, say"
    case .range(.atLeastOne), .range(.any): nil
    case .knownName(_, let nearest), .prefixMatchesALine(let nearest): nearest.map { "did you mean \"\($0)\"?" }
    case .groupNameIsFree: "give the group another name"
    case .periodNameIsFree: "give the period another name"
    case .needsPeriods: "state [[periods]]"
    case .flowIsStated: "state it with value = 0 where nothing is sold"
    case .flowIsStatedOnce: "remove one of the two"
    case .growthNeedsBaseYear: "state baseYear, as in baseYear = 2024"
    case .flowForecastNeedsForecast: "state [forecast]"
    case .growthTwice: "remove one of the two: growth is in all effects, that of the forecast in forecasts alone"
    case .range(.belowOne): "truncate it with lower = 0, upper = 0.99, say"
    case .range(.belowTwo): "truncate it with lower = 0, upper = 1.9, say; 0.1 is a noise of 10 %"
    case .lagNeedsAverageResponse: "set periodResponse = \"averageResponse\""
    case .lagWithoutWorld: "remove it"
    case .quotaWithoutLag:
      "leave out its longRunElasticity, state orderLag = 0 and adjustmentHalfLife = 0 for it, or leave its code out of covers"
    case .stepsAscend: "put the steps in the order of their dates, each date once"
    case .frontLoadingWithinFlow: "lower one of the two"
    case .periodsAreApart: "state periods that do not overlap, or remove frontLoading"
    case .parameterOfParameter: "state the distribution again, or name the first parameter wherever the second stands"
    case .coarsePrefixHasNoShare: "remove the share, or use coverage"
    case .prefixInOneList, .oneDependence: "remove one of the two"
    case .oneReplacement: "keep one, or give them dates that do not overlap"
    case .finerPrefixesAreApart: "state disjoint prefixes with their own shares"
    case .finiteOutcome:
      "look for a value, elasticity or rate that is far too large, or a share or elasticity of 0 that is divided by"
    case .oneShareOfAPrefix: "state the same share in both, what is uncertain as one parameter"
    case .sharesOfMeasuresWithinLine: "make the shares smaller, or leave one of the measures out of the scenario"
    case .exclusiveGroupIsClear: "state the same choose in all members"
    case .oneShareOfAPart:
      "state the same coverage, contentRule and phaseIn in both, what is uncertain as one parameter, or give one another part"
    case .oneBasisPerLine: "state both as level or both as increment: the answer differs between the two"
    case .datesInOrder: "exchange them"
    case .matrixIsPositiveSemidefinite(let diagnosis): diagnosis.suggestion
    case .loadingsWithinOne: "divide the row by its length"
    case .somethingFixesThePrice: "state one of them above 0"
    case .homeSellsByLines: "name another country as home, or state it in [exports] with response = \"market\" instead"
    case .originNameIsFree: "give the origin another name"
    case .belongsToANest: "add it to a nest in [markets.nests]"
    case .oneMovingTariff: "use smartForm = \"linear\""
    case .rateForAllGoods: "add the row, with 0 where the rate is 0, or leave the goods out by countries, covers or exempt"
    case .rateNotFinerThanGoods: "state the rate of the whole code"
    case .oneNumberPerPath: "state the same number in both places, or perDigits in one only"
    case .quotaRatesAscend: "state rates whose ranges do not overlap, or one parameter times two constants"
    case .quotaCoversLinesWhole: "state the whole code, or split the line"
    case .quotaLineReactsToOwnPrice: "leave its code out of covers, or give the line an elasticity of its own"
    case .quotaNeedsAverageResponse: "set periodResponse = \"averageResponse\""
    case .oneQuota: "keep one, or give them dates that do not overlap"
    case .quotaWithoutFrontLoading: "remove frontLoading from the measure, or its code from the quota"
    case .countedImportsHaveALine: "set counts = \"deliveries\", or name an importLine in the commitment"
    case .periodsAdjoin: "state periods that follow one another, as in periods = \"2026-01..2027-12 quarterly\""
    case .supplierSharesSumToOne: "name the rest as one more supplier, such as Others"
    case .jobsForEveryLine(let group): group == nil ? "state default" : "state default, or the group in [jobs.groups]"
    case .nameIsFree: "give it another name"
    case .distinctStreams: "rename one of the two"
    default: nil
    }
  }
}

/// A number to a few significant digits, for a message.
func significant(_ value: Double, digits: Int) -> String {
  guard value != 0, value.isFinite else { return value == 0 ? "0" : "\(value)" }
  var exponent = 0
  var magnitude = value.magnitude
  while magnitude >= 10 {
    magnitude /= 10
    exponent += 1
  }
  while magnitude < 1 {
    magnitude *= 10
    exponent -= 1
  }
  var unit = 1.0
  for _ in 0..<abs(digits - 1 - exponent) { unit *= 10 }
  let rounded = digits - 1 - exponent >= 0 ? (value * unit).rounded() / unit : (value / unit).rounded() * unit
  return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? "\(Int64(rounded))" : "\(rounded)"
}
