/// Regions that buy one good from one another: the data of the global simulation model (the model's §3.4).
package struct TradeWorld: Sendable {
  /// A region as buyer and seller.
  package struct Region: Hashable, Sendable {
    package var name: String
    /// η: by how much the region's demand for the composite of all sources falls with its price.
    package var demandElasticity: Quantity
    /// μ of its exports.
    package var supplyElasticity: Quantity
    /// σ between the sources it buys from.
    package var substitution: Quantity

    package init(name: String, demandElasticity: Quantity, supplyElasticity: Quantity, substitution: Quantity) {
      self.name = name
      self.demandElasticity = demandElasticity
      self.supplyElasticity = supplyElasticity
      self.substitution = substitution
    }
  }

  /// What one region sells to another, or to itself.
  package struct Flow: Hashable, Sendable {
    package var exporter: String
    package var importer: String
    /// USD m a year at world prices.
    package var value: Quantity
    /// The importer's tariff on it before any change, a fraction.
    package var tariff: Quantity

    package init(exporter: String, importer: String, value: Quantity, tariff: Quantity) {
      self.exporter = exporter
      self.importer = importer
      self.value = value
      self.tariff = tariff
    }
  }

  /// In the order of reporting.
  package var regions: [Region]
  /// One for every two regions; those of a region to itself may be left out, and then are nothing.
  package var flows: [Flow]
  package var surplusForm: ConsumerSurplusForm

  package init(regions: [Region], flows: [Flow], surplusForm: ConsumerSurplusForm = .triangle) {
    self.regions = regions
    self.flows = flows
    self.surplusForm = surplusForm
  }
}

/// How the linear model takes the change of consumer surplus from the relative change P of the composite's price.
package enum ConsumerSurplusForm: String, Hashable, Sendable, CaseIterable {
  /// D·(η·P²/2 − P), the trapezium under a linear demand curve.
  case triangle
  /// D·(−η·P·|P|/2 − P), as the sheet of Francois and Hall has it: for a higher price the triangle has the wrong sign.
  case asPublished
}

/// A change of tariffs in a world.
package struct WorldTariff: Hashable, Sendable {
  /// The new tariff t' from the old one t.
  package enum Rule: Hashable, Sendable {
    /// t' = the rate.
    case newRate(Quantity)
    /// t' = t + the rate; a scenario's scale multiplies the rate.
    case add(Quantity)
    /// t' = (1 − c)·t with c in [0, 1]; a scenario's scale multiplies c.
    case cut(Quantity)
  }

  package var name: String
  package var rule: Rule
  /// Regions whose goods it falls on; empty means all.
  package var exporters: [String]
  /// Regions that levy it; empty means all.
  package var importers: [String]

  package init(name: String, rule: Rule, exporters: [String] = [], importers: [String] = []) {
    self.name = name
    self.rule = rule
    self.exporters = exporters
    self.importers = importers
  }

  /// Whether it falls on what `exporter` sells to `importer`; never on what a region sells at home.
  func fallsOn(exporter: String, importer: String) -> Bool {
    exporter != importer && (exporters.isEmpty || exporters.contains(exporter))
      && (importers.isEmpty || importers.contains(importer))
  }
}
