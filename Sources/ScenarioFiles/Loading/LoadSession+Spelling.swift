internal import TextFormats

extension LoadSession {
  /// A name as it was first spelled, and where.
  struct Spelling {
    var text: String
    var location: SourceLocation
  }

  /// Refuses a name with characters that are not seen, and one that looks like another and is not the same.
  ///
  /// All names are compared, whatever they name: that of a group with that of a country, and a name that is used with the one that
  /// it was meant to be. Each spelling is told once, however many rows have it.
  func checkSpelling(of text: String, _ field: Field) -> Bool {
    if !ShownText.isPlain(text), let scalar = text.unicodeScalars.first(where: ShownText.isHidden) {
      report(field, .hiddenCharacter(ShownText.codePoint(scalar)), "leave it out")
      return false
    }
    let skeleton = LookAlike.skeleton(of: text)
    guard let first = spellings[skeleton] else {
      spellings[skeleton] = Spelling(text: text, location: field.location)
      return checkCase(of: text, skeleton, field)
    }
    // Most names are spelled alike every time.
    guard !text.utf8.elementsEqual(first.text.utf8),
      let difference = LookAlike.difference(of: text, from: first.text)
    else { return true }
    if strayed.insert(Array(text.utf8)).inserted {
      report(field, .looksLike(first: first.location, difference: difference), "write both alike")
    }
    return false
  }

  /// Refuses a name that another one of its kind has in other letters of either case; a country and a measure may share one.
  private func checkCase(of text: String, _ skeleton: String, _ field: Field) -> Bool {
    // Codes and numbers have no letters, and tables have a great many of them.
    guard !skeleton.utf8.allSatisfy({ $0 < UInt8(ascii: "A") }), let kind = field.nameKind else { return true }
    let key = "\(kind)/\(skeleton.lowercased())"
    guard let first = caseSpellings[key] else {
      caseSpellings[key] = Spelling(text: text, location: field.location)
      return true
    }
    let difference = LookAlike.difference(of: text, from: first.text) ?? "in their letters' case"
    report(
      field, .looksLike(first: first.location, difference: difference),
      "write both alike, or let more than capitals tell them apart")
    return false
  }
}

extension Field {
  /// What a name names, so far as names of a kind must differ in more than capitals; nothing for other texts.
  fileprivate var nameKind: String? {
    let parts = path.split(separator: "/")
    guard let section = parts.first, let key = parts.last else { return nil }
    switch key {
    case "home", "partner", "origin", "countries", "exporter", "importer", "exporters", "importers": return "country"
    case "group", "part", "exclusiveGroup", "nest": return String(key)
    case "name", "id": return String(section)
    default: break
    }
    switch parts.dropLast().last {
    case "regions", "suppliers": return "country"
    case "nests": return "nest"
    case "groups": return "group"
    // The columns of a table of loadings, whose path is the dependence's.
    default: return section == "parameters" || section == "dependence" ? String(section) : nil
    }
  }
}
