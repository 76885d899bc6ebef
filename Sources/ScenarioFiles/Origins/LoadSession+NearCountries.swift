internal import CountryNames
internal import TariffModel

extension LoadSession {
  /// A note of home, the partner and origins whose names are in no list of countries and nearly that of one, as Bangaldesh.
  ///
  /// A region may have any name, so that it is no mistake. Names are seldom mistyped in their first letter. O(countries) for each of
  /// the first names that are in no list.
  func nearCountryNotes(of study: Study, _ suppliers: SupplierIndex) -> [ModelNote] {
    let names = [study.home, study.partner] + suppliers.origins.filter { ![study.home, study.partner].contains($0) }
    let unknown = names.lazy.filter { !$0.isEmpty && self.origins.place(of: $0) == nil && NamedPlace($0) == nil }
    return unknown.prefix(Self.mostLookedUp).compactMap { name in
      let first = name.lowercased().first
      let candidates = Country.all.lazy.map(\.name).filter { $0.lowercased().first == first }
      return nearestName(to: name, among: candidates).map {
        ModelNote(scenario: nil, subject: .nearCountry(name: name, country: $0))
      }
    }
  }

  private static let mostLookedUp = 100
}
