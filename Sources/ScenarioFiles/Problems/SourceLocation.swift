/// A place in an input file; `column` counts Unicode scalars from 1.
package struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
  /// The file as the scenario names it, relative to the scenario's folder; `--set` for the command line.
  package var file: String
  /// From 1; nothing where the whole file is meant.
  package var line: Int?
  package var column: Int?

  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// What stands in place of a file for the options that replace numbers.
  package static let commandLine = SourceLocation(file: "--set")

  /// The same for the option that varies them.
  package static let variation = SourceLocation(file: "--vary")

  /// Whether it is an option rather than a file.
  var isOfOption: Bool { self == .commandLine || self == .variation }

  /// `file:line:column`, as editors and terminals understand it.
  package var description: String { description(in: "") }

  /// The same with the path of the scenario's folder before the file, which is empty or ends with a slash.
  func description(in folder: String) -> String {
    var text = isOfOption ? file : folder + file
    if let line { text += ":\(line)" }
    if line != nil, let column { text += ":\(column)" }
    return text
  }
}
