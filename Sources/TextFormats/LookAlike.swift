/// Names that a reader cannot tell apart.
package enum LookAlike {
  /// What a name looks like: two names that are not the same and have one skeleton look alike.
  ///
  /// Characters that are not seen are left out; all blanks are one space, and none stand at the ends; hyphens and quotation marks
  /// are those of ASCII; letters of the Greek and Cyrillic alphabets that are drawn as Latin ones are these (after the idea of
  /// Unicode Technical Standard 39, section 4). Composed and decomposed letters need no care: texts of either form are equal, and
  /// of one hash. Other letters stay as they are, so that names in any script have skeletons of their own.
  package static func skeleton(of name: String) -> String {
    if isItsOwnSkeleton(name) { return name }
    var skeleton = String.UnicodeScalarView()
    var hasBlank = false
    for scalar in name.unicodeScalars {
      if scalar.properties.isWhitespace {
        hasBlank = true
        continue
      }
      if ShownText.isHidden(scalar) { continue }
      if hasBlank, !skeleton.isEmpty { skeleton.append(" ") }
      hasBlank = false
      skeleton.append(contentsOf: drawn(scalar))
    }
    return String(skeleton)
  }

  /// Where two names differ first, in words about both; nothing where they have the same characters.
  package static func difference(of name: String, from other: String) -> String? {
    let (ours, theirs) = (Array(name.unicodeScalars), Array(other.unicodeScalars))
    guard ours != theirs else { return nil }
    let place = zip(ours, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(ours.count, theirs.count)
    let named = { (scalars: [Unicode.Scalar]) in
      place < scalars.count ? "\(ShownText.codePoint(scalars[place]))" : "nothing more"
    }
    return "character \(place + 1) is \(named(ours)) here and \(named(theirs)) there"
  }

  /// Whether a name is ASCII without a blank at its ends or two in a row: names of a large table mostly are.
  private static func isItsOwnSkeleton(_ name: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in name.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: " ") || last != byte else { return false }
      last = byte
    }
    return last != UInt8(ascii: " ") || name.isEmpty
  }

  private static func drawn(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    if let letters = ligatures[scalar] { return letters.unicodeScalars }
    let one: Unicode.Scalar =
      switch scalar.value {
      // Full-width forms of ASCII.
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
      case 0x2018...0x201B, 0x2032, 0x02BC, 0x00B4: "'"
      case 0x201C...0x201F, 0x2033: "\""
      default: letters[scalar] ?? scalar
      }
    return String.UnicodeScalarView([one])
  }

  /// Characters that are drawn as several letters.
  private static let ligatures: [Unicode.Scalar: String] = [
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ",
  ]

  /// Letters by the Latin ones that they are drawn as.
  private static let letters: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(String, String)] = [
      // Cyrillic.
      ("АВЕКМНОРСТХУІЈЅҮԚԜ", "ABEKMHOPCTXYIJSYQW"), ("аеорсухіјѕһԁԛԝү", "aeopcyxijshdqwy"),
      // Greek.
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("ονιρα", "ovipa"),
      // Latin letters of phonetic alphabets.
      ("ɑɡı", "agi"),
    ]
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (drawn, latin) in pairs {
      for (letter, other) in zip(drawn.unicodeScalars, latin.unicodeScalars) { letters[letter] = other }
    }
    return letters
  }()
}
