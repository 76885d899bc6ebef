internal import CommandLineKit
internal import Files
internal import Reporting
internal import Workbooks

/// `tariffsim report`: the page and the workbook of a result that is there.
struct ReportCommand {
  var request: ReportRequest
  var console: Console

  func run() throws(CommandFailure) -> ExitCode {
    if request.charts != nil, request.folders.count > 1 {
      throw .contradiction(
        "--charts is one folder, and there are \(request.folders.count) results: take them one by one", command: "report")
    }
    if let charts = request.charts, let folder = request.folders.first(where: { FileStore.isPath(charts, within: $0) }) {
      throw .contradiction(
        "--charts \(charts) lies in the result \(folder), which holds the files of its run alone: name a folder beside it, as in "
          + "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)-charts", command: "report")
    }
    for folder in request.folders {
      let written = try write(folder)
      if !request.isQuiet { try console.print(written.joined(separator: "\n") + "\n") }
    }
    return .success
  }

  /// Writes what is asked for, each file whole or not at all, and returns the paths.
  private func write(_ folder: String) throws(CommandFailure) -> [String] {
    let files = try files(of: folder)
    var written: [String] = []
    if !request.onlyWorkbook {
      let page: ResultPage
      do throws(ResultReadingFailure) {
        page = try ResultPage(files: files)
      } catch {
        throw .damagedResult(folder: folder, error)
      }
      written.append(try Self.replace(FileStore.joined(folder, ResultPage.fileName), page.text))
      if let charts = request.charts {
        for file in page.chartFiles { written.append(try Self.replace(FileStore.joined(charts, file.name), file.text)) }
      }
    }
    let workbook = try workbook(files, of: folder)
    let path = FileStore.joined(folder, ResultWorkbook.fileName)
    try CommandFailure.writing { () throws(FileFailure) in
      try FileStore.replace(path) { partial throws(FileFailure) in try workbook.write(to: partial) }
    }
    return written + [path]
  }

  private func workbook(_ files: [String: String], of folder: String) throws(CommandFailure) -> ResultWorkbook {
    do throws(ResultWorkbook.Failure) {
      return try ResultWorkbook(files: files)
    } catch {
      throw CommandFailure(error, folder: folder)
    }
  }

  private func files(of folder: String) throws(CommandFailure) -> [String: String] {
    var files: [String: String] = [:]
    for name in ResultWorkbook.fileNames {
      let path = FileStore.joined(folder, name)
      let isNeeded = AnswerDocument.fileNames.contains(name)
      if !isNeeded, (try? FileStore.entry(at: path)) == .missing { continue }
      do throws(FileBytes.Failure) {
        files[name] = String(decoding: try FileBytes.read(path), as: UTF8.self)
      } catch {
        throw .missingInput(
          path: path,
          reason: error.reason + "; name a result folder, as in results/my-case that 'tariffsim run my-case.toml' writes")
      }
    }
    return files
  }

  private static func replace(_ path: String, _ text: String) throws(CommandFailure) -> String {
    try CommandFailure.writing { () throws(FileFailure) in try FileStore.replace(path, with: Array(text.utf8)) }
    return path
  }
}
