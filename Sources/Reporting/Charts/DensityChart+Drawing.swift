extension DensityChart {
  /// The chart and its height; each row reaches the same height, so that shapes are compared and not sizes.
  func drawing(_ layout: ChartLayout, top: Double) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let isWide = layout == .wide
    let labels = isWide ? PlotArea.labelWidth(rows.map(\.label), limit: 250) : 8
    let rowHeight = isWide ? 46.0 : 62
    let values = rows.flatMap { [$0.histogram.lower, $0.histogram.upper] }
    let axis = ChartAxis(spanning: values + near(thresholds, values), ticks: layout.ticks)
    let area = PlotArea(left: labels + 8, right: layout.width - 14, axis: axis)
    let bottom = top + 6 + Double(rows.count) * rowHeight
    area.drawBackground(on: &canvas, from: top + 2, to: bottom, name: self.axis, thresholds: thresholds)
    for (index, row) in rows.enumerated() {
      let base = top + 6 + Double(index + 1) * rowHeight
      if isWide {
        canvas.text(ChartLayout.fitted(row.label, to: labels - 4), "label", at: (labels, base - 6), anchor: "end")
      } else {
        canvas.text(ChartLayout.fitted(row.label, to: layout.width - 16), "label", at: (8, base - 47))
      }
      canvas.line("grid", from: (area.left, base), to: (area.right, base))
      canvas.path("density", through: outline(row.histogram, area, base: base, height: 40), isClosed: true)
      canvas.line("middle", from: (area.x(row.middle), base - 7), to: (area.x(row.middle), base))
    }
    return (canvas, bottom + PlotArea.footHeight)
  }

  /// The steps of a histogram above a base line; one number is a bar of its own.
  private func outline(
    _ histogram: BinnedDraws, _ area: PlotArea, base: Double, height: Double
  ) -> [(x: Double, y: Double)] {
    let peak = histogram.counts.max() ?? 0
    guard histogram.width > 0, peak > 0 else {
      let x = area.x(histogram.lower)
      return [(x - 1.5, base), (x - 1.5, base - height), (x + 1.5, base - height), (x + 1.5, base)]
    }
    var points = [(x: area.x(histogram.lower), y: base)]
    for (index, count) in histogram.counts.enumerated() {
      let y = base - height * count / peak
      points.append((area.x(histogram.lower + Double(index) * histogram.width), y))
      points.append((area.x(histogram.lower + Double(index + 1) * histogram.width), y))
    }
    points.append((area.x(histogram.upper), base))
    return points
  }
}
