internal import TextFormats

/// A report as one self-contained page: no script, nothing from elsewhere, light and dark, for screens and paper.
///
/// The page works under `Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'`, which it states itself. Every
/// text from files is escaped, with the characters in it that are not shown.
package enum HTMLPage {
  /// The page, in UTF-8 with line feeds.
  ///
  /// O(size of the report).
  package static func text(_ report: Report) -> String {
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="tariffsim">
      <title>\(name(report.title))</title>
      <style>\(PageStyle.sheet)</style>
      </head>
      <body>
      <header>
      <h1>\(name(report.title))</h1>
      <p class="facts">\(report.facts.map(name).joined(separator: " · "))</p>

      """
    if let summary = report.summary { page += "<p class=\"lead\">\(paragraph(summary))</p>\n" }
    page += contents(report.sections) + "</header>\n<main>\n"
    for section in report.sections {
      page +=
        "<section id=\"\(MarkupText.escaped(section.anchor))\" aria-labelledby=\"h-\(MarkupText.escaped(section.anchor))\">\n"
      page += "<h2 id=\"h-\(MarkupText.escaped(section.anchor))\">\(name(section.title))</h2>\n"
      page += section.blocks.map(block).joined() + "</section>\n"
    }
    return page + "</main>\n</body>\n</html>\n"
  }

  private static func contents(_ sections: [Report.Section]) -> String {
    let links = sections.map { "<a href=\"#\(MarkupText.escaped($0.anchor))\">\(name($0.title))</a>" }
    return "<nav aria-label=\"Contents\">" + links.joined(separator: " ") + "</nav>\n"
  }

  private static func block(_ block: Report.Block) -> String {
    switch block {
    case .paragraph(let words): return "<p>\(paragraph(words))</p>\n"
    case .bullets(let entries):
      return "<ul>\n" + entries.map { "<li>\(paragraph($0))</li>\n" }.joined() + "</ul>\n"
    case .table(let table, let isFolded):
      return isFolded ? folded(table, title: table.title) : scrolled(table, hasCaption: true)
    case .figure(let figure): return self.figure(figure)
    }
  }

  private static func figure(_ figure: Figure) -> String {
    var text = "<figure>\n<h3>\(name(figure.title))</h3>\n"
    for layout in ChartLayout.allCases { text += figure.chart.inline(layout, title: figure.title) + "\n" }
    text += "<figcaption>\(paragraph(figure.note))</figcaption>\n"
    text += figure.foldsTable ? folded(figure.table, title: "The numbers") : scrolled(figure.table, hasCaption: false)
    return text + "</figure>\n"
  }

  private static func folded(_ table: DataTable, title: String) -> String {
    "<details><summary>\(name(title))</summary>\n" + scrolled(table, hasCaption: false) + "</details>\n"
  }

  /// A table that scrolls sideways where it is wider than the page; the keyboard reaches it.
  private static func scrolled(_ table: DataTable, hasCaption: Bool) -> String {
    var text = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(name(table.title))\">\n<table>\n"
    if hasCaption { text += "<caption>\(name(table.title))</caption>\n" }
    let heads = table.columns.map { column in
      "<th scope=\"col\"\(column.isNumeric ? " class=\"n\"" : "")>\(name(column.title))</th>"
    }
    text += "<thead><tr>" + heads.joined() + "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      text += "<tr>" + row.enumerated().map { cell($0.element, isHead: $0.offset == 0) }.joined() + "</tr>\n"
    }
    return text + "</tbody>\n</table>\n</div>\n"
  }

  private static func cell(_ cell: DataTable.Cell, isHead: Bool) -> String {
    switch cell {
    case .text(let words):
      isHead ? "<th scope=\"row\">\(paragraph(words))</th>" : "<td>\(paragraph(words))</td>"
    case .number(let value, let place): "<td class=\"n\">\(ShownNumber.text(value, place: place))</td>"
    case .spread(let low, let middle, let high): "<td>\(SpreadMark.markup(low: low, middle: middle, high: high))</td>"
    case .empty: "<td></td>"
    }
  }

  private static func name(_ text: String) -> String { MarkupText.escaped(ShownText.name(text)) }

  /// Prose, in which a number and its unit stay on one line.
  private static func paragraph(_ text: String) -> String {
    let words = MarkupText.escaped(ShownText.paragraph(text)).split(separator: " ", omittingEmptySubsequences: false)
    var prose = ""
    for (index, word) in words.enumerated() {
      if index > 0 {
        let before = words[index - 1]
        let isUnit = before.last?.isNumber == true && ["%", "m", "points", "jobs"].contains { word.hasPrefix($0) }
        prose += isUnit || before == "USD" ? "\u{A0}" : " "
      }
      prose += word
    }
    return prose
  }
}

/// A marginal in a cell: a line from its 5th to its 95th percentile, and a dot at the median.
private enum SpreadMark {
  static func markup(low: Double, middle: Double, high: Double) -> String {
    var canvas = SVGCanvas()
    let span = high - low
    let place = span > 0 ? (middle - low) / span : 0.5
    canvas.line("outer", from: (4, 8), to: (92, 8))
    canvas.dot("point", at: (4 + 88 * min(1, max(0, place)), 8))
    let words = "median at \(NumberText.exact((place * 100).rounded())) % of the way from P5 to P95"
    return canvas.markup(width: 96, height: 16, title: words, layout: "mark")
  }
}
