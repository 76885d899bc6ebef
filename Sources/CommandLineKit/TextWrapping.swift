/// Words laid out in lines of limited width.
package enum TextWrapping {
  /// The paragraph in lines of at most `width` characters; a longer word has a line of its own.
  package static func lines(_ paragraph: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The paragraph wrapped, its first line after `first`, the others indented by as many spaces.
  package static func hanging(_ paragraph: String, first: String, width: Int) -> [String] {
    let indent = String(repeating: " ", count: first.count)
    return lines(paragraph, width: width - first.count).enumerated().map { ($0.offset == 0 ? first : indent) + $0.element }
  }
}
