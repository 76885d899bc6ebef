extension Design {
  /// The names that users give designs, `random` first.
  package static let names = [randomName] + PointSet.allCases.map(\.rawValue)
  private static let randomName = "random"

  /// The user's name of it.
  package var name: String {
    switch self {
    case .random: Self.randomName
    case .replicated(let points, _): points.rawValue
    }
  }

  /// The design of a name, with so many replicates where it has such; nothing where there is no such design.
  package init?(name: String, replicates: Int) {
    if name == Self.randomName {
      self = .random
    } else {
      guard let points = PointSet(rawValue: name), Self.replicateRange.contains(replicates) else { return nil }
      self = .replicated(points, replicates: replicates)
    }
  }

  /// Whether its points fill some dimensions better than others, so that it matters which directions take these.
  package var gainsByRotation: Bool {
    switch self {
    case .random, .replicated(.antithetic, _): false
    case .replicated(.latin, _), .replicated(.sobol, _), .replicated(.lattice, _): true
    }
  }

  /// The number of draws of a run for which nobody states one: 100,000, or the next that the design admits.
  package var usualDraws: Int { nearestDraws(to: 100_000, atMost: .max).above ?? 100_000 }
}
