/// What a scenario file means: base data, uncertainty, and the policy scenarios that are compared on the same draws.
package struct Study: Sendable {
  package var title: String
  package var summary: String?
  /// The exporter whose revenue is asked for.
  package var home: String
  /// The country that sets the tariff.
  package var partner: String
  /// The horizon that the elasticities stand for, in the user's words, as in "first year".
  package var horizon: String?
  package var exports: [ExportLine]
  package var imports: [ImportLine]
  /// The partner's markets in which lines and rivals compete; none where every line reacts to its own price.
  package var markets: [Market]
  /// Who sells in them besides home's lines.
  package var suppliers: [Supplier]
  package var nests: [Nest]
  /// Regions that trade one good among themselves, beside the bilateral trade or in its place.
  package var world: TradeWorld?
  package var worldTariffs: [WorldTariff]
  package var measures: [TariffMeasure]
  /// Lists of exempt goods that measures name.
  package var exemptionTables: [ExemptionTable]
  package var tariffCuts: [TariffCut]
  package var barrierCuts: [BarrierCut]
  package var commitments: [PurchaseCommitment]
  package var quotas: [TariffQuota]
  /// Quotas whose volume home's purchases earn.
  package var earnedQuotas: [EarnedQuota]
  /// Nothing where jobs are not asked for.
  package var jobs: JobIntensities?
  /// Nothing where shares of it are not asked for.
  package var gdp: GrossDomesticProducts?
  /// Named numbers, drawn once: `parameters/<name>`.
  package var parameters: [String: Quantity]
  package var dependence: [Dependence]
  package var scenarios: [PolicyScenario]
  /// What a run tells of scenarios beside each other.
  package var comparisons: [ScenarioComparison]
  /// Empty means one year in which every measure acts.
  package var periods: [Period]
  package var periodResponse: PeriodResponse
  /// What makes forecasts out of effects; nothing where none are asked for.
  package var forecast: Forecast?
  /// Whether the outcomes of each origin are reported market by market too.
  package var reportsMarkets: Bool
  /// How long before they arrive goods are ordered, where lines and markets do not say; nothing means on the same day.
  package var lag: OrderLag?
  /// How a year's flows spread over its months; nothing where days count alike.
  package var seasonality: Seasonality?
  /// The year of the base values, from whose middle they grow.
  package var baseYear: Int?
  /// Whether sums from the first period to each later one are reported besides the periods.
  package var reportsRunningTotals: Bool
  /// Factor from customs value to the value that home levies duty on, cost, insurance and freight included; nothing means 1.
  package var cifFactor: Quantity?
  /// What a reader should know of the files that it was read from, beside the numbers.
  package var inputNotes: [ModelNote]

  package init(title: String, home: String, partner: String) {
    self.title = title
    self.home = home
    self.partner = partner
    exports = []
    imports = []
    markets = []
    suppliers = []
    nests = []
    worldTariffs = []
    measures = []
    exemptionTables = []
    comparisons = []
    tariffCuts = []
    barrierCuts = []
    commitments = []
    quotas = []
    earnedQuotas = []
    parameters = [:]
    dependence = []
    scenarios = []
    periods = []
    periodResponse = .averageResponse
    reportsRunningTotals = false
    reportsMarkets = false
    inputNotes = []
  }
}

/// A span of time whose outcomes are reported.
package struct Period: Hashable, Sendable {
  package var name: String
  /// First and last day, both inclusive.
  package var start: CivilDate
  package var end: CivilDate
  /// Share of a year's flow that falls into the period; nothing means days ÷ 365.
  package var seasonalShare: Quantity?

  package init(name: String, start: CivilDate, end: CivilDate, seasonalShare: Quantity? = nil) {
    self.name = name
    self.start = start
    self.end = end
    self.seasonalShare = seasonalShare
  }
}

/// What is averaged over the segments of a period.
package enum PeriodResponse: String, Hashable, Sendable, CaseIterable {
  /// The responses, so that a year is the sum of its quarters.
  case averageResponse
  /// The rates, for elasticities estimated on annual averages.
  case averageRate
}

/// One policy package: measures, cuts, commitments and quotas of the study, each with a scale.
package struct PolicyScenario: Hashable, Sendable {
  /// Something of the study, named, times a scale.
  package struct Use: Hashable, Sendable {
    package var name: String
    /// Nothing means 1.
    package var scale: Quantity?

    package init(_ name: String, scale: Quantity? = nil) {
      self.name = name
      self.scale = scale
    }
  }

  package var name: String
  package var summary: String?
  package var measures: [Use]
  package var tariffCuts: [Use]
  package var barrierCuts: [Use]
  package var commitments: [Use]
  /// The scale multiplies the quantity.
  package var quotas: [Use]
  package var worldTariffs: [Use]

  package init(
    name: String, summary: String? = nil, measures: [Use] = [], tariffCuts: [Use] = [], barrierCuts: [Use] = [],
    commitments: [Use] = [], quotas: [Use] = [], worldTariffs: [Use] = []
  ) {
    self.name = name
    self.summary = summary
    self.measures = measures
    self.tariffCuts = tariffCuts
    self.barrierCuts = barrierCuts
    self.commitments = commitments
    self.quotas = quotas
    self.worldTariffs = worldTariffs
  }
}

/// Dependence between uncertain numbers: a Gaussian copula on the Gaussian scale.
///
/// Members are paths of distributions.
package struct Dependence: Hashable, Sendable {
  package enum Structure: Hashable, Sendable {
    /// One common factor with loading √r, 0 ≤ r < 1.
    case group(correlation: Double)
    /// A correlation matrix, row by row, in the order of the members.
    case matrix([[Double]])
    /// A row of factor loadings per member, with Σλ² ≤ 1; the rest is the member's own.
    case loadings(factors: [String], rows: [[Double]])
  }

  package var name: String
  package var members: [String]
  package var structure: Structure

  package init(name: String, members: [String], structure: Structure) {
    self.name = name
    self.members = members
    self.structure = structure
  }
}
