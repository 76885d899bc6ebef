/// Countries that statistics of trade put together under a name, such as the European Union.
package struct CountryGroup: Hashable, Sendable {
  /// Unique.
  package let name: String
  package let otherNames: [String]
  /// In the order of their codes, or continent by continent.
  package let members: [Country]

  /// All there are.
  package static var all: [CountryGroup] { PlaceIndex.shared.allGroups }

  /// Whether all goods of a place are goods of the group.
  ///
  /// O(members).
  package func holds(_ place: NamedPlace) -> Bool {
    switch place {
    case .country(let country): members.contains(country)
    case .group(let other): other != self && other.members.allSatisfy(members.contains)
    case .world, .rest: false
    }
  }

  package static func == (a: CountryGroup, b: CountryGroup) -> Bool { a.name == b.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
