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
      KeyForm("draws", .integer(from: 1), "Number of draws; 100,000 where absent."),
      KeyForm("seed", .seed, "Seed of every random stream; 1 where absent, and 0 is a seed."),
      KeyForm("percentiles", .list(ListForm(.plainNumber)), "Percentiles to report, from 0 to 100."),
      KeyForm("shortfallPercent", .plainNumber, "Tail of the expected shortfall, in percent from above 0 to 50; 5 where absent."),
      KeyForm("thresholds", .list(ListForm(.table(threshold))), "Values whose exceedance probabilities are reported."),
    ])

  /// `[parameters.NAME]`.
  static let parameter = TableForm(
    "parameter", "A number that is drawn once and shared by all places that name it.",
    [
      KeyForm("value", .number(.plain), required: true, "The number; not another parameter."),
      KeyForm("source", .text, "Where the number comes from."),
      KeyForm("judgement", .boolean, "True where it is the author's judgement."),
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

  /// The whole file.
  static let study = TableForm(
    "study", "A study of tariffs between two countries.",
    [
      KeyForm("schemaVersion", .integer(from: 1), required: true, "Version of this format: 1."),
      KeyForm("title", .text, required: true, "Title of every report."),
      KeyForm("summary", .text, "What the study is about."),
      KeyForm("home", .text, required: true, "The exporter whose revenue is asked for."),
      KeyForm("partner", .text, required: true, "The country that sets the tariff."),
      KeyForm("horizon", .text, "What the elasticities stand for, as in first year."),
      KeyForm("periodResponse", .choice(PeriodResponse.allCases.map(\.rawValue)), "What is averaged over a period."),
      KeyForm("baseYear", .integer(from: 1), "Year of the base values; growth counts from its middle."),
      KeyForm(
        "runningTotals", .boolean, "Whether sums from the first period to each later one are reported; false where absent."),
      KeyForm("cifFactor", .number(.plain), "Home's duty is levied on c.i.f. values: customs value times this; 1 where absent."),
      KeyForm("run", .table(run), "How a run is made."),
      KeyForm("parameters", .named(ListForm(.table(parameter))), "Named numbers, each drawn once."),
      KeyForm("exports", .table(exports), "Home's exports."),
      KeyForm("imports", .table(imports), "Home's imports."),
      KeyForm("markets", .table(markets), "The partner's markets in which lines and rivals compete."),
      KeyForm("world", .table(world), "Regions that trade one good among themselves."),
      KeyForm("worldTariffs", .list(ListForm(.table(worldTariff))), "Changes of tariffs in the world."),
      KeyForm("measures", .list(ListForm(.table(measure))), "The partner's tariff, layer by layer."),
      KeyForm("tariffCuts", .list(ListForm(.table(tariffCut))), "Changes of home's own tariff."),
      KeyForm("barrierCuts", .list(ListForm(.table(barrierCut))), "Removals of home's barriers."),
      KeyForm("commitments", .list(ListForm(.table(commitment))), "Promises to buy."),
      KeyForm("quotas", .list(ListForm(.table(quota))), "Tariff-rate quotas of the partner."),
      KeyForm("jobs", .table(jobs), "Jobs that exports sustain."),
      KeyForm("gdp", .table(gdp), "Gross domestic products, of which changes are shares."),
      KeyForm("periods", .list(ListForm(.table(period))), "Periods; one year in which every measure acts where absent."),
      KeyForm("dependence", .list(ListForm(.table(dependence))), "Dependence between uncertain numbers."),
      KeyForm("scenarios", .list(ListForm(.table(scenario))), "Policy packages."),
    ])
}
