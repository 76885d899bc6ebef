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
      return true
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
}
