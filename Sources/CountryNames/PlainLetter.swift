/// Letters without their accents.
enum PlainLetter {
  /// The bytes of a letter or digit in its small form and without accents; none for an accent or apostrophe that stands by itself, and
  /// a space for every other mark.
  ///
  /// The name of a Latin letter tells the letter that it is drawn from, as in LATIN SMALL LETTER E WITH CIRCUMFLEX AND DOT BELOW, so
  /// that there is no table of them.
  static func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isASCII { return [UInt8(truncatingIfNeeded: scalar.value)] }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .modifierLetter, .modifierSymbol, .format: return []
    case .initialPunctuation, .finalPunctuation: return []
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: break
    default: return [UInt8(ascii: " ")]
    }
    if let name = scalar.properties.name, let base = latinBase(name) { return Array(base.lowercased().utf8) }
    return Array(scalar.properties.lowercaseMapping.utf8)
  }

  /// `E` of LATIN SMALL LETTER E WITH ACUTE, `I` of LATIN SMALL LETTER DOTLESS I.
  private static func latinBase(_ name: String) -> Substring? {
    let words = name.split(separator: " ")
    let end = words.firstIndex(of: "WITH") ?? words.endIndex
    guard end > 3, words[0] == "LATIN", words[2] == "LETTER" else { return nil }
    return words[end - 1]
  }
}
