extension TableForm {
  static let halfLifeSummary =
    "Days after orderLag in which half of the trade has adjusted to a new duty; that of the file, or 0, where absent."
  private static let growthSummary = "Growth of the base value a year, from the middle of baseYear to that of each period."

  /// A line of `[exports]`.
  static let exportLine = TableForm(
    "exportLine", "A product line of home's exports to the partner.",
    [
      KeyForm("id", .name, required: true, "Unique name of the line; its numbers' paths hold it."),
      KeyForm("hs", .code, "Code of the Harmonized System, in quotes so that leading zeros survive."),
      KeyForm("name", .text, "What the line is, in words."),
      KeyForm("group", .text, "Group whose sums the line enters, and whose keys it takes."),
      KeyForm("value", .number(.amount), required: true, "Customs value a year before any measure, USD m."),
      KeyForm("duty", .number(.rate), "Baseline ad valorem duty: collected duty over customs value."),
      KeyForm("dutyPaid", .plainNumber, "Duty collected a year, USD m; the baseline duty is this over the value."),
      KeyForm(
        "response", .choice(["constantElasticity", "levels", "retail", "linear", "market"]),
        "How the line reacts; retail means levels, market that it competes in the partner's market for its code."),
      KeyForm("nest", .text, "Nest of a line in a nested market; that of home in [markets.nests] where absent."),
      KeyForm("elasticityKind", .choice(["quantity", "value", "theta"]), "What the elasticity was estimated on."),
      KeyForm("elasticity", .number(.plain), "Elasticity of demand, a positive magnitude."),
      KeyForm(
        "longRunElasticity", .number(.plain),
        "Elasticity that is approached over the years after the tariff's start; elasticity is then that of the start."),
      KeyForm("adjustmentSpeed", .number(.plain), "Speed of that approach a year: half of the way takes 0.69 over it in years."),
      KeyForm("orderLag", .number(.plain), "Days between order and arrival of the goods; that of the file where absent."),
      KeyForm("adjustmentHalfLife", .number(.plain), halfLifeSummary),
      KeyForm("passThrough", .number(.share), "Share of the tariff that reaches the buyer's price, in logarithms."),
      KeyForm("supplyElasticity", .supplyElasticity, "Export supply elasticity; inf where the exporter's price does not move."),
      KeyForm("growth", .number(.rate), growthSummary),
      KeyForm("redirection", .number(.share), "Share of the lost quantity that finds another market."),
      KeyForm("redirectionDiscount", .number(.share), "Discount on redirected goods, a fraction of the base price."),
    ] + flowForecast)

  /// A line of `[imports]`.
  static let importLine = TableForm(
    "importLine", "A product line of home's imports from the partner.",
    [
      KeyForm("id", .name, required: true, "Unique name of the line; its numbers' paths hold it."),
      KeyForm("hs", .code, "Code of the Harmonized System, in quotes so that leading zeros survive."),
      KeyForm("name", .text, "What the line is, in words."),
      KeyForm("group", .text, "Group whose keys the line takes."),
      KeyForm("value", .number(.amount), required: true, "Customs value a year before any cut, USD m."),
      KeyForm("tariff", .number(.rate), "Home's own tariff."),
      KeyForm("barrier", .number(.rate), "Ad valorem equivalent of home's barriers; it brings no revenue."),
      KeyForm("response", .choice(["log", "levels"]), "How the line reacts to a cut."),
      KeyForm("elasticityKind", .choice(["quantity", "value"]), "What the elasticity was estimated on."),
      KeyForm("elasticity", .number(.plain), "Elasticity of demand, a positive magnitude."),
      KeyForm("passThrough", .number(.share), "Share of the cut that reaches home's buyers."),
      KeyForm("supplyElasticity", .supplyElasticity, "Supply elasticity of the seller; inf where its price does not move."),
      KeyForm("growth", .number(.rate), growthSummary),
      KeyForm("additionality", .number(.share), "Share of a change in these imports that is new demand in total."),
      KeyForm("importDemandElasticity", .number(.plain), "Elasticity of home's total import demand for the good."),
      KeyForm("substitution", .number(.plain), "Elasticity of substitution between suppliers."),
      KeyForm("partnerShare", .number(.share), "The partner's share of home's imports of the good."),
    ] + flowForecast)

  /// A table of lines beside the scenario file.
  static let lineTable = TableForm(
    "lineTable", "A file of comma-separated values whose columns are keys of a line.",
    [
      KeyForm("file", .text, required: true, "Path of the file, relative to the scenario file."),
      KeyForm("source", .text, "Where the numbers of the table come from."),
      KeyForm("judgement", .boolean, "True where they are the author's judgement."),
    ] + mapping)

  /// The section of one side of trade.
  static func side(_ name: String, _ summary: String, line: TableForm, prefix: String) -> TableForm {
    let defaults = line.template(prefix + "Defaults", "What every line takes.", without: ["id", "hs", "name", "value"])
    let group = defaults.template(prefix + "Group", "What every line of the group takes.", without: ["group"])
    let codes = defaults.template(prefix + "Prefix", "What every line takes whose code starts so.", without: [])
    return TableForm(
      name, summary,
      [
        KeyForm("tables", .list(ListForm(.table(lineTable))), "Files of lines."),
        KeyForm(
          "defaults", .table(defaults), "What every line takes that does not state it; a distribution is drawn for each line."),
        KeyForm("groups", .named(ListForm(.table(group))), "What the lines of a group take."),
        KeyForm("prefixes", .named(ListForm(.table(codes))), "What the lines under a code prefix take; the longest prefix wins."),
        KeyForm("lines", .list(ListForm(.table(line))), "Lines, one by one."),
      ])
  }

  /// `[exports]`.
  static let exports = side("exports", "Home's exports to the partner.", line: exportLine, prefix: "export")
  /// `[imports]`.
  static let imports = side("imports", "Home's imports from the partner.", line: importLine, prefix: "import")
}
