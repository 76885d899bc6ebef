internal import CountryNames

/// The countries of files by number: each name or code is looked for once.
struct PlaceBook {
  /// What a cell stands for.
  enum Entry: Hashable {
    /// A country, or an area whose trade is counted like one, by its number here.
    case place(Int)
    case world
    case group
    case unknown
  }

  /// Whether codes are numbers of ISO 3166 or of UN Comtrade, written without leading zeros.
  private let codesAreNumbers: Bool
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  private var short: [UInt64: Entry] = [:]
  private var long: [String: Entry] = [:]
  /// The most places that a key of a flow has room for.
  static let most = 1 << 10

  init(codesAreNumbers: Bool) { self.codesAreNumbers = codesAreNumbers }

  /// What a cell of a row stands for.
  ///
  /// O(letters).
  mutating func entry(_ row: borrowing CellRow, _ cell: Int) -> Entry {
    guard let packed = row.packed(cell) else {
      let text = row.text(cell)
      if let known = long[text] { return known }
      let entry = entry(text)
      // What a damaged file holds in place of countries is not kept.
      if long.count < 100_000 { long[text] = entry }
      return entry
    }
    if let known = short[packed] { return known }
    let entry = entry(row.text(cell))
    if short.count < 100_000 { short[packed] = entry }
    return entry
  }

  /// What a name or a code stands for.
  mutating func entry(_ text: String) -> Entry {
    if text == "-" { return .world }
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if codesAreNumbers, isNumber, text.utf8.count <= 3 {
      let padded = String(repeating: "0", count: 3 - text.utf8.count) + text
      if let area = Self.areas[padded] { return place(area) }
      if let found = NamedPlace(padded) ?? NamedPlace(text) { return entry(found, text) }
      return .unknown
    }
    // Codes of groups of the Census Bureau: 0003 for the European Union, 1XXX for North America.
    if text.utf8.count == 4, text.hasPrefix("00") || text.hasSuffix("XXX") { return .group }
    guard let found = NamedPlace(text) else { return Self.areaNames.contains(text) ? place(text) : .unknown }
    return entry(found, text)
  }

  /// The number of a country that an option names.
  mutating func number(_ name: String?, _ option: String) throws(ImportFailure) -> Int? {
    guard let name else { return nil }
    guard case .place(let number) = entry(name) else {
      throw ImportFailure(option, "'\(name)' is no country that is known; write its name or a code of ISO 3166")
    }
    return number
  }

  private mutating func entry(_ found: NamedPlace, _ text: String) -> Entry {
    switch found {
    case .country(let country): place(country.name)
    case .rest: place(text)
    case .world: .world
    case .group: .group
    }
  }

  private mutating func place(_ name: String) -> Entry {
    if let number = numbers[name] { return .place(number) }
    guard names.count < Self.most else { return .unknown }
    numbers[name] = names.count
    names.append(name)
    return .place(names.count - 1)
  }

  /// Areas of UN Comtrade and BACI that are no countries, and countries that are no more: their codes (UN Comtrade, country codes).
  private static let areas: [String: String] = [
    "058": "Belgium-Luxembourg", "129": "Caribbean, nes", "200": "Czechoslovakia", "221": "Eastern Europe, nes",
    "230": "Ethiopia (before 1993)", "278": "German Democratic Republic", "280": "Germany, Federal Republic of (before 1991)",
    "290": "Northern Africa, nes", "471": "CACM, nes", "472": "African, Caribbean and Pacific States, nes", "473": "LAIA, nes",
    "492": "Europe EU, nes", "527": "Oceania, nes", "530": "Netherlands Antilles", "532": "Netherlands Antilles and Aruba",
    "536": "Neutral Zone", "568": "Other Europe, nes", "577": "Other Africa, nes",
    "636": "Rest of America, nes", "637": "North and Central America, nes", "697": "EFTA, nes",
    "711": "Southern African Customs Union", "736": "Sudan (before 2012)", "810": "USSR (before 1991)",
    "837": "Bunkers", "838": "Free zones", "839": "Special categories", "849": "US Miscellaneous Pacific Islands",
    "879": "Western Asia, nes", "886": "Yemen, Arab Republic of (before 1990)",
    "890": "Yugoslavia (before 1992)", "891": "Serbia and Montenegro", "899": "Areas, nes",
  ]

  private static let areaNames = Set(areas.values)
}
