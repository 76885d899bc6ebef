/// Text from files and command lines, made fit to be shown: the one place where that happens.
///
/// A terminal obeys control characters, and format characters turn the order of a line round or hide in it. So what is shown has
/// none of either: each stands as the escape that a scenario file takes for it, as in `\u001B`.
package enum ShownText {
  /// The most characters that are shown of a name.
  package static let nameLimit = 120
  /// The most characters that are shown of a sentence or a paragraph.
  package static let proseLimit = 2000

  /// A name in a line, in short where it is long: its beginning, and how many characters it has.
  package static func name(_ text: String) -> String { line(text, limit: nameLimit) }

  /// Prose in a line, in short where it is very long.
  package static func prose(_ text: String) -> String { line(text, limit: proseLimit) }

  /// The text in one line without characters that are not shown; of more than `limit` characters the beginning.
  ///
  /// Characters are Unicode scalars here: one that a reader sees may consist of any number of them. O(limit) where nothing has to
  /// be counted.
  package static func line(_ text: String, limit: Int = .max) -> String {
    if text.utf8.count <= limit, isPlain(text) { return text }
    let scalars = text.unicodeScalars
    let count = scalars.count
    guard count > limit else { return escaped(scalars[...], keeping: []) }
    return escaped(scalars.prefix(limit * 2 / 3), keeping: []) + "… (\(count) characters)"
  }

  /// The text with its own lines and tabs, and without other characters that are not shown.
  package static func block(_ text: String) -> String {
    isPlain(text) ? text : escaped(text.unicodeScalars[...], keeping: ["\n", "\t"])
  }

  /// Whether a character is not to be shown as it is: control and format characters, separators of lines and paragraphs, and what
  /// stands for no character (general categories Cc, Cf, Zl, Zp, Cs and the noncharacters).
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return scalar.properties.isNoncharacterCodePoint
    }
  }

  /// The escape of a character, as in `\n`, `\u200B` or `\U000E0041`.
  package static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let width = digits.count > 4 ? 8 : 4
      return (width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - digits.count) + digits
    }
  }

  /// Whether all bytes are printable ASCII.
  package static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

  private static func escaped(_ scalars: Substring.UnicodeScalarView, keeping kept: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if isHidden(scalar), !kept.contains(scalar) {
        text.append(contentsOf: escape(scalar).unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
