/// What is wrong with the text of a condition, and where.
package struct ConditionError: Error, Hashable, Sendable {
  package var text: String
  /// Characters before what is wrong.
  package var offset: Int
  /// What is wrong, with a way out.
  package var words: String

  package init(text: String, offset: Int, words: String) {
    self.text = text
    self.offset = offset
    self.words = words
  }

  /// `'balance <', character 10: a number is missing, as in 'balance < 2000'`.
  package var message: String { "'\(text)', character \(offset + 1): \(words)" }
}
