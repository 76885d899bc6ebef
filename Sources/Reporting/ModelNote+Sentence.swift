package import TariffModel

extension ModelNote {
  /// The note in words, one sentence without the scenario's name.
  package var sentence: String {
    switch subject {
    case .ownPriceUnderUniversalTariff(let measure):
      "'\(measure)' falls on every origin, and the lines here react to their own price only: rivals pay too, "
        + "so the loss is overstated."
    case .someOwnPriceUnderUniversalTariff(let measure, let lines):
      "'\(measure)' falls on every origin, and \(NumberText.count(lines)) export "
        + "\(lines == 1 ? "line reacts to its" : "lines react to their") own price only: rivals pay too, so the loss there is "
        + "overstated."
    case .importAdditionalityAssumed(let lines):
      "\(NumberText.count(lines)) import \(lines == 1 ? "line states" : "lines state") no additionality and "
        + "\(lines == 1 ? "takes" : "take") 1: the effect on the total balance is an upper bound."
    case .cifFactorAssumed:
      "No c.i.f. factor is stated: home's duty is levied on the customs value."
    case .redirectionWithFiniteSupply(let lines):
      "\(NumberText.count(lines)) export \(lines == 1 ? "line redirects" : "lines redirect") lost sales and "
        + "\(lines == 1 ? "lets" : "let") the exporter's price give way: a supply elasticity, or a pass-through under 1 that implies "
        + "one, already stands for the outside market, so part of the recovery may be counted twice."
    case .datesWithoutPeriods:
      "Measures or cuts have dates, but no [[periods]] are stated: all of them act all the time."
    case .neverActs(let name):
      "'\(name)' acts in no period: its dates lie outside all of them."
    case .overlappingPeriods(let first, let second):
      "Periods '\(first)' and '\(second)' share days: each period stands for itself, and there is no sum over all."
    case .nothingBroughtForward(let measure):
      "'\(measure)' has a frontLoading but no day before its start in the periods: nothing is brought forward."
    case .lagDrawnForEach(let path, let others):
      "'\(path)' and \(NumberText.count(others)) more are drawn each by itself from one distribution, so that the lag averages out over "
        + "them: name a parameter, which is drawn once for all."
    case .numbersDrawnForEach(let path, let others):
      "'\(path)' and \(NumberText.count(others)) more are drawn each by itself from one distribution, so that totals average them out and "
        + "their intervals narrow with the number of lines: where what is uncertain is common to them, name a parameter, which is drawn "
        + "once for all, or state [[dependence]]."
    case .parametersUnused(let names):
      "\(TextLayout.list(names.map { "'parameters/\($0)'" })) \(names.count == 1 ? "is" : "are") named by no number: nothing depends on "
        + "\(names.count == 1 ? "it" : "them")."
    case .importsForecastStill:
      "Imports are forecast without growth and noise: what forecast_balance says of them is an effect. State importGrowth and importNoise "
        + "under [forecast]."
    case .purchasesBeforeAssumed(let quota, let days):
      "Quota '\(quota)' states no 'before': nothing counts that was bought before the first period, so that its first "
        + "\(NumberText.count(days)) \(days == 1 ? "day earns" : "days earn") no volume."
    case .sameDistributionInScenarios(let first, let second):
      "'\(first)' and '\(second)' state the same distribution separately and are drawn independently; "
        + "a shared parameter would give both the same draw."
    case .errorsWithheld(let errors): errors.sentence
    case .momentsMissing(let moment, let paths, let cause):
      Self.missing(moment, paths, cause)
    case .otherNames(let names): Self.otherNames(names)
    case .nearCountry(let name, let country):
      "'\(name)' is in no list of countries; did you mean \"\(country)\"?"
    case .rowsWithoutGoods(let rows): Self.rowsWithoutGoods(rows)
    case .exemptionsWithoutGoods(let rows): Self.exemptionsWithoutGoods(rows)
    case .mappedTable(let table): Self.mappedTable(table)
    case .includedMeasuresWithoutGoods(let names): Self.includedMeasuresWithoutGoods(names)
    case .magnitude(let magnitude): magnitude.sentence
    case .percentilesAsFractions(let percentiles):
      "The percentiles \(TextLayout.list(percentiles.map(NumberText.short))) are in percent, below all but a hundredth of the draws: for "
        + "those of fractions write \(TextLayout.list(percentiles.map { NumberText.short(100 * $0) }))."
    case .lineIsSumOfOthers(let path):
      "'\(path)' is worth what all other lines are together: if it is their total, leave its row out."
    case .strangersNamed(let measure, let names, let fallsOnNothing):
      "'\(measure)' names \(TextLayout.list(names.map { "'\($0)'" })), of which the study has no trade: it falls on "
        + (fallsOnNothing ? "nothing." : "the others alone.")
    case .codesWithoutGoods(let list, let codes, let unmet, let all):
      "'\(list)': \(NumberText.count(unmet)) of \(NumberText.count(all)) codes \(unmet == 1 ? "meets" : "meet") no goods of the study\(unmet > codes.count ? ", such as" : ":") "
        + "\(TextLayout.list(codes))."
    case .strangersInNest(let nest, let names):
      "Nest '\(nest)' names \(TextLayout.list(names.map { "'\($0)'" })), of which the study has no trade."
    case .correlationOfSwitches(let first, let second, let stated, let actual, let others):
      "'\(first)' and '\(second)' take two values each: the correlation of \(NumberText.short(stated)) that is stated of the normals "
        + "behind them is one of \(NumberText.short(actual)) between them"
        + (others == 0
          ? "." : ", and \(NumberText.count(others)) more \(others == 1 ? "pair moves" : "pairs move") towards 0 likewise.")
    case .unusualSize(let path, let value, let size): Self.unusual(path, value, size)
    case .stackedByParts(let changes):
      changes.map(\.words).joined(separator: "; ")
        + ": versions before layers fell on parts of the value counted otherwise (article \"Changes between versions\")."
    }
  }
}

extension ModelNote.StackChange {
  fileprivate var words: String {
    switch kind {
    case .floorBesideOthers: "'\(measure)' tops up the baseline duty, and other layers come on top"
    case .shareOfValue: "'\(measure)' falls with its whole rate on its share of the value, and the rest is as it was"
    case .zeroRate: "'\(measure)' leaves its place in its exclusive group where its rate is 0"
    }
  }
}

extension ModelNote {
  fileprivate static func unusual(_ path: String, _ value: Double, _ size: UnusualSize) -> String {
    switch size {
    case .rate: "'\(path)' is \(NumberText.figure(100 * value)) %: rates above 1,000 % are seldom meant."
    case .money:
      "'\(path)' is \(NumberText.figure(value)), which is more than all goods that the world trades in a year: it is in million USD."
    case .elasticity: "'\(path)' is \(NumberText.figure(value)): elasticities above 1,000 are seldom meant."
    case .growth:
      "'\(path)' is \(NumberText.figure(100 * value)) % a year: a trade that more than doubles every year is seldom meant."
    case .number: "'\(path)' is \(NumberText.figure(value)): so large a number is seldom meant."
    }
  }

  fileprivate static func missing(_ moment: MissingMoment, _ paths: [String], _ cause: MissingMoment.Cause) -> String {
    let name =
      switch moment {
      case .mean: "mean"
      case .variance: "variance"
      case .third: "third moment"
      case .fourth: "fourth moment"
      case .sixth: "sixth moment"
      }
    let loss =
      switch moment {
      case .mean: "have no mean, sd, skewness or expected shortfall; their percentiles stand"
      case .variance: "have no sd and no skewness, and their mean and expected shortfalls no standard error"
      case .third: "have no skewness, and their sd no standard error"
      case .fourth: "have no standard error of their sd and skewness"
      case .sixth: "have no standard error of their skewness"
      }
    let subject = TextLayout.list(paths.map { "'\($0)'" })
    let isOne = paths.count == 1
    switch cause {
    case .ownTail:
      return "\(subject) \(isOne ? "has" : "have") no \(name): outcomes that grow with \(isOne ? "it" : "them") \(loss)."
    case .powerOfTail:
      return "\(subject) \(isOne ? "has" : "have") so heavy a tail that outcomes which grow with a power of "
        + "\(isOne ? "it" : "them") have no \(name): these \(loss)."
    case .quotient:
      return "\(subject) \(isOne ? "comes" : "come") so near to 0 that outcomes divided by \(isOne ? "it" : "them") have no "
        + "\(name): these \(loss)."
    case .exponential:
      return "\(subject) \(isOne ? "has" : "have") no upper end, and outcomes that grow exponentially with "
        + "\(isOne ? "it" : "them") have no \(name): these \(loss)."
    }
  }
}

extension ModelNote.WithheldErrors {
  fileprivate var sentence: String {
    let kinds = [
      (means, "mean", "means"), (standardDeviations, "standard deviation", "standard deviations"),
      (skewnesses, "skewness", "skewnesses"), (shortfalls, "expected shortfall", "expected shortfalls"),
    ]
    let list = kinds.filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.0 == 1 ? $0.1 : $0.2)" }
    let isOne = means + standardDeviations + skewnesses + shortfalls == 1
    return
      "The standard \(isOne ? "error" : "errors") of \(TextLayout.list(list)) \(isOne ? "is" : "are") left blank: a few draws make up "
      + "too much of what \(isOne ? "it rests" : "they rest") on. Take more draws, or read the percentiles."
  }
}
