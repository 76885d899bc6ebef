/// A country or territory that statistics of trade name.
package struct Country: Hashable, Sendable {
  /// ISO 3166-1, two capital letters; nothing for a part of a territory that has a code of the Census alone.
  package let alpha2: String?
  /// ISO 3166-1, three capital letters.
  package let alpha3: String?
  /// ISO 3166-1 and UN M49, three digits.
  package let numeric: String?
  /// US Census Bureau, Schedule C, four digits; nothing where it has none.
  package let census: String?
  package let continent: Continent?
  /// The short English name; unique.
  package let name: String
  /// Further names that are not another by case, accents, marks or the order of words.
  package let otherNames: [String]

  /// Regions of UN M49, with the Americas in two.
  package enum Continent: String, Hashable, Sendable, CaseIterable {
    case africa = "AF"
    case asia = "AS"
    case europe = "EU"
    /// With Central America and the Caribbean.
    case northAmerica = "NA"
    case oceania = "OC"
    case southAmerica = "SA"
  }

  /// All there are, in the order of their codes.
  package static var all: [Country] { PlaceIndex.shared.allCountries }

  /// Names and codes under which it is found.
  package var allNames: [String] { [name] + [alpha2, alpha3, numeric, census].compactMap { $0 } + otherNames }

  package static func == (a: Country, b: Country) -> Bool { a.name == b.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
