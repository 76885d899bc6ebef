internal import TariffModel

extension TableForm {
  /// A prefix with the share of a line's value that is under it.
  static let coveredPrefix = TableForm(
    "coveredPrefix", "A code prefix, with the share of a line's value under it where the prefix is longer than the line's code.",
    [
      KeyForm("prefix", .code, required: true, "Digits of the Harmonized System."),
      KeyForm("share", .number(.share), "Share of the line's value under the prefix."),
    ])

  private static let prefixes = ValueForm.list(ListForm(.either([.code, .table(coveredPrefix)])))
  static let start = KeyForm("start", .date, "First day, inclusive; open where absent.")
  static let end = KeyForm("end", .date, "Last day, inclusive; open where absent.")
  private static func phaseIn(_ what: String) -> KeyForm {
    KeyForm(
      "phaseIn", .list(ListForm(.table(phaseInStep))), "Steps in which \(what) comes into force; before the first nothing is.")
  }
  private static func covers(_ what: String) -> KeyForm { KeyForm("covers", prefixes, "Codes \(what); every line where absent.") }

  /// A step of a `phaseIn`.
  static let phaseInStep = TableForm(
    "phaseInStep", "From its date on a share of what is stated is in force, until the next step.",
    [
      KeyForm("date", .date, required: true, "First day of the step."),
      KeyForm("share", .number(.share), required: true, "Share of the stated rate or cut."),
    ])

  /// A step of a `remittance`.
  static let remittanceStep = TableForm(
    "remittanceStep", "From its date on a share of the duty due is paid, until the next step; before the first all of it is.",
    [
      KeyForm("date", .date, required: true, "First day of the step."),
      KeyForm("share", .number(.share), required: true, "Share of the duty due that is paid."),
    ])

  /// `[[exemptions]]`.
  static let exemptionTable = TableForm(
    "exemptionTable",
    "A file of comma-separated values with the columns code, share, origin, start and end: goods that the measures which name the "
      + "table do not fall on.",
    [
      KeyForm("name", .name, required: true, "Unique name; measures name it in exemptions."),
      KeyForm("file", .text, required: true, "Path of the file, relative to the file that this stands in."),
      KeyForm("source", .text, "Where the rows come from."),
      KeyForm("judgement", .boolean, "True where they are the author's judgement."),
      KeyForm("note", .text, KeyForm.noteSummary),
    ])

  /// A row of a table of exemptions.
  static let exemption = TableForm(
    "exemption", "Goods that a measure does not fall on.",
    [
      KeyForm("code", .code, required: true, "Code or prefix of the Harmonized System."),
      KeyForm("share", .number(.share), "Share of a line's value under the code, where it is longer than the line's code."),
      KeyForm("origin", .name, "Whose goods; where absent every origin's that has no row of its own for the code."),
      start, end,
    ])

  /// `contentRule` of a measure.
  static let contentRule = TableForm(
    "contentRule", "Relief for the partner's own content.",
    [
      KeyForm("initialShare", .number(.share), required: true, "Content share before any commitment."),
      KeyForm(
        "threshold", .number(.share),
        "Content share at which the relief starts; 0.20 where absent, not used beside qualifyingShare."),
      KeyForm("commitment", .text, "Commitment whose realised increment lifts the share."),
      KeyForm("sharePerUSDm", .number(.plain), "Rise of the content share for each USD m a year of realised increment."),
      KeyForm("qualifyingShare", .number(.share), "Share of the line's value whose content reaches the threshold."),
    ])

  /// `[[measures]]`.
  static let measure = TableForm(
    "measure", "One legal layer of the partner's tariff.", exactlyOne: ["rate", "rates"],
    [
      KeyForm("name", .name, required: true, "Unique name; scenarios use it."),
      KeyForm("rate", .number(.rate), "Ad valorem rate on the customs value."),
      KeyForm("rates", .table(rateTable), "Rates by origin and code, in place of one rate."),
      KeyForm("countries", .list(ListForm(.text)), "Origins that bear it; every origin where absent."),
      covers("it falls on"),
      KeyForm("exempt", prefixes, "Codes it does not fall on."),
      KeyForm("exemptions", .list(ListForm(.text)), "Names of tables of exemptions: further goods that it does not fall on."),
      start, end,
      phaseIn("the rate"),
      KeyForm("announced", .date, "Day from which on goods can be brought forward, before start."),
      KeyForm("frontLoading", .number(.share), "Share of the flow that bears it in the period of its start that comes earlier."),
      KeyForm("stacking", .choice(["add", "exclusive", "floor", "replace"]), "How it combines with the other layers on a line."),
      KeyForm(
        "inclusive", .boolean,
        "Whether the rate has the duty that was there in it: it tops the baseline up, and other layers come on top."),
      KeyForm(
        "replaces", .choice(["baseline"]), "A preference: the rate takes the place of the baseline duty; other layers stay."),
      KeyForm("part", .text, "Layers that name the same part fall on the same value; other shares are independent."),
      KeyForm("exclusiveGroup", .text, "Group of exclusive layers of which one is kept."),
      KeyForm("priority", .integer(from: .min), "Of an exclusive group the layer with the lowest priority is kept."),
      KeyForm("choose", .choice(["lowestPriority", "highest"]), "Which layer of the group is kept."),
      KeyForm("coverage", .number(.share), "Share of the line's value that bears the rate."),
      KeyForm(
        "remittance", .either([.number(.share), .list(ListForm(.table(remittanceStep)))]),
        "Share of the duty due that is paid in the period, or steps of it; revenue only."),
      KeyForm("contentRule", .table(contentRule), "Relief for the partner's own content."),
    ])

  /// `[[tariffCuts]]`.
  static let tariffCut = TableForm(
    "tariffCut", "A change of home's own tariff on the partner's goods.", exactlyOne: ["cut", "newRate", "cap", "swiss"],
    [
      KeyForm("name", .name, required: true, "Unique name; scenarios use it."),
      KeyForm("cut", .number(.share), "Share of the tariff that goes; 1 abolishes it."),
      KeyForm("newRate", .number(.rate), "The new tariff."),
      KeyForm("cap", .number(.rate), "Highest tariff that is left."),
      KeyForm("swiss", .number(.rate), "Coefficient A of the Swiss formula A·h/(A + h)."),
      covers("it lowers"),
      start, end,
      phaseIn("the cut"),
    ])

  /// `[[barrierCuts]]`.
  static let barrierCut = TableForm(
    "barrierCut", "A removal of part of home's non-tariff barriers.",
    [
      KeyForm("name", .name, required: true, "Unique name; scenarios use it."),
      KeyForm("cut", .number(.share), required: true, "Share of the barriers that goes."),
      covers("it lowers"),
      start, end,
      phaseIn("the cut"),
    ])

  /// `[[commitments]]`.
  static let commitment = TableForm(
    "commitment", "A promise to buy from the partner.", exactlyOne: ["amount", "millionUnits"],
    [
      KeyForm("name", .name, required: true, "Unique name; scenarios use it."),
      KeyForm("amount", .number(.amount), "USD m a year."),
      KeyForm("millionUnits", .number(.amount), "Millions of units a year, in place of an amount."),
      KeyForm("usdPerUnit", .number(.amount), "USD a unit, beside millionUnits."),
      KeyForm("basis", .choice(["increment", "level"]), required: true, "Measured on top of the base, or as a total."),
      KeyForm("overlap", .number(.share), "Share of an increment that would have been bought anyway."),
      KeyForm("base", .number(.amount), "What is bought anyway of a good without an import line, USD m a year."),
      KeyForm("importLine", .text, "The import line of the good."),
      KeyForm("fulfilment", .number(.share), "Share that is delivered."),
      KeyForm("schedule", .named(ListForm(.number(.plain))), "Factor on the annual amount by period; 1 where absent."),
      KeyForm(
        "countsPolicyResponse", .boolean, "Whether the line's own response counts towards an increment; true where absent."),
      KeyForm("additionality", .number(.share), "Share of the realised increment that is new demand in total."),
      KeyForm("importDemandElasticity", .number(.plain), "Elasticity of home's total import demand for the good."),
      KeyForm("substitution", .number(.plain), "Elasticity of substitution between suppliers."),
      KeyForm("partnerShare", .number(.share), "The partner's share of home's imports of the good."),
      KeyForm("premium", .number(.rate), "Extra cost for each dollar that displaces another supplier."),
      KeyForm("financed", .number(.share), "Share of deliveries under official financing."),
      KeyForm("tariff", .number(.rate), "Home's tariff on a good without an import line."),
      KeyForm("displacedTariff", .number(.rate), "Home's tariff on the suppliers that are displaced."),
      KeyForm(
        "suppliers", .named(ListForm(.plainNumber)),
        "Who loses to the commitment: shares of what it displaces by country, which sum to 1."),
    ])

  /// `quantity` of a quota that purchases earn.
  static let quotaEarning = TableForm(
    "quotaEarning", "A volume that home earns by buying from the partner.",
    [
      KeyForm("of", .text, required: true, "Commitment whose purchases count."),
      KeyForm(
        "counts", .choice(QuotaEarning.Counted.allCases.map(\.rawValue)),
        "What counts: all imports of the commitment's line, what it delivers, or its realised increment; imports where absent."),
      KeyForm("times", .number(.plain), required: true, "USD of quantity at base prices for each USD that counts."),
      KeyForm("lag", .integer(from: 0), "Days from a purchase to the volume that it earns; 0 where absent."),
      KeyForm("before", .number(.amount), "What counted before the first period, USD m a year; none where absent."),
    ])

  /// `[[quotas]]`.
  static let quota = TableForm(
    "quota", "A tariff-rate quota of the partner: one rate up to a quantity, a higher one beyond it.",
    [
      KeyForm("name", .name, required: true, "Unique name; scenarios use it."),
      KeyForm(
        "quantity", .either([.number(.amount), .table(quotaEarning)]), required: true,
        "What may enter at the in-quota rate, of all its lines together, USD m a year at base prices; or how purchases earn it."),
      KeyForm(
        "inQuotaRate", .number(.rate),
        "Rate within the quota, on top of the duty by the measures; needed where the quantity is a number."),
      KeyForm(
        "outOfQuotaRate", .number(.rate),
        "Rate beyond the quota, in place of the in-quota rate; needed where the quantity is a number."),
      KeyForm(
        "waives", .list(ListForm(.text)),
        "Measures that goods within the quota do not bear; needed where purchases earn the quantity."),
      KeyForm("eligible", .number(.share), "Share of each line's value that may use an earned quota; all of it where absent."),
      KeyForm(
        "holder", .choice(RentHolder.allCases.map(\.rawValue)), required: true, "Who has the licences, and so the rent."),
      KeyForm("covers", .list(ListForm(.code)), "Codes of the lines that share it; every line where absent."),
      start, end,
    ])
}
