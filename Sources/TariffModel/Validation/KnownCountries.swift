/// A name in a list of countries that the study has no trade of.
///
/// A list may be shared by studies of which each has some of its countries, so that a stranger is no mistake.
struct Stranger {
  var name: String
  /// The country of the study that was probably meant: nearly of this name, and not in the list itself.
  var meant: String?
}

/// The countries of a study, to look lists of names up.
struct KnownCountries {
  /// Letters of a name that can be told to be misspelt: of names as short as codes many differ in one letter.
  private static let shortest = 4

  private let names: [String]
  private let set: Set<String>

  init(_ names: [String]) {
    self.names = names
    set = Set(names)
  }

  /// The strangers of a list, in its order; O(list) where there are none.
  func strangers(among list: [String]) -> [Stranger] {
    let strangers = list.filter { !set.contains($0) }
    guard !strangers.isEmpty else { return [] }
    let listed = Set(list)
    return strangers.map { name in
      let nearest = name.count < Self.shortest ? nil : nearestName(to: name, among: names)
      return Stranger(name: name, meant: nearest.flatMap { listed.contains($0) ? nil : $0 })
    }
  }
}
