/// Quotation marks of typographers, which word processors put in place of those that TOML knows.
enum StraightQuotes {
  /// Whether a character is such a mark.
  static func isCurly(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{2018}"..."\u{201F}", "\u{2039}", "\u{203A}", "\u{AB}", "\u{BB}", "\u{2032}"..."\u{2036}", "\u{301D}"..."\u{301F}",
      "\u{FF02}", "\u{FF07}", "\u{60}", "\u{B4}":
      true
    default: false
    }
  }

  /// The text with every such mark as a double quotation mark; nothing where it has none.
  static func straightened(_ text: Substring) -> String? {
    guard text.unicodeScalars.contains(where: isCurly) else { return nil }
    var straight = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { straight.append(isCurly(scalar) ? "\"" : scalar) }
    return String(straight)
  }
}
