internal import CountryNames

/// How one list or table that refers to origins spells them.
struct OriginList {
  /// What each name is read as.
  var readings = NameReadings()
  /// The first spelling of each country, and where.
  var first: [NamedPlace: (name: String, location: SourceLocation)] = [:]
}
