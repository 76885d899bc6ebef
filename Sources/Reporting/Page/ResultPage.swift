internal import TextFormats

/// `report.html` and its charts: made from the files of a result folder and nothing else, so that a page made later is the same.
package struct ResultPage: Sendable {
  package static let fileName = "report.html"

  private let report: Report

  /// Reads the files, by name.
  package init(files: [String: String]) throws(ResultReadingFailure) {
    report = try Report(files: files)
  }

  /// The page.
  package var text: String { HTMLPage.text(report) }

  /// Every chart as a drawing and as the table of its numbers.
  package var chartFiles: [OutputFolder.File] {
    report.figures.flatMap { figure in
      let note = figure.note + " " + ([report.title] + report.facts).map { ShownText.name($0) }.joined(separator: " · ") + "."
      return [
        OutputFolder.File(name: figure.name + ".svg", text: figure.chart.file(title: figure.title, note: note)),
        OutputFolder.File(name: figure.name + ".csv", text: figure.table.csv),
      ]
    }
  }
}
