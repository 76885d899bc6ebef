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

  /// Adds the page to the files of a folder where it is wanted, and returns what a library writes: the workbook, where it is wanted.
  ///
  /// That the program's own files cannot be read is a mistake of its own.
  func add(to files: inout [OutputFolder.File], of folder: String) throws(CommandFailure) -> [OutputFolder.WrittenFile] {
    guard page || workbook else { return [] }
    let texts = Dictionary(files.map { ($0.name, $0.text) }) { first, _ in first }
    if page {
      do throws(ResultReadingFailure) {
        files.append(OutputFolder.File(name: ResultPage.fileName, text: try ResultPage(files: texts).text))
      } catch {
        throw .internalError("the page cannot be made from the result: \(error)")
      }
    }
    guard workbook else { return [] }
    do throws(ResultWorkbook.Failure) {
      let book = try ResultWorkbook(files: texts)
      return [
        OutputFolder.WrittenFile(name: ResultWorkbook.fileName) { path throws(FileFailure) in try book.write(to: path) }
      ]
    } catch .unreadable(let failure) {
      throw .internalError("the workbook cannot be made from the result: \(failure)")
    } catch {
      throw CommandFailure(error, folder: folder)
    }
  }
}
