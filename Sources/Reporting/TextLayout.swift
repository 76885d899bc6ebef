internal import TextFormats

/// Sentences for people: wrapped lines and joined words.
enum TextLayout {
  /// Prose is at most this wide.
  static let proseWidth = 100

  /// The paragraph in lines of limited width; lines after the first are indented.
  static func wrapped(_ paragraph: String, width: Int = proseWidth, first: String = "", indent: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isFresh = true
    for word in ShownText.paragraph(paragraph).split(separator: " ") {
      if !isFresh, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent
        isFresh = true
      }
      line += (isFresh ? "" : " ") + word
      isFresh = false
    }
    return lines + [line]
  }

  /// `a`, `a and b`, `a, b and c`; past four the rest is counted.
  static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    if words.count == 1 { return last }
    if words.count > 4 { return words.prefix(3).joined(separator: ", ") + " and \(words.count - 3) more" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
