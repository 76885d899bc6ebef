extension Study {
  /// What the model cannot take of a world and its tariffs.
  func worldProblems() -> [ModelProblem] {
    guard let world else {
      return worldTariffs.map { ModelProblem(path: "worldTariffs/\($0.name)", rule: .atLeastOne("world")) }
    }
    let names = world.regions.map(\.name)
    var found: [ModelProblem] = []
    if names.count < 2 { found.append(ModelProblem(path: "world/regions", rule: .worldHasRegion)) }
    func unknown(_ name: String, at path: String) -> ModelProblem? {
      if names.contains(name) { return nil }
      return ModelProblem(path: path, value: name, rule: .knownName(kind: "region", nearest: nearestName(to: name, among: names)))
    }
    var stated: Set<[String]> = []
    for flow in world.flows {
      let path = "world/\(flow.exporter) to \(flow.importer)"
      found += [flow.exporter, flow.importer].compactMap { unknown($0, at: path) }
      if !stated.insert([flow.exporter, flow.importer]).inserted {
        found.append(ModelProblem(path: path, rule: .flowIsStatedOnce))
      }
    }
    for exporter in names {
      for importer in names where exporter != importer && !stated.contains([exporter, importer]) {
        found.append(ModelProblem(path: "world/flows", value: "\(exporter) to \(importer)", rule: .flowIsStated))
      }
    }
    let known = KnownCountries(names)
    for tariff in worldTariffs {
      let path = "worldTariffs/\(tariff.name)"
      let strangers = known.strangers(among: tariff.exporters) + known.strangers(among: tariff.importers)
      let misspelt = strangers.compactMap { stranger in
        stranger.meant.map { ModelProblem(path: path, value: stranger.name, rule: .knownName(kind: "region", nearest: $0)) }
      }
      found += misspelt
      // One that is for others than the world has falls on nothing, which a note says.
      let falls = names.contains { exporter in names.contains { tariff.fallsOn(exporter: exporter, importer: $0) } }
      if strangers.isEmpty && !falls { found.append(ModelProblem(path: path, rule: .fallsOnAFlow)) }
    }
    return found + scenarios.flatMap { worldUseProblems(of: $0) }
  }

  private func worldUseProblems(of scenario: PolicyScenario) -> [ModelProblem] {
    let names = worldTariffs.map(\.name)
    return scenario.worldTariffs.flatMap { use -> [ModelProblem] in
      let path = "scenarios/\(scenario.name)/worldTariffs/\(use.name)"
      guard let tariff = worldTariffs.first(where: { $0.name == use.name }) else {
        return [
          ModelProblem(
            path: path, value: use.name,
            rule: .knownName(kind: "world tariff", nearest: nearestName(to: use.name, among: names)))
        ]
      }
      guard let scale = use.scale else { return [] }
      switch tariff.rule {
      case .newRate: return [ModelProblem(path: path, rule: .scaleOfShareOnly)]
      case .add: return []
      case .cut(let share):
        guard let largest = upperBound(of: share), let factor = upperBound(of: scale), largest * factor > 1 + 1e-12 else {
          return []
        }
        return [ModelProblem(path: path, rule: .cutWithinOne)]
      }
    }
  }
}
