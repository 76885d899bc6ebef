internal import TariffModel

extension TableForm {
  /// One of `[[markets.list]]`, and what `[markets.defaults]` may state.
  static let market = TableForm(
    "market", "A market of the partner: all that is bought under a code.",
    [
      KeyForm("hs", .code, required: true, "Code of the Harmonized System whose goods it has; the longest prefix wins."),
      KeyForm("name", .text, "What the market is, in words."),
      KeyForm("response", .choice(["armington", "nested", "smart"]), "How its suppliers share what is bought."),
      KeyForm("substitution", .number(.plain), "Elasticity of substitution between suppliers, in a nested market within a nest."),
      KeyForm("nestSubstitution", .number(.plain), "Elasticity of substitution between the nests of a nested market."),
      KeyForm("demandElasticity", .number(.plain), "Elasticity of demand for all suppliers together, a positive magnitude."),
      KeyForm(
        "longRunSubstitution", .number(.plain), "The elasticity of substitution in the long run; it does not move where absent."),
      KeyForm(
        "longRunDemandElasticity", .number(.plain), "The elasticity of demand in the long run; it does not move where absent."),
      KeyForm(
        "adjustmentSpeed", .number(.plain),
        "How fast the elasticities move to the long run: by speed × the rest of the way a year."),
      KeyForm(
        "orderLag", .number(.plain),
        "Days between order and arrival of the goods, from whatever origin; that of the file where absent."),
      KeyForm("adjustmentHalfLife", .number(.plain), halfLifeSummary),
      KeyForm(
        "smartForm", .choice(SmartForm.allCases.map(\.rawValue)), "Form of diversion in a smart market; linear where absent."),
      KeyForm(
        "supplyElasticity", .supplyElasticity, "Export supply elasticity of every supplier that states none; inf where absent."),
    ] + flowForecast)

  /// One of `[[markets.suppliers]]`, or a row of a table of suppliers.
  static let supplier = TableForm(
    "supplier", "What one origin sells to the partner under one code.",
    [
      KeyForm("origin", .name, required: true, "Where the goods come from; the partner itself for its own production."),
      KeyForm("hs", .code, required: true, "Code of the Harmonized System, in quotes so that leading zeros survive."),
      KeyForm("value", .number(.amount), required: true, "Customs value a year before any measure, USD m."),
      KeyForm(
        "duty", .number(.rate),
        "Baseline ad valorem duty: collected duty over customs value; not needed of the partner's own production."),
      KeyForm("dutyPaid", .plainNumber, "Duty collected a year, USD m; the baseline duty is this over the value."),
      KeyForm("supplyElasticity", .supplyElasticity, "Export supply elasticity; that of the market where absent."),
      KeyForm("nest", .text, "Nest in a nested market; that of the origin in [markets.nests] where absent."),
    ])

  private static func table(_ name: String, _ summary: String) -> TableForm {
    TableForm(name, summary, lineTable.keys)
  }

  /// A table of suppliers beside the scenario file.
  static let supplierTable = table(
    "supplierTable", "A file of comma-separated values whose columns are keys of a supplier.")

  /// A table of rates beside the scenario file.
  static let rateTable = table(
    "rateTable",
    "A file of comma-separated values with the columns origin, hs and rate, and start and end where rates have dates; of the rows in "
      + "force on a day the longest prefix of a code decides. The word all stands for every code of an origin, and for every origin "
      + "without a row of its own.")

  /// `[markets]`.
  static let markets: TableForm = {
    let defaults = market.template("marketDefaults", "What every market takes.", without: ["hs", "name"])
    let codes = defaults.template("marketPrefix", "What every market takes whose code starts so.", without: [])
    return TableForm(
      "markets", "The partner's markets in which home's lines and rivals compete.",
      [
        KeyForm("digits", .integer(from: 2), "A market for every code of so many digits that a line or a supplier has."),
        KeyForm(
          "byMarket", .boolean, "Whether outcomes by origin are told market by market too; false where absent."),
        KeyForm("list", .list(ListForm(.table(market))), "Markets, one by one; with digits in addition."),
        KeyForm("tables", .list(ListForm(.table(supplierTable))), "Files of suppliers."),
        KeyForm("suppliers", .list(ListForm(.table(supplier))), "Suppliers, one by one."),
        KeyForm(
          "defaults", .table(defaults),
          "What every market takes that does not state it; a distribution is drawn for each market."),
        KeyForm("prefixes", .named(ListForm(.table(codes))), "What markets under a code prefix take; the longest prefix wins."),
        KeyForm("nests", .named(ListForm(.list(ListForm(.text)))), "Nests of nested markets: names and lists of origins."),
      ])
  }()
}
