extension CumulativeChart {
  /// As many curves as can be told from each other by colour and dashes.
  static let limit = 8

  /// The chart and its height; a key above the plot names the curves.
  func drawing(_ layout: ChartLayout, top: Double) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let plotHeight = layout == .wide ? 250.0 : 220
    let values = curves.flatMap { $0.points.map(\.value) }
    let axis = ChartAxis(spanning: values + near(thresholds, values), ticks: layout.ticks)
    let area = PlotArea(left: 48, right: layout.width - 16, axis: axis)
    let start = key(on: &canvas, layout, top: top) + 12
    let bottom = start + plotHeight
    area.drawBackground(on: &canvas, from: start, to: bottom, name: self.axis, thresholds: thresholds)
    for percent in [0.0, 25, 50, 75, 100] {
      let y = bottom - plotHeight * percent / 100
      canvas.line("grid", from: (area.left, y), to: (area.right, y))
      canvas.text(NumberText.exact(percent) + " %", "tick", at: (area.left - 6, y + 4), anchor: "end")
    }
    for (index, curve) in curves.enumerated() {
      let points = curve.points.map { (x: area.x($0.value), y: bottom - plotHeight * $0.share) }
      canvas.path("curve series\(index + 1)", through: points)
    }
    return (canvas, bottom + PlotArea.footHeight)
  }

  /// Draws the names of the curves, as many in a row as fit, and returns where they end.
  private func key(on canvas: inout SVGCanvas, _ layout: ChartLayout, top: Double) -> Double {
    var (x, y) = (8.0, top + 12)
    for (index, curve) in curves.enumerated() {
      let label = ChartLayout.fitted(curve.label, to: layout.width - 60)
      let width = 30 + ChartLayout.width(of: label) + 16
      if x > 8, x + width > layout.width { (x, y) = (8, y + 18) }
      canvas.line("curve series\(index + 1)", from: (x, y - 4), to: (x + 24, y - 4))
      canvas.text(label, "label", at: (x + 30, y))
      x += width
    }
    return y
  }
}
