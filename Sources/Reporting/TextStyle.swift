/// How text for people is set: marked with the terminal's codes (ECMA-48, select graphic rendition) or not, and how wide it may be.
package struct TextStyle: Hashable, Sendable {
  package var isColoured: Bool
  /// Columns that lines may take; nothing where only prose is wrapped, as in a file.
  package var width: Int?

  package init(isColoured: Bool, width: Int? = nil) {
    self.isColoured = isColoured
    self.width = width
  }

  package static let plain = TextStyle(isColoured: false)
  package static let coloured = TextStyle(isColoured: true)

  /// The narrowest that tables are made for.
  package static let leastWidth = 60

  /// A title.
  package func title(_ text: String) -> String { marked(text, "1;36") }

  /// What should be seen first.
  package func strong(_ text: String) -> String { marked(text, "1") }

  /// What may be passed over.
  package func faint(_ text: String) -> String { marked(text, "2") }

  private func marked(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension TextStyle {
  /// A paragraph in lines that fit.
  package func wrapped(_ paragraph: String, first: String = "", indent: String = "") -> [String] {
    TextLayout.wrapped(
      paragraph, width: min(TextLayout.proseWidth, max(width ?? .max, Self.leastWidth)), first: first, indent: indent)
  }

  /// A line as it is where it fits, else in several.
  func fitted(_ line: String, indent: String = "") -> [String] {
    line.count <= width.map { max($0, Self.leastWidth) } ?? .max ? [line] : wrapped(line, indent: indent)
  }

  /// A table in lines that fit, its titles marked.
  package func table(_ table: TextTable, indent: Int = 2) -> [String] {
    table.layout(indent: indent, width: width.map { max($0, Self.leastWidth) }).map { $0.isTitle ? faint($0.text) : $0.text }
  }

  /// A title, and beside it what its table shows; below it where the line has no room for both.
  func heading(_ title: String, _ meaning: String) -> [String] {
    if title.count + 2 + meaning.count <= width ?? .max { return [self.title(title) + faint("  " + meaning)] }
    return fitted(title).map(self.title) + wrapped(meaning, first: "  ", indent: "  ").map(faint)
  }
}
