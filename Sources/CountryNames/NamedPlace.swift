/// What a name or a code of a country or of several stands for.
package enum NamedPlace: Hashable, Sendable {
  case country(Country)
  case group(CountryGroup)
  /// All countries.
  case world
  /// Those that a table does not name; two such need not be the same.
  case rest

  /// Finds a name in any case, with or without accents and marks, its words in any order, or a code; nothing for a name that is in no
  /// list, which may be a region or made up.
  ///
  /// O(letters).
  package init?(_ name: String) {
    guard let place = PlaceIndex.shared.place(of: name) else { return nil }
    self = place
  }

  /// The name that the lists have first; nothing for the rest, which has none of its own.
  package var name: String? {
    switch self {
    case .country(let country): country.name
    case .group(let group): group.name
    case .world: "World"
    case .rest: nil
    }
  }
}
