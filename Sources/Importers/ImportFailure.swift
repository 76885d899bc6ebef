/// Why a file gives no table: where, what is wrong, and what to type.
package struct ImportFailure: Error, Hashable, Sendable {
  package var file: String
  package var line: Int?
  package var column: Int?
  /// What is wrong, and a way out.
  package var words: String
  /// Whether the file could not be read at all.
  package var isUnreadable = false

  init(_ file: String, line: Int? = nil, column: Int? = nil, _ words: String, isUnreadable: Bool = false) {
    (self.file, self.line, self.column, self.words, self.isUnreadable) = (file, line, column, words, isUnreadable)
  }

  /// `file:line:column: what is wrong`.
  package var text: String {
    file + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "") + ": " + words
  }
}
