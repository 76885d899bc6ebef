extension WaterfallChart {
  /// The chart and its height; a thin line leads from the end of each row to the next.
  func drawing(_ layout: ChartLayout, top: Double) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let isWide = layout == .wide
    let labels = isWide ? PlotArea.labelWidth(rows.map(\.label), limit: 250) : 8
    let figures = isWide ? PlotArea.labelWidth(rows.map(\.figures), limit: 190) : 12
    let rowHeight = isWide ? 26.0 : 56
    let values = rows.flatMap { row in [row.start, row.end] + (row.outer.map { [$0.lowerBound, $0.upperBound] } ?? []) }
    let axis = ChartAxis(spanning: values + near(thresholds, values), ticks: layout.ticks)
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
      let (start, end) = (area.x(row.start), area.x(row.end))
      if !row.isLevel {
        canvas.box(row.end < row.start ? "fall" : "rise", x: min(start, end)...max(start, end), y: y - 7...y + 7)
      }
      if let outer = row.outer { canvas.line("outer", from: (area.x(outer.lowerBound), y), to: (area.x(outer.upperBound), y)) }
      if row.isLevel { canvas.line("middle", from: (end, y - 8), to: (end, y + 8)) }
      if index + 1 < rows.count { canvas.line("lead", from: (end, y + 8), to: (end, y + rowHeight - 8)) }
    }
    return (canvas, bottom + PlotArea.footHeight)
  }
}
