extension IntervalChart {
  /// The chart and its height.
  func drawing(_ layout: ChartLayout, top: Double) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let isWide = layout == .wide
    let labels = isWide ? PlotArea.labelWidth(rows.map(\.label), limit: 250) : 8
    let figures = isWide ? PlotArea.labelWidth(rows.map(\.figures), limit: 190) : 12
    let rowHeight = isWide ? 24.0 : 56
    let values = rows.flatMap { row in
      [row.middle] + [row.inner, row.outer].compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
    }
    let axis = ChartAxis(spanning: values + near(thresholds, values) + (showsZero ? [0] : []), ticks: layout.ticks)
    let area = PlotArea(left: labels + 8, right: layout.width - figures - 8, axis: axis)
    let bottom = top + 6 + Double(rows.count) * rowHeight
    area.drawBackground(on: &canvas, from: top + 2, to: bottom, name: self.axis, thresholds: thresholds)
    for (index, row) in rows.enumerated() {
      let y = top + 6 + Double(index) * rowHeight + (isWide ? rowHeight / 2 : 44)
      if isWide {
        canvas.text(ChartLayout.fitted(row.label, to: labels - 4), "label", at: (labels, y + 4), anchor: "end")
        canvas.text(row.figures, "figures", at: (layout.width - figures + 2, y + 4))
      } else {
        canvas.text(ChartLayout.fitted(row.label, to: layout.width - 16), "label", at: (8, y - 28))
        canvas.text(row.figures, "figures", at: (8, y - 13))
      }
      if let outer = row.outer { canvas.line("outer", from: (area.x(outer.lowerBound), y), to: (area.x(outer.upperBound), y)) }
      if let inner = row.inner {
        canvas.box("inner", x: area.x(inner.lowerBound)...area.x(inner.upperBound), y: y - 6...y + 6)
      }
      if row.outer == nil {
        canvas.dot("point", at: (area.x(row.middle), y))
      } else {
        canvas.line("middle", from: (area.x(row.middle), y - 8), to: (area.x(row.middle), y + 8))
      }
    }
    return (canvas, bottom + PlotArea.footHeight)
  }
}

/// The thresholds that lie no farther from the values than these span: one far away would flatten the chart.
func near(_ thresholds: [Double], _ values: [Double]) -> [Double] {
  guard let low = values.min(), let high = values.max() else { return [] }
  let room = high - low
  return thresholds.filter { $0 >= low - room && $0 <= high + room }
}
