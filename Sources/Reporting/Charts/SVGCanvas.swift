internal import TextFormats

/// A drawing under construction: elements in pixels, styled by class.
struct SVGCanvas {
  private var elements: [String] = []

  mutating func line(_ style: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    elements.append(
      "<line class=\"\(style)\" x1=\"\(Self.pixels(start.x))\" y1=\"\(Self.pixels(start.y))\" x2=\"\(Self.pixels(end.x))\" y2=\"\(Self.pixels(end.y))\"/>"
    )
  }

  mutating func box(_ style: String, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    elements.append(
      "<rect class=\"\(style)\" x=\"\(Self.pixels(x.lowerBound))\" y=\"\(Self.pixels(y.lowerBound))\" width=\"\(Self.pixels(x.upperBound - x.lowerBound))\" height=\"\(Self.pixels(y.upperBound - y.lowerBound))\" rx=\"1.5\"/>"
    )
  }

  /// Words at a point: `anchor` is `start`, `middle` or `end`.
  mutating func text(_ words: String, _ style: String, at point: (x: Double, y: Double), anchor: String = "start") {
    elements.append(
      "<text class=\"\(style)\" x=\"\(Self.pixels(point.x))\" y=\"\(Self.pixels(point.y))\" text-anchor=\"\(anchor)\">\(MarkupText.escaped(words))</text>"
    )
  }

  /// A line through points; closed it is an area.
  mutating func path(_ style: String, through points: [(x: Double, y: Double)], isClosed: Bool = false) {
    guard let first = points.first else { return }
    var way = "M\(Self.pixels(first.x)) \(Self.pixels(first.y))"
    for point in points.dropFirst() { way += "L\(Self.pixels(point.x)) \(Self.pixels(point.y))" }
    elements.append("<path class=\"\(style)\" d=\"\(way)\(isClosed ? "Z" : "")\"/>")
  }

  mutating func dot(_ style: String, at point: (x: Double, y: Double)) {
    elements.append("<circle class=\"\(style)\" cx=\"\(Self.pixels(point.x))\" cy=\"\(Self.pixels(point.y))\" r=\"3\"/>")
  }

  /// The drawing: a picture with a name for those who do not see it.
  ///
  /// - Parameter style: A style sheet of its own, for a drawing that stands in a file.
  func markup(width: Double, height: Double, title: String, layout: String? = nil, style: String? = nil) -> String {
    let own = style.map { "<style>\($0)</style>" } ?? ""
    let space = style == nil ? "" : " xmlns=\"http://www.w3.org/2000/svg\""
    let kind = layout.map { " class=\"chart \($0)\"" } ?? " class=\"chart\""
    return
      "<svg\(space)\(kind) viewBox=\"0 0 \(Self.pixels(width)) \(Self.pixels(height))\" role=\"img\" aria-label=\"\(MarkupText.escaped(title))\">\(own)\n"
      + elements.joined(separator: "\n") + "\n</svg>"
  }

  /// A length to a tenth of a pixel.
  private static func pixels(_ length: Double) -> String { NumberText.exact((length * 10).rounded() / 10) }
}

/// Text inside markup.
enum MarkupText {
  /// The text without markup in it and without characters that are not shown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in ShownText.block(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
