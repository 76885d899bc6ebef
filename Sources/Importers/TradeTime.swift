/// The year, or the month of one, that a figure is of.
struct TradeTime: Hashable {
  var year: Int
  /// From 1; nothing where the figure is of the year.
  var month: Int?
  /// Whether the figure is of the months up to this one.
  var reachesFromJanuary = false

  /// Reads `2024`, `2024-03`, `202403`, `March 2024`, `2024 March`, and one of the latter with *through* or *YTD*.
  init?(_ text: String) {
    let words = text.split { " ,-/".contains($0) }.map { $0.lowercased() }
    guard (1...4).contains(words.count) else { return nil }
    var (year, month): (Int?, Int?) = (nil, nil)
    for word in words {
      if let number = Int(word), word.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) {
        switch (word.utf8.count, number) {
        case (4, 1900...2100) where year == nil: year = number
        case (6, 190_001...210_012) where year == nil && words.count == 1: (year, month) = (number / 100, number % 100)
        case (1...2, 1...12) where month == nil && year != nil: month = number
        default: return nil
        }
      } else if ["through", "ytd", "year", "to", "date", "thru"].contains(word) {
        reachesFromJanuary = true
      } else if let number = Self.month(word), month == nil {
        month = number
      } else {
        return nil
      }
    }
    guard let year, month.map((1...12).contains) ?? !reachesFromJanuary else { return nil }
    (self.year, self.month) = (year, month)
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ].firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// Times of cells, each read once.
  struct Book {
    private var times: [UInt64: TradeTime] = [:]

    mutating func time(_ row: borrowing CellRow, _ cell: Int) -> TradeTime? {
      guard let packed = row.packed(cell) else { return TradeTime(row.text(cell)) }
      if let time = times[packed] { return time }
      guard let time = TradeTime(row.text(cell)) else { return nil }
      times[packed] = time
      return time
    }
  }
}
