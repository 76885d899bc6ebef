extension Report {
  /// The files that a page is made from, as far as a folder has them.
  package static let fileNames = ResultDocument.fileNames + [WaterfallRows.fileName]

  /// The page about a folder, from the texts of its files by name: of a run, a comparison, a sweep or a goal.
  package init(files: [String: String]) throws(ResultReadingFailure) {
    if let answer = try AnswerDocument(files: files) {
      self = AnswerReport(answer).report
    } else {
      self = ResultReport(try ResultDocument(files: files)).report
    }
  }
}
