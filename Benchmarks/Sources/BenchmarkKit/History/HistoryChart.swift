internal import Reporting

/// A history as a picture: a small panel for each benchmark, all from zero, in the colours of the reader's theme.
package struct HistoryChart {
  private let history: History
  private let groups: [(title: String, series: [HistorySeries])]

  /// In user units, which are pixels at the picture's own size.
  private enum Size {
    static let columns = 4
    static let panelWidth = 200.0
    static let panelHeight = 78.0
    static let gap = 20.0
    static let margin = 20.0
    static let heading = 52.0
    static let groupTitle = 30.0
    /// Of a panel, what is above the curve.
    static let title = 22.0
    /// Of a panel, what is right of the curve, for the last value.
    static let label = 66.0
    static var width: Double { 2 * margin + Double(columns) * panelWidth + Double(columns - 1) * gap }
  }

  package init(_ history: History, filter: NameFilter) {
    self.history = history
    var groups: [(title: String, series: [HistorySeries])] = []
    for series in history.series(matching: filter) {
      if groups.last?.title == series.group {
        groups[groups.count - 1].series.append(series)
      } else {
        groups.append((series.group, [series]))
      }
    }
    // From the whole program down to its kernels: what a reader looks for comes first.
    self.groups = groups.reversed()
  }

  /// The picture as SVG.
  package var svg: String {
    var body = ""
    var y = Size.heading
    for (title, series) in groups {
      body += "<text class=\"g\" x=\"\(number(Size.margin))\" y=\"\(number(y + 18))\">\(escaped(title))</text>\n"
      y += Size.groupTitle
      for (index, one) in series.enumerated() {
        let column = Double(index % Size.columns)
        let row = Double(index / Size.columns)
        body += panel(one, x: Size.margin + column * (Size.panelWidth + Size.gap), y: y + row * (Size.panelHeight + Size.gap / 2))
      }
      let rows = (series.count + Size.columns - 1) / Size.columns
      y += Double(rows) * (Size.panelHeight + Size.gap / 2) + Size.gap / 2
    }
    let heading = escaped(HistoryTable.heading(history))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(Size.width)) \(number(y + Size.margin / 2))" role="img" \
      aria-label="Benchmarks over time"><title>Benchmarks over time</title><style>\(Self.style)</style>
      <rect class="p" width="100%" height="100%"/>
      <text class="h" x="\(number(Size.margin))" y="26">Benchmarks over time: medians, every panel from zero</text>
      <text class="n" x="\(number(Size.margin))" y="44">\(heading)</text>
      \(body)</svg>

      """
  }

  /// One benchmark: its name, the course of its medians, the last one, and how that compares with the first.
  private func panel(_ series: HistorySeries, x: Double, y: Double) -> String {
    guard let movement = series.movement else { return "" }
    let right = x + Size.panelWidth - Size.label
    let bottom = y + Size.panelHeight - 8
    let points = self.points(series.medians, x: x + 3...right - 3, top: y + Size.title + 6, bottom: bottom)
    let path = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    let last = points.last ?? (right, bottom)
    let moved = abs(movement.ratio - 1) < 0.05 ? "n" : movement.ratio < 1 ? "f" : "s"
    var text = "<text class=\"t\" x=\"\(number(x))\" y=\"\(number(y + 14))\">\(escaped(series.title))</text>"
    text += "<line class=\"z\" x1=\"\(number(x))\" x2=\"\(number(right))\" y1=\"\(number(bottom))\" y2=\"\(number(bottom))\"/>"
    if points.count > 1 { text += "<polyline class=\"c\" points=\"\(path)\"/>" }
    text += "<circle class=\"d\" cx=\"\(number(last.x))\" cy=\"\(number(last.y))\" r=\"3\"/>"
    let label = number(right + 8)
    text += "<text class=\"v\" x=\"\(label)\" y=\"\(number(y + Size.title + 20))\">\(NumberText.short(movement.last))</text>"
    text += "<text class=\"n\" x=\"\(label)\" y=\"\(number(y + Size.title + 34))\">\(series.unit.rawValue)</text>"
    if points.count > 1 {
      let ratio = NumberText.rounded(movement.ratio, place: -2)
      text += "<text class=\"\(moved)\" x=\"\(label)\" y=\"\(number(y + Size.title + 48))\">× \(ratio)</text>"
    }
    return text + "\n"
  }

  /// Where the medians that are known are drawn: equal steps to the right, height by share of the largest.
  private func points(
    _ medians: [Double?], x: ClosedRange<Double>, top: Double, bottom: Double
  ) -> [(x: Double, y: Double)] {
    let largest = medians.compactMap { $0 }.max() ?? 1
    let step = (x.upperBound - x.lowerBound) / Double(max(1, medians.count - 1))
    return medians.enumerated().compactMap { index, median in
      guard let median else { return nil }
      let place = medians.count == 1 ? x.upperBound : x.lowerBound + Double(index) * step
      return (place, bottom - (bottom - top) * median / largest)
    }
  }

  /// Tenths of a unit are finer than a pixel.
  private func number(_ value: Double) -> String { NumberText.exact((value * 10).rounded() / 10) }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static let style = [
    "text{font:12px system-ui,sans-serif;fill:#24292f}.p{fill:#fff}.h{font-size:15px;font-weight:600}",
    ".g{font-weight:600;font-size:13px}.n{fill:#57606a;font-size:11px}.v{font-weight:600;font-size:13px}",
    ".f{fill:#1a7f37;font-size:11px}.s{fill:#b35900;font-size:11px}.z{stroke:#d0d7de}",
    ".c{fill:none;stroke:#0b6bcb;stroke-width:1.5;stroke-linejoin:round}.d{fill:#0b6bcb}",
    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.p{fill:#0d1117}.n{fill:#9198a1}.f{fill:#3fb950}.s{fill:#f0a35e}",
    ".z{stroke:#3d444d}.c{stroke:#58a6ff}.d{fill:#58a6ff}}",
  ].joined()
}
