internal import TariffModel

extension LoadSession {
  /// Everything in the document but its run; what cannot be read is reported and left out.
  func study(_ root: TableView) -> Study {
    let others = included(root["include"])
    func sections(_ key: String) -> [Field] { ([root] + others).compactMap { $0[key] } }
    for case .table(let entries) in sections("parameters").map(\.value) { parameterNames += entries.map(\.key) }
    var study = Study(
      title: text(root["title"]) ?? "", home: country(root["home"], as: .home),
      partner: country(root["partner"], as: .partner))
    partner = study.partner
    study.summary = text(root["summary"])
    study.horizon = text(root["horizon"])
    if let field = root["periodResponse"], let word = choice(field, in: root, "periodResponse"),
      let response = PeriodResponse(rawValue: word)
    {
      study.periodResponse = response
    }
    study.lag = lag(root)
    study.baseYear = baseYear(root["baseYear"])
    study.reportsRunningTotals = boolean(root["runningTotals"]) ?? false
    study.parameters = parameters(sections("parameters"))
    study.exports = exportLines(root["exports"])
    study.imports = importLines(root["imports"])
    readMarkets(root["markets"], into: &study)
    study.forecast = forecast(root["forecast"], of: study)
    study.world = world(root["world"])
    study.worldTariffs = worldTariffs(root["worldTariffs"])
    study.exemptionTables = exemptionTables(sections("exemptions"))
    study.measures = measures(sections("measures"))
    study.tariffCuts = tariffCuts(root["tariffCuts"])
    study.barrierCuts = barrierCuts(root["barrierCuts"])
    study.commitments = commitments(root["commitments"])
    study.scenarios = scenarios(root["scenarios"])
    study.comparisons = comparisons(root["comparisons"], of: study.scenarios)
    study.periods = periods(root["periods"])
    study.cifFactor = quantity(root, "cifFactor")
    readQuotas(root["quotas"], into: &study)
    study.jobs = jobs(root["jobs"], of: study.exports)
    study.gdp = gdp(root["gdp"])
    study.seasonality = seasonality(root["seasonal"])
    reportDoubleShares(of: study)
    applySwitches(to: &study)
    settleVariations(in: study)
    leaveOutIdle(of: &study, included: others)
    uncertainPaths = drawnPaths(of: study)
    study.dependence = dependence(root["dependence"])
    return study
  }

  /// Reports a version that this program does not read; true where the rest can be read.
  func checkVersion(_ root: Field) -> Bool {
    guard case .table(let entries) = root.value, let entry = entries.first(where: { $0.key == "schemaVersion" }) else {
      return true
    }
    let field = field(entry, of: root)
    guard let version = integer(field, from: 1) else { return false }
    if version != ScenarioFormat.version { report(field, .unsupportedVersion(supported: ScenarioFormat.version)) }
    return version == ScenarioFormat.version
  }
}
