internal import TextFormats

extension TextTable {
  /// A line of the table as it is shown.
  struct Line: Hashable {
    var text: String
    var isTitle: Bool
  }

  /// Titles and rows in lines that fit a width, where one is given.
  ///
  /// A table that is too wide first gets titles of several lines, then texts of several lines in its columns to the left; one that
  /// is still too wide goes on below, its first column again beside the columns that had no room. What must be shown whole, as a
  /// command, is never cut.
  func layout(indent: Int, width: Int?) -> [Line] {
    let cells = ([columns.map(\.title)] + rows).map { row in
      zip(row, columns).map { cell, column in column.isWhole ? ShownText.line(cell) : ShownText.name(cell) }
    }
    let natural = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let all = Array(columns.indices)
    guard let width, Self.total(natural, indent) > width, !columns.isEmpty else {
      return Self.set(cells, all, natural, columns, indent: indent)
    }
    let least = columns.indices.map { leastWidth(of: $0, cells, room: width - indent) }
    var lines: [Line] = []
    for part in Self.parts(least, indent: indent, width: width) {
      var widths = part.map { least[$0] }
      // What room is left goes to the columns that want it, those to the left first.
      for place in widths.indices {
        let spare = width - Self.total(widths, indent)
        let wanted = columns[part[place]].alignment == .left ? natural[part[place]] : least[part[place]]
        if spare > 0 { widths[place] += min(spare, max(wanted - widths[place], 0)) }
      }
      if !lines.isEmpty { lines.append(Line(text: "", isTitle: false)) }
      lines += Self.set(cells, part, widths, columns, indent: indent)
    }
    return lines
  }

  /// Texts to the left are not made narrower than this for the sake of others.
  private static let leastText = 14

  private func leastWidth(of column: Int, _ cells: [[String]], room: Int) -> Int {
    let title = cells[0][column].split(separator: " ").map(\.count).max() ?? 0
    let own = cells.dropFirst().map { $0[column].count }.max() ?? 0
    guard columns[column].alignment == .left, !columns[column].isWhole else { return max(title, own) }
    return max(title, min(own, column == 0 ? max(Self.leastText, room / 4) : Self.leastText))
  }

  /// The columns of each part: the first, and as many others as have room.
  private static func parts(_ widths: [Int], indent: Int, width: Int) -> [[Int]] {
    var parts: [[Int]] = []
    var part = [0]
    for column in widths.indices.dropFirst() {
      if part.count > 1, total((part + [column]).map { widths[$0] }, indent) > width {
        parts.append(part)
        part = [0]
      }
      part.append(column)
    }
    return parts + [part]
  }

  private static func total(_ widths: [Int], _ indent: Int) -> Int { indent + widths.reduce(0, +) + 2 * (widths.count - 1) }

  /// Some columns at some widths; two spaces between them, and nothing after the last character of a line.
  private static func set(
    _ cells: [[String]], _ part: [Int], _ widths: [Int], _ columns: [Column], indent: Int
  ) -> [Line] {
    cells.enumerated().flatMap { number, row -> [Line] in
      let texts = zip(part, widths).map { column, width in
        row[column].count <= width || columns[column].isWhole
          ? [row[column]]
          : split(row[column], width: width, hangs: number > 0 && columns[column].alignment == .left)
      }
      return (0..<(texts.map(\.count).max() ?? 0)).map { height in
        var line = String(repeating: " ", count: indent)
        for (place, text) in texts.enumerated() {
          let cell = height < text.count ? text[height] : ""
          let padding = String(repeating: " ", count: max(widths[place] - cell.count, 0))
          line += (place == 0 ? "" : "  ") + (columns[part[place]].alignment == .left ? cell + padding : padding + cell)
        }
        while line.last == " " { line.removeLast() }
        return Line(text: line, isTitle: number == 0)
      }
    }
  }

  /// A text in lines of a width, broken at spaces and after hyphens; what has neither is cut.
  ///
  /// Where it hangs, the lines after the first stand two columns in from where the text begins.
  static func split(_ text: String, width: Int, hangs: Bool) -> [String] {
    let inset = min(text.prefix { $0 == " " }.count, max(width - 4, 0))
    let hanging = hangs ? min(inset + 2, max(width - 4, 0)) : inset
    var lines: [String] = []
    var rest = text.dropFirst(inset)
    while !rest.isEmpty {
      let start = String(repeating: " ", count: lines.isEmpty ? inset : hanging)
      let room = max(width - start.count, 1)
      guard rest.count > room else { return lines + [start + rest] }
      let window = rest.prefix(room + 1)
      let end: Substring.Index
      if let space = window.lastIndex(of: " "), space > rest.startIndex {
        end = space
      } else if let hyphen = window.dropLast().lastIndex(where: { $0 == "-" || $0 == "/" }), hyphen > rest.startIndex {
        end = rest.index(after: hyphen)
      } else {
        end = rest.index(rest.startIndex, offsetBy: room)
      }
      lines.append(start + rest[..<end])
      rest = rest[end...].drop { $0 == " " }
    }
    return lines.isEmpty ? [text] : lines
  }
}
