/// How text for people is marked: not at all, or with the terminal's codes (ECMA-48, select graphic rendition).
package enum TextStyle: Hashable, Sendable {
  case plain
  case coloured

  /// A title.
  package func title(_ text: String) -> String { marked(text, "1;36") }

  /// What should be seen first.
  package func strong(_ text: String) -> String { marked(text, "1") }

  /// What may be passed over.
  package func faint(_ text: String) -> String { marked(text, "2") }

  private func marked(_ text: String, _ code: String) -> String {
    self == .coloured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
