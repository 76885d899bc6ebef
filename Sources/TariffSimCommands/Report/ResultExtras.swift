internal import CommandLineKit
internal import Files
internal import Reporting
internal import Workbooks

/// What a result folder has for readers besides its tables.
struct ResultExtras {
  var page: Bool
  var workbook: Bool

  /// `--report` is both, `--workbook` the second alone.
  init(_ parsed: ParsedCommand) {
    page = parsed.has("report")
    workbook = parsed.has("report") || parsed.has("workbook")
  }

  init(page: Bool, workbook: Bool) {
    self.page = page
    self.workbook = workbook
  }

  /// The page about the files of a folder, where it is wanted.
  func page(_ files: [String: String]) throws(ResultReadingFailure) -> [OutputFolder.File] {
    page ? [OutputFolder.File(name: ResultPage.fileName, text: try ResultPage(files: files).text)] : []
  }

  /// The workbook of the files of a folder, where it is wanted.
  func workbook(_ files: [String: String]) throws(ResultWorkbook.Failure) -> [OutputFolder.WrittenFile] {
    guard workbook else { return [] }
    let book = try ResultWorkbook(files: files)
    return [
      OutputFolder.WrittenFile(name: ResultWorkbook.fileName) { path throws(FileFailure) in try book.write(to: path) }
    ]
  }
}
