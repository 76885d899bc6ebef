/// How wide a chart is drawn: beside its labels on a page, or below them on a telephone.
enum ChartLayout: String, CaseIterable {
  case wide
  case narrow

  /// Pixels from edge to edge.
  var width: Double { self == .wide ? 760 : 340 }

  /// How many ticks there is room for.
  var ticks: Int { self == .wide ? 6 : 3 }

  /// The width of a text at 13 pixels: on average so much a character, twice that for characters of East Asia.
  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 13 : 7) }
  }

  /// A text that fits so many pixels, cut with an ellipsis.
  static func fitted(_ text: String, to limit: Double) -> String {
    guard width(of: text) > limit else { return text }
    var scalars = String.UnicodeScalarView()
    var taken = 7.0
    for scalar in text.unicodeScalars {
      taken += scalar.value >= 0x1100 ? 13 : 7
      if taken > limit { break }
      scalars.append(scalar)
    }
    return String(scalars) + "…"
  }
}

extension Chart {
  /// The chart as inline markup, styled by the page.
  func inline(_ layout: ChartLayout, title: String) -> String {
    let drawn = drawing(layout)
    return drawn.canvas.markup(width: layout.width, height: drawn.height, title: title, layout: layout.rawValue)
  }

  /// The chart as a file of its own, with its title above it and its source below it.
  func file(title: String, note: String) -> String {
    let layout = ChartLayout.wide
    let heading = 30.0
    let drawn = drawing(layout, top: heading)
    var canvas = drawn.canvas
    canvas.text(ChartLayout.fitted(title, to: layout.width - 16), "title", at: (8, 19))
    let words = TextLayout.wrapped(note, width: 108)
    var y = drawn.height + 14
    for line in words {
      canvas.text(line, "small", at: (8, y))
      y += 15
    }
    return canvas.markup(width: layout.width, height: y, title: title, style: ChartStyle.file) + "\n"
  }

  private func drawing(_ layout: ChartLayout, top: Double = 0) -> (canvas: SVGCanvas, height: Double) {
    switch self {
    case .intervals(let chart): chart.drawing(layout, top: top)
    case .densities(let chart): chart.drawing(layout, top: top)
    case .cumulative(let chart): chart.drawing(layout, top: top)
    case .fan(let chart): chart.drawing(layout, top: top)
    case .waterfall(let chart): chart.drawing(layout, top: top)
    }
  }
}
