extension FanChart {
  /// The chart and its height: panels side by side where there is room, all on one scale.
  func drawing(_ layout: ChartLayout, top: Double) -> (canvas: SVGCanvas, height: Double) {
    var canvas = SVGCanvas()
    let columns = layout == .wide && panels.count > 1 ? 2 : 1
    let (plotHeight, headHeight, footHeight) = (130.0, 26.0, 36.0)
    let values = panels.flatMap { panel in
      panel.points.compactMap { $0 }.flatMap { point in
        [point.middle] + [point.outer].compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
      }
    }
    let axis = ChartAxis(spanning: values + near(thresholds, values) + (showsZero ? [0] : []), ticks: 4)
    let panelWidth = layout.width / Double(columns)
    for (index, panel) in panels.enumerated() {
      let left = Double(index % columns) * panelWidth + 58
      let right = Double(index % columns + 1) * panelWidth - 16
      let head = top + Double(index / columns) * (plotHeight + headHeight + footHeight)
      let frame = Frame(left: left, right: right, top: head + headHeight, bottom: head + headHeight + plotHeight, axis: axis)
      canvas.text(ChartLayout.fitted(panel.label, to: right - left), "label", at: (left, head + 16))
      drawScale(on: &canvas, frame)
      draw(panel, on: &canvas, frame)
    }
    let rows = (panels.count + columns - 1) / columns
    let bottom = top + Double(rows) * (plotHeight + headHeight + footHeight)
    canvas.text(self.axis, "tick", at: (layout.width / 2, bottom + 10), anchor: "middle")
    return (canvas, bottom + 18)
  }

  /// The scale of a panel.
  private struct Frame {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var axis: ChartAxis

    func y(_ value: Double) -> Double { bottom - axis.position(of: value) * (bottom - top) }

    /// The middle of a period of so many.
    func x(_ index: Int, of count: Int) -> Double { left + (Double(index) + 0.5) / Double(count) * (right - left) }
  }

  private func drawScale(on canvas: inout SVGCanvas, _ frame: Frame) {
    for tick in frame.axis.ticks {
      canvas.line(tick == 0 ? "zero" : "grid", from: (frame.left, frame.y(tick)), to: (frame.right, frame.y(tick)))
      canvas.text(frame.axis.label(tick), "tick", at: (frame.left - 6, frame.y(tick) + 4), anchor: "end")
    }
    for threshold in thresholds where threshold >= frame.axis.lower && threshold <= frame.axis.upper {
      canvas.line("threshold", from: (frame.left, frame.y(threshold)), to: (frame.right, frame.y(threshold)))
    }
    // As many names of periods as fit beside each other.
    let widest = (periods.map(ChartLayout.width).max() ?? 0) + 10
    let stride = max(1, Int((widest * Double(periods.count) / (frame.right - frame.left)).rounded(.up)))
    for index in Swift.stride(from: 0, to: periods.count, by: stride) {
      canvas.text(
        ChartLayout.fitted(periods[index], to: frame.right - frame.left), "tick",
        at: (frame.x(index, of: periods.count), frame.bottom + 16), anchor: "middle")
    }
  }

  /// Bands between neighbouring periods, dots at the middles; a period for itself is a bar.
  private func draw(_ panel: Panel, on canvas: inout SVGCanvas, _ frame: Frame) {
    let known = panel.points.enumerated().compactMap { index, point in
      point.map { (x: frame.x(index, of: periods.count), point: $0) }
    }
    for (style, range) in [("band90", \Point.outer), ("band50", \Point.inner)] {
      let marks = known.compactMap { mark in mark.point[keyPath: range].map { (x: mark.x, range: $0) } }
      if marks.count == 1 {
        let mark = marks[0]
        canvas.box(style, x: mark.x - 8...mark.x + 8, y: frame.y(mark.range.upperBound)...frame.y(mark.range.lowerBound))
      } else {
        let upper = marks.map { (x: $0.x, y: frame.y($0.range.upperBound)) }
        let lower = marks.reversed().map { (x: $0.x, y: frame.y($0.range.lowerBound)) }
        canvas.path(style, through: upper + lower, isClosed: true)
      }
    }
    canvas.path("curve series1", through: known.map { ($0.x, frame.y($0.point.middle)) })
    for mark in known { canvas.dot("point", at: (mark.x, frame.y(mark.point.middle))) }
  }
}
