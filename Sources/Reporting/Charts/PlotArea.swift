/// The part of a chart that has a scale: where it lies, and what is drawn behind the marks.
struct PlotArea {
  var left: Double
  var right: Double
  var axis: ChartAxis

  /// Where a value lies, in pixels from the left edge of the chart.
  func x(_ value: Double) -> Double { left + axis.position(of: value) * (right - left) }

  /// Grid lines with the numbers below them, the axis's name at the foot, thresholds, and a line at 0 where it is inside.
  func drawBackground(on canvas: inout SVGCanvas, from top: Double, to bottom: Double, name: String, thresholds: [Double]) {
    for tick in axis.ticks {
      canvas.line(tick == 0 ? "zero" : "grid", from: (x(tick), top), to: (x(tick), bottom))
      canvas.text(axis.label(tick), "tick", at: (x(tick), bottom + 15), anchor: "middle")
    }
    for threshold in thresholds where threshold >= axis.lower && threshold <= axis.upper {
      canvas.line("threshold", from: (x(threshold), top), to: (x(threshold), bottom))
    }
    canvas.text(name, "tick", at: ((left + right) / 2, bottom + 32), anchor: "middle")
  }

  /// The height of what stands below the plot.
  static let footHeight = 40.0

  /// The widest label among some, within a limit.
  static func labelWidth(_ labels: [String], limit: Double) -> Double {
    min(limit, (labels.map(ChartLayout.width).max() ?? 0) + 12)
  }
}
