/// The numbers of a table, a row a line, written so that `Double.init(_:)` reads them exactly (hexadecimal).
///
/// A word that is no number becomes NaN, which no comparison of a test accepts.
package func hexDoubles(_ table: String) -> [[Double]] {
  table.split(separator: "\n").map { line in line.split(separator: " ").map { Double(String($0)) ?? .nan } }
}
