/// A share of 1 as a bar of block characters.
package enum ShareBar {
  /// Characters of the whole.
  package static let cells = 16

  /// The bar, to an eighth of a cell; a share above 0 has at least the thinnest mark, one beyond 1 is full.
  package static func text(_ share: Double) -> String {
    guard share > 0 else { return "" }
    let eighths = max(1, Int((min(share, 1) * Double(8 * cells)).rounded()))
    let parts: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
