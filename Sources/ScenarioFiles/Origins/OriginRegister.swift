internal import CountryNames

/// How the places of a study that state countries spell them: each country has one name.
final class OriginRegister {
  /// Who is meant by a name besides an origin among others.
  enum Role {
    case home
    case partner
    case other
  }

  /// The name by which a country is known in the study, and where it stands.
  struct Statement {
    var name: String
    var location: SourceLocation
    var role: Role
  }

  /// What countries and groups of countries are called here.
  private(set) var statements: [NamedPlace: Statement] = [:]
  /// What each name that was stated is read as.
  var readings = NameReadings()

  /// The places of names that were looked up: thousands of measures may list the same countries.
  private var places: [String: NamedPlace?] = [:]

  /// The country or group that a name stands for.
  ///
  /// O(letters).
  func place(of name: String) -> NamedPlace? {
    if let known = places[name] { return known }
    let place = NamedPlace(oneOf: name)
    places[name] = .some(place)
    return place
  }

  /// Takes a name down where its country has none yet; returns the one that it has.
  func state(_ name: String, _ place: NamedPlace, at location: SourceLocation, as role: Role) -> Statement {
    if let known = statements[place] { return known }
    let statement = Statement(name: name, location: location, role: role)
    statements[place] = statement
    return statement
  }
}

extension NamedPlace {
  /// The country or group that a name stands for; nothing for a name that is in no list, and for those of the world and of the rest,
  /// which may be any.
  init?(oneOf name: String) {
    switch NamedPlace(name) {
    case .country(let country): self = .country(country)
    case .group(let group): self = .group(group)
    case .world, .rest, nil: return nil
    }
  }
}
