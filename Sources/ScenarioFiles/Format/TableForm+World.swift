internal import TariffModel

extension TableForm {
  private static let elasticities = [
    KeyForm("demandElasticity", .number(.plain), "Elasticity of the region's demand for the composite of all its sources."),
    KeyForm("supplyElasticity", .number(.plain), "Elasticity of the region's export supply."),
    KeyForm("substitution", .number(.plain), "Elasticity of substitution between the sources the region buys from."),
  ]

  /// What every region of a world takes.
  static let worldDefaults = TableForm("worldDefaults", "What every region takes that does not state it.", elasticities)

  /// `[world.regions.NAME]`.
  static let worldRegion = TableForm(
    "worldRegion", "A region of the world; the order of the regions is that of the reports.", elasticities)

  /// A row of a table of flows, or one of `[[world.flows]]`.
  static let worldFlow = TableForm(
    "worldFlow", "What one region sells to another, or to itself.",
    [
      KeyForm("exporter", .text, required: true, "Name of the region that sells."),
      KeyForm("importer", .text, required: true, "Name of the region that buys."),
      KeyForm("value", .number(.amount), required: true, "USD m a year at world prices."),
      KeyForm("tariff", .number(.rate), required: true, "The importer's tariff before any change."),
    ])

  /// A table of flows beside the scenario file.
  static let worldTable = TableForm(
    "worldTable", "A file of comma-separated values whose columns are keys of a flow.", lineTable.keys)

  /// `[world]`.
  static let world = TableForm(
    "world", "Regions that trade one good among themselves, by the global simulation model.",
    [
      KeyForm("tables", .list(ListForm(.table(worldTable))), "Files of flows."),
      KeyForm("flows", .list(ListForm(.table(worldFlow))), "Flows, one by one."),
      KeyForm("defaults", .table(worldDefaults), "What every region takes; a distribution is drawn for each region."),
      KeyForm("regions", .named(ListForm(.table(worldRegion))), required: true, "The regions, in the order of reporting."),
      KeyForm(
        "consumerSurplus", .choice(ConsumerSurplusForm.allCases.map(\.rawValue)),
        "The linear model's consumer surplus; triangle where absent."),
    ])

  /// `[[worldTariffs]]`.
  static let worldTariff = TableForm(
    "worldTariff", "A change of tariffs between regions.", exactlyOne: ["newRate", "add", "cut"],
    [
      KeyForm("name", .name, required: true, "Unique name; scenarios use it."),
      KeyForm("newRate", .number(.rate), "The new tariff."),
      KeyForm("add", .number(.rate), "What is added to the tariff."),
      KeyForm("cut", .number(.share), "Share of the tariff that goes; 1 abolishes it."),
      KeyForm("exporters", .list(ListForm(.text)), "Regions whose goods it falls on; all where absent."),
      KeyForm("importers", .list(ListForm(.text)), "Regions that levy it; all where absent."),
    ])
}
