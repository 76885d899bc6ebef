/// The lists of countries and groups, and where each name stands in them.
///
/// A list is bytes, of which a line becomes a country when it is asked for: most runs ask for two.
struct PlaceIndex: Sendable {
  private let countries = PlaceList(PackageResources.countries_txt)
  private let groups = PlaceList(PackageResources.groups_txt)
  /// Numbers of lines, those of groups behind those of countries.
  private let lines: [NameKey: Int]

  static let shared = PlaceIndex()

  /// O(letters of both lists).
  private init() {
    var lines: [NameKey: Int] = [:]
    lines.reserveCapacity(2048)
    for number in countries.lines.indices {
      countries.forEachName(of: number, in: [0, 1, 2, 3, 5, 6]) { lines[NameKey($0)] = number }
    }
    let count = countries.lines.count
    for number in groups.lines.indices {
      groups.forEachName(of: number, in: [1, 2]) { lines[NameKey($0)] = count + number }
    }
    self.lines = lines
  }

  /// O(letters).
  func place(of name: String) -> NamedPlace? {
    guard let line = lines[NameKey(Array(name.utf8)[...])] else { return nil }
    if line < countries.lines.count { return .country(country(line)) }
    let cells = groups.cells(of: line - countries.lines.count)
    switch cells[0] {
    case "world": return .world
    case "rest": return .rest
    default: return .group(group(cells))
    }
  }

  var allCountries: [Country] { countries.lines.indices.map(country) }

  var allGroups: [CountryGroup] {
    groups.lines.indices.map(groups.cells).filter { $0[0] == "group" }.map(group)
  }

  private func country(_ line: Int) -> Country {
    let cells = countries.cells(of: line)
    let codes = cells[..<4].map { $0.isEmpty ? nil : $0 }
    return Country(
      alpha2: codes[0], alpha3: codes[1], numeric: codes[2], census: codes[3],
      continent: Country.Continent(rawValue: cells[4]), name: cells[5], otherNames: PlaceList.names(cells[6]))
  }

  private func group(_ cells: [String]) -> CountryGroup {
    let members = cells[3].split(separator: " ").flatMap { member in
      let continent = member.first == "@" ? Country.Continent(rawValue: String(member.dropFirst())) : nil
      if let continent { return allCountries.filter { $0.continent == continent } }
      return lines[NameKey(Array(member.utf8)[...])].map { [country($0)] } ?? []
    }
    return CountryGroup(name: cells[1], otherNames: PlaceList.names(cells[2]), members: members)
  }
}
