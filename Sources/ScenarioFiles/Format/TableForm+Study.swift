internal import Sampling
internal import TariffModel

extension TableForm {
  /// `[[run.thresholds]]`.
  static let threshold = TableForm(
    "threshold", "A value whose exceedance probability is reported.",
    [
      KeyForm("outcome", .choice(Outcome.allCases.map(\.rawValue)), required: true, "The outcome."),
      KeyForm("value", .plainNumber, required: true, "The value, in the outcome's unit."),
    ])

  /// `[run]`.
  static let run = TableForm(
    "run", "How a run is made where the command line does not say.",
    [
      KeyForm("draws", .integer(from: 1), "Number of draws; 100,000 where absent, or the next that the design admits."),
      KeyForm(
        "design", .choice(Design.names), "How the draws are laid out; random where absent, else replicates of a set of points."),
      KeyForm(
        "replicates", .integer(from: Int64(Design.replicateRange.lowerBound)),
        "Independent randomisations of a design of points, at most \(Design.replicateRange.upperBound); "
          + "\(Design.usualReplicates) where absent. Draws are a power of two times as many."),
      KeyForm(
        "rotate", .boolean,
        "Whether the first dimensions of a design go to the directions that outcomes vary with most; true under sobol, lattice and latin "
          + "where absent."),
      KeyForm(
        "smooth", .boolean,
        "Whether outcomes are averaged in closed form over the number that they are linear in and vary with most; true under sobol, "
          + "lattice and latin where absent."),
      KeyForm("seed", .seed, "Seed of every random stream; 1 where absent, and 0 is a seed."),
      KeyForm("percentiles", .list(ListForm(.plainNumber)), "Percentiles to report, from 0 to 100."),
      KeyForm("shortfallPercent", .plainNumber, "Tail of the expected shortfall, in percent from above 0 to 50; 5 where absent."),
      KeyForm("thresholds", .list(ListForm(.table(threshold))), "Values whose exceedance probabilities are reported."),
      KeyForm(
        "conditions", .list(ListForm(.text)),
        "Conditions whose probabilities are reported, as in balance < 2000 and imports > 3000, or A given B."),
      KeyForm(
        "outcomes", .list(ListForm(.choice(Outcome.allCases.map(\.rawValue)))), "Outcomes to report; all where absent."),
      KeyForm("groups", .list(ListForm(.text)), "Parts to report, as the column group has them; all where absent."),
      KeyForm("periods", .list(ListForm(.text)), "Periods to report, all being their sum; every one where absent."),
    ])

  /// `[parameters.NAME]`.
  static let parameter = TableForm(
    "parameter", "A number that is drawn once and shared by all places that name it.",
    [
      KeyForm("value", .number(.plain), required: true, "The number; not another parameter."),
      KeyForm("source", .text, "Where the number comes from."),
      KeyForm("judgement", .boolean, "True where it is the author's judgement."),
      KeyForm("asOf", .date, KeyForm.asOfSummary),
      KeyForm("note", .text, KeyForm.noteSummary),
    ])

  /// `[[periods]]`.
  static let period = TableForm(
    "period", "A span of time whose outcomes are reported.",
    [
      KeyForm("name", .name, required: true, "Unique name."),
      KeyForm("start", .date, required: true, "First day, inclusive."),
      KeyForm("end", .date, required: true, "Last day, inclusive."),
      KeyForm("share", .number(.share), "Share of a year's flow that falls into the period; days over 365 where absent."),
    ])

  /// `[seasonal]`.
  static let seasonal = TableForm(
    "seasonal", "How a year's flows spread over its months: 12 shares from January to December that sum to 1.",
    [
      KeyForm(
        "default", .list(ListForm(.plainNumber)), "Of all lines and suppliers that no group has; days over 365 where absent."),
      KeyForm("groups", .named(ListForm(.list(ListForm(.plainNumber)))), "By group of lines."),
    ])

  /// `[[dependence]]`.
  static let dependence = TableForm(
    "dependence", "Dependence between uncertain numbers, a Gaussian copula.",
    exactlyOne: ["correlation", "matrix", "matrixTable", "loadings"],
    [
      KeyForm("name", .name, required: true, "Unique name."),
      KeyForm("members", .list(ListForm(.text)), "Paths of uncertain numbers; * stands for any part of one component."),
      KeyForm("correlation", .plainNumber, "Correlation of every two members."),
      KeyForm("matrix", .list(ListForm(.list(ListForm(.plainNumber)))), "Correlation matrix in the order of the members."),
      KeyForm("matrixTable", .text, "File with the rows of the matrix, without a header."),
      KeyForm("loadings", .text, "File with the header member, then factors; one row for each member."),
    ])

  private static func uses(_ what: String) -> KeyForm {
    KeyForm(
      what, .either([.list(ListForm(.text)), .named(ListForm(.number(.plain)))]),
      "Names of \(what), or a table of names and scales.")
  }

  /// `[[scenarios]]`.
  static let scenario = TableForm(
    "scenario", "A policy package that is compared with the others on the same draws.",
    [
      KeyForm("name", .name, required: true, "Unique name."),
      KeyForm("summary", .text, "What it is, in words."),
      uses("measures"), uses("tariffCuts"), uses("barrierCuts"), uses("commitments"), uses("quotas"), uses("worldTariffs"),
    ])

  /// `[[comparisons]]`.
  static let comparison = TableForm(
    "comparison", "Scenarios that every run compares draw by draw, in comparisons.csv.",
    [
      KeyForm("scenarios", .list(ListForm(.text)), "Names of scenarios, in order; all where absent."),
      KeyForm("against", .text, "The scenario that the others are compared with; the first where absent."),
      KeyForm("outcomes", .list(ListForm(.choice(Outcome.allCases.map(\.rawValue)))), "Outcomes to compare; all where absent."),
      KeyForm(
        "better", .named(ListForm(.choice(Direction.allCases.map(\.rawValue)))),
        "Which way outcomes are better, where that is not the usual one."),
      KeyForm("parts", .boolean, "Whether groups, origins and other parts are compared too; false where absent."),
    ])

  /// `[jobs]`.
  static let jobs = TableForm(
    "jobs", "Jobs for each USD m a year of home's exports.",
    [
      KeyForm(
        "default", .number(.plain),
        "Of every group that is not named, and of the lines without a group; a distribution is drawn for each."),
      KeyForm("groups", .named(ListForm(.number(.plain))), "By group of export lines."),
    ])

  /// `[gdp]`.
  static let gdp = TableForm(
    "gdp", "Gross domestic products, USD m a year.",
    [
      KeyForm("home", .number(.amount), required: true, "Of home."),
      KeyForm("partner", .number(.amount), "Of the partner."),
    ])

  private static let version = KeyForm("schemaVersion", .integer(from: 1), required: true, "Version of this format: 1.")
  private static let include = KeyForm(
    "include", .list(ListForm(.text)),
    "Paths of files with measures, the tables of exemptions and the parameters they name, relative to this file; no name may stand "
      + "in two of them.")
  private static let parameters = KeyForm(
    "parameters", .named(ListForm(.table(parameter))), "Named numbers, each drawn once.")
  private static let measures = KeyForm("measures", .list(ListForm(.table(measure))), "The partner's tariff, layer by layer.")
  private static let exemptions = KeyForm(
    "exemptions", .list(ListForm(.table(exemptionTable))), "Tables of goods that measures do not fall on.")

  /// A file that others include.
  static let included = TableForm(
    "included", "Measures of a country for all scenarios that include the file.",
    [
      version,
      KeyForm("title", .text, "What the file has."),
      KeyForm("summary", .text, "More of it."),
      include, parameters, exemptions, measures,
    ])

  /// The whole file.
  static let study = TableForm(
    "study", "A study of tariffs between two countries.",
    [
      version,
      KeyForm("title", .text, required: true, "Title of every report."),
      include,
      KeyForm("summary", .text, "What the study is about."),
      KeyForm("home", .text, required: true, "The exporter whose revenue is asked for."),
      KeyForm("partner", .text, required: true, "The country that sets the tariff."),
      KeyForm("horizon", .text, "What the elasticities stand for, as in first year."),
      KeyForm("periodResponse", .choice(PeriodResponse.allCases.map(\.rawValue)), "What is averaged over a period."),
      KeyForm(
        "orderLag", .number(.plain),
        "Days between order and arrival of goods where a line or market does not say; 0 where absent."),
      KeyForm("adjustmentHalfLife", .number(.plain), halfLifeSummary),
      KeyForm("baseYear", .integer(from: 1900), "Year of the base values; growth counts from its middle."),
      KeyForm(
        "runningTotals", .boolean, "Whether sums from the first period to each later one are reported; false where absent."),
      KeyForm("cifFactor", .number(.plain), "Home's duty is levied on c.i.f. values: customs value times this; 1 where absent."),
      KeyForm("run", .table(run), "How a run is made."),
      KeyForm("sweep", .table(sweep), "What a sweep computes."),
      parameters,
      KeyForm("forecast", .table(forecast), "Forecasts beside the effects; none where absent."),
      KeyForm("exports", .table(exports), "Home's exports."),
      KeyForm("imports", .table(imports), "Home's imports."),
      KeyForm("markets", .table(markets), "The partner's markets in which lines and rivals compete."),
      KeyForm("world", .table(world), "Regions that trade one good among themselves."),
      KeyForm("worldTariffs", .list(ListForm(.table(worldTariff))), "Changes of tariffs in the world."),
      measures, exemptions,
      KeyForm("tariffCuts", .list(ListForm(.table(tariffCut))), "Changes of home's own tariff."),
      KeyForm("barrierCuts", .list(ListForm(.table(barrierCut))), "Removals of home's barriers."),
      KeyForm("commitments", .list(ListForm(.table(commitment))), "Promises to buy."),
      KeyForm("quotas", .list(ListForm(.table(quota))), "Tariff-rate quotas of the partner."),
      KeyForm("jobs", .table(jobs), "Jobs that exports sustain."),
      KeyForm("gdp", .table(gdp), "Gross domestic products, of which changes are shares."),
      KeyForm(
        "periods", .either([.list(ListForm(.table(period))), .text]),
        "Periods, or a span cut into months, quarters or years, as in 2025-01..2026-12 monthly; one year in which every measure acts "
          + "where absent."),
      KeyForm("seasonal", .table(seasonal), "How a year's flows spread over its months."),
      KeyForm("dependence", .list(ListForm(.table(dependence))), "Dependence between uncertain numbers."),
      KeyForm("scenarios", .list(ListForm(.table(scenario))), "Policy packages."),
      KeyForm("comparisons", .list(ListForm(.table(comparison))), "Scenarios that are compared in every run."),
    ])
}
