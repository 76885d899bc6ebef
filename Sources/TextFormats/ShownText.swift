/// Text from files and command lines, made fit to be shown: the one place where that happens.
///
/// A terminal obeys control characters, and format characters turn the order of a line round or hide in it. So what is shown has
/// none of either: each stands as the escape that a scenario file takes for it, as in `\u001B`.
package enum ShownText {
  /// The most characters that are shown of a name.
  package static let nameLimit = 120
  /// The most characters that are shown of a paragraph: no more than a screen.
  package static let paragraphLimit = 2000

  /// A name in a line; of a long one the beginning and an ellipsis.
  package static func name(_ text: String) -> String { line(text, limit: nameLimit) }

  /// The text in one line without characters that are not shown; of more than `limit` characters so many and an ellipsis.
  ///
  /// Characters are Unicode scalars here: one that a reader sees may consist of any number of them.
  package static func line(_ text: String, limit: Int = .max) -> String {
    if text.utf8.count <= limit, isPlain(text) { return text }
    let shown = text.unicodeScalars.prefix(limit)
    return escaped(shown, keeping: []) + (shown.endIndex == text.unicodeScalars.endIndex ? "" : "…")
  }

  /// Prose in a line, its own line ends and tabs as spaces; words as long as no word is, and more than a screen, are cut.
  package static func paragraph(_ text: String) -> String {
    if text.utf8.count <= nameLimit, isPlain(text) { return text }
    let words = text.split(whereSeparator: { " \n\r\t\r\n".contains($0) }).map { line(String($0), limit: 2 * nameLimit) }
    return line(words.joined(separator: " "), limit: paragraphLimit)
  }

  /// The text of a cell: its own line ends and tabs stay, which tables can hold.
  package static func cell(_ text: String) -> String {
    if isPlain(text) { return text }
    let lines = text.replacing("\r\n", with: "\n")
    let shown = escaped(lines.unicodeScalars[...], keeping: ["\n", "\t"])
    return lines.utf8.count == text.utf8.count ? shown : shown.replacing("\n", with: "\r\n")
  }

  /// The text with its own lines and tabs, and without other characters that are not shown.
  package static func block(_ text: String) -> String {
    isPlain(text) ? text : escaped(text.unicodeScalars[...], keeping: ["\n", "\t"])
  }

  /// Whether a character is not to be shown as it is: control and format characters, separators of lines and paragraphs, what
  /// stands for no character (general categories Cc, Cf, Zl, Zp, Cs and the noncharacters), and what is drawn as nothing
  /// (default-ignorable code points, as selectors of variants and fillers are, and the empty pattern of Braille).
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default:
      return scalar.properties.isNoncharacterCodePoint || scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
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

  /// A character by number and name, as in `U+200B ZERO WIDTH SPACE`.
  package static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let name = scalar.properties.name ?? scalar.properties.nameAlias
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + (name.map { " " + $0 } ?? "")
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
