import Reporting
import Testing

@Suite("Tables in narrow terminals")
struct TextTableLayoutTests {
  private static let table = TextTable(
    columns: [
      .init("USD m unless stated", .left), .init("P5"), .init("P25"), .init("median (90 % interval)"), .init("dominates", .left),
      .init("mean regret"), .init("chance below"),
    ],
    rows: [
      [
        "reciprocal-29-with-a-package-of-purchases", "-1,234", "-1,000", "-900 (-1,234 to -500)", "is dominated, 2nd", "12.5",
        "2,000: 12.3 %",
      ],
      ["  change", "1", "2", "3", "neither", "0", ""],
    ])

  private func shown(_ width: Int?) -> [String] { TextStyle(isColoured: false, width: width).table(Self.table) }

  @Test("Every line fits from 60 columns up, and nothing is lost", arguments: [60, 61, 70, 80, 100, 120, 160])
  func fits(width: Int) {
    let lines = shown(width)
    #expect(lines.allSatisfy { $0.count <= width && $0.last != " " }, "\(lines.joined(separator: "\n"))")
    let text = lines.joined(separator: " ")
    for cell in Self.table.rows.joined() + ["-1,234 to -500"]
    where cell.first != " " && !cell.contains("-with-") && !cell.contains("dominated") {
      #expect(text.contains(cell), "\(cell)")
    }
    // Each part begins with the first column.
    #expect(lines.filter { $0.hasPrefix("  reciprocal-29-") }.count >= 1)
  }

  @Test("A table with room enough is as it always was")
  func natural() {
    #expect(shown(nil) == Self.table.lines(indent: 2) && shown(400) == shown(nil))
  }

  @Test("Narrower than 60 is laid out as 60")
  func least() {
    #expect(shown(20) == shown(60))
  }
}
