/// Draws as comma-separated text under Zstandard, a frame for each group of rows, which readers take as one text.
///
/// Numbers are the shortest texts that read back the same; what is no number is blank. The metadata stand in no row.
package struct CommaSeparatedForm: DrawTableForm {
  private let layout: DrawTableLayout

  package init(_ layout: DrawTableLayout) { self.layout = layout }

  package var opening: [UInt8] {
    let names = ([DrawTableLayout.number] + layout.columns).map(Self.quoted).joined(separator: ",")
    return Zstandard.frame(Array((names + "\n").utf8)) ?? []
  }

  package func encoded(_ columns: [[Double]], firstDraw: Int) -> DrawTableGroup? {
    let rows = columns.first?.count ?? 0
    var text = ""
    for row in 0..<rows {
      text += String(firstDraw + row)
      for column in columns {
        text += ","
        if column[row].isFinite { text += "\(column[row])" }
      }
      text += "\n"
    }
    return Zstandard.frame(Array(text.utf8)).map { DrawTableGroup(bytes: $0, place: .init(rows: rows)) }
  }

  package func closing(_ groups: [DrawTableGroup.Place]) -> [UInt8] { [] }

  private static func quoted(_ name: String) -> String {
    name.contains { ",\"\n\r".contains($0) } ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : name
  }
}
