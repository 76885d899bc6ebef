/// What a reader should know beside the numbers.
package struct ModelNote: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// A measure falls on every origin, yet no line has rivals: the own-price answer overstates the loss.
    case ownPriceUnderUniversalTariff(measure: String)
    /// The same of a study in which some lines only have no rivals.
    case someOwnPriceUnderUniversalTariff(measure: String, lines: Int)
    /// Import lines without a stated additionality take 1: the effect on the total balance is an upper bound.
    case importAdditionalityAssumed(lines: Int)
    /// Duty is levied on customs value because no c.i.f. factor is stated.
    case cifFactorAssumed
    /// Lines redirect exports and let the exporter's price give way, which may already stand for the outside market.
    case redirectionWithFiniteSupply(lines: Int)
    /// Measures or cuts have dates, but no period is stated: all of them act all the time.
    case datesWithoutPeriods
    /// A measure or a cut has dates outside all periods.
    case neverActs(name: String)
    /// Two periods share days: no sum over all periods is reported.
    case overlappingPeriods(first: String, second: String)
    /// An announced measure starts where there is no day before it, so that nothing can come earlier.
    case nothingBroughtForward(measure: String)
    /// Lines or markets draw a lag each from one distribution, so that it averages out over them.
    case lagDrawnForEach(path: String, others: Int)
    /// Lines or markets draw a number each from one distribution, so that it averages out in totals.
    case numbersDrawnForEach(path: String, others: Int)
    /// Parameters that no number names.
    case parametersUnused([String])
    /// Forecasts have growth or noise of exports and none of imports.
    case importsForecastStill
    /// An earned quota does not say what counted before the first period: nothing, for so many days.
    case purchasesBeforeAssumed(quota: String, days: Int)
    /// Two scenarios state the same distribution separately: they are drawn independently.
    case sameDistributionInScenarios(first: String, second: String)
    /// Outcomes lack a moment, and with it statistics, on account of inputs.
    case momentsMissing(MissingMoment, paths: [String], cause: MissingMoment.Cause)
    /// Standard errors that one draw carries are not told.
    case errorsWithheld(WithheldErrors)
    /// Names that are read as others of the same country.
    case otherNames([OtherName])
    /// A name that is in no list of countries and nearly that of one.
    case nearCountry(name: String, country: String)
    /// A measure's table of rates has rows that no goods meet.
    case rowsWithoutGoods(UnmetRows)
    /// A table of exemptions has rows that no goods meet.
    case exemptionsWithoutGoods(UnmetExemptions)
    /// Measures of included files that scenarios name fall on no goods of the study.
    case includedMeasuresWithoutGoods([String])
    /// A table of others was read as one of the study.
    case mappedTable(MappedTable)
    /// A figure is beyond all that is known of its kind.
    case magnitude(Magnitude)
    /// Percentiles are in percent, and all that are asked for lie in the lowest.
    case percentilesAsFractions([Double])
    /// A line sells what all others of its table sell together.
    case lineIsSumOfOthers(path: String)
    /// A measure names countries of which the study has no trade.
    case strangersNamed(in: String, [String], fallsOnNothing: Bool)
    /// Codes of a list that no goods of the study have, the first of them, of so many in the list.
    case codesWithoutGoods(list: String, [String], unmet: Int, of: Int)
    /// A nest names countries of which the study has no trade.
    case strangersInNest(String, [String])
    /// Two yes/no numbers have another correlation than the normals behind them, and so have other pairs.
    case correlationOfSwitches(first: String, second: String, stated: Double, actual: Double, others: Int)
    /// A number is so large that its unit is in doubt; the value is the median of its magnitude.
    case unusualSize(path: String, value: Double, UnusualSize)
    /// Measures that earlier versions stacked otherwise, one of each kind.
    case stackedByParts([StackChange])
  }

  /// Where layers that fall on parts of the value give another duty than rates that were multiplied by shares.
  package struct StackChange: Hashable, Sendable {
    package enum Kind: Hashable, Sendable, CaseIterable {
      /// An all-in rate beside another layer: it topped the sum up.
      case floorBesideOthers
      /// A share of a layer that does not add: it scaled the rate.
      case shareOfValue
      /// A rate that may be 0 ahead of others of an exclusive group: it kept them away.
      case zeroRate
    }

    package var kind: Kind
    /// The first measure of the kind.
    package var measure: String

    package init(_ kind: Kind, measure: String) {
      self.kind = kind
      self.measure = measure
    }
  }

  /// The scenario it stands beside, or nothing for the whole study.
  package var scenario: String?
  package var subject: Subject

  package init(scenario: String?, subject: Subject) {
    self.scenario = scenario
    self.subject = subject
  }
}

extension ModelNote.Subject {
  /// The kind of note, whatever it is about.
  package var kind: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }
}
