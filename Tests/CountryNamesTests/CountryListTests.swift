import CountryNames
import Testing

@Suite("The list of countries")
struct CountryListTests {
  @Test("Codes are well formed, and no two countries share one")
  func codes() {
    func check(_ codes: [String], _ letters: ClosedRange<Character>, _ count: Int) {
      #expect(codes.allSatisfy { $0.count == count && $0.allSatisfy(letters.contains) }, "\(codes)")
      #expect(Set(codes).count == codes.count)
    }
    check(Country.all.compactMap(\.alpha2), "A"..."Z", 2)
    check(Country.all.compactMap(\.alpha3), "A"..."Z", 3)
    check(Country.all.compactMap(\.numeric), "0"..."9", 3)
    check(Country.all.compactMap(\.census), "0"..."9", 4)
    #expect(Set(Country.all.map(\.name)).count == Country.all.count)
  }

  @Test("ISO 3166-1 has 249 entries; the withdrawn Netherlands Antilles and Kosovo are the others with two letters")
  func count() {
    #expect(Country.all.count { $0.alpha2 != nil } == 249 + 2)
    #expect(Country.all.filter { $0.alpha2 == nil }.map(\.name) == ["Gaza Strip", "West Bank"])
    #expect(Country.all.filter { $0.continent == nil }.map(\.name) == ["Antarctica"])
  }

  @Test("Every name and code leads to its country and to no other")
  func roundTrip() {
    for country in Country.all {
      for name in country.allNames {
        #expect(NamedPlace(name) == .country(country), "\(name)")
        #expect(NamedPlace(name.uppercased()) == .country(country), "\(name)")
        #expect(NamedPlace(name.lowercased()) == .country(country), "\(name)")
      }
    }
    for group in CountryGroup.all {
      for name in [group.name] + group.otherNames { #expect(NamedPlace(name) == .group(group), "\(name)") }
    }
  }

  @Test("No name is listed twice, not even spelled otherwise")
  func unique() {
    var lists = Country.all.map(\.allNames)
    lists += CountryGroup.all.map { [$0.name] + $0.otherNames }
    for names in lists { #expect(Set(names).count == names.count, "\(names)") }
    let all = lists.joined()
    #expect(Set(all).count == all.count)
  }

  @Test("All partners of the US Census are found by name and by code, each a place of its own")
  func census() throws {
    var places: [String: NamedPlace] = [:]
    for entry in censusNames.split(separator: "|") {
      let parts = entry.split(separator: "=").map(String.init)
      let (name, code) = (parts[0], parts[1])
      let place = try #require(NamedPlace(name), "\(name)")
      #expect(NamedPlace(code) == place, "\(name) \(code)")
      #expect(places[code] == nil || places[code] == place, "\(name)")
      places[code] = place
    }
    #expect(places.count == 241 && Set(places.values).count == places.count)
  }

  @Test("Groups have the members that they are known for")
  func groups() throws {
    func members(_ name: String) throws -> [String] {
      guard case .group(let group)? = NamedPlace(name) else { return [] }
      return group.members.compactMap(\.alpha2)
    }
    #expect(try members("EU").count == 27)
    #expect(try members("Euro area").count == 21)
    #expect(try members("ASEAN").count == 11)
    #expect(try members("USMCA") == ["CA", "MX", "US"])
    let continents = ["Africa", "Americas", "Asia", "Europe", "Oceania"]
    // All but Antarctica; the Gaza Strip and the West Bank have no letters.
    #expect(try continents.reduce(0) { $0 + (try members($1).count) } == 250)
  }
}
