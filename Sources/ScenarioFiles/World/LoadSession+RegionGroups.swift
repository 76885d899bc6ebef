internal import CountryNames
internal import TariffModel

extension LoadSession {
  /// Reports regions of a world that hold other regions: by a name that stands for all countries, or as a group beside its members.
  ///
  /// O(regions · groups among them).
  func reportGroupsOfRegions(in study: Study) {
    let names = study.world?.regions.map(\.name) ?? []
    let places = names.map { NamedPlace($0) }
    for (name, place) in zip(names, places) {
      let found: (kind: InputRule.Aggregate, member: String)?
      switch place {
      case .world: found = names.first { $0 != name }.map { (.all, $0) }
      case .group(let group):
        found = zip(names, places).first { $1.map(group.holds) ?? false }.map { (.group(member: $0.0), $0.0) }
      default: found = nil
      }
      guard let found else { continue }
      let path = "world/\(name)"
      let first = SourceLocation(file: fileName, line: 1, column: 1)
      report(
        InputProblem(
          location: locations[path] ?? first, path: path, value: Field.quoted(name),
          rule: .aggregateOrigin(found.kind, member: locations["world/\(found.member)"] ?? first),
          suggestion: found.kind.regionSuggestion(for: name)))
    }
  }
}
