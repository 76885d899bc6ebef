internal import CommandLineKit

/// What the options of `report` ask for.
struct ReportRequest {
  /// Result folders.
  var folders: [String]
  /// Where the charts go as files of their own.
  var charts: String?
  /// Whether the workbook is written without the page.
  var onlyWorkbook: Bool
  var isQuiet: Bool

  init(_ parsed: ParsedCommand) {
    folders = parsed.operands
    charts = parsed.value("charts")
    onlyWorkbook = parsed.has("workbook")
    isQuiet = parsed.has("quiet")
  }
}
