/// A command line that was understood: the command, its options' values and its operands.
package struct ParsedCommand: Hashable, Sendable {
  package var command: String
  /// Values by option name, in the order given; a switch has one empty text.
  package var values: [String: [String]]
  package var operands: [String]
  /// Whether help was asked for; then nothing else was checked.
  package var wantsHelp: Bool

  package init(command: String, values: [String: [String]] = [:], operands: [String] = [], wantsHelp: Bool = false) {
    self.command = command
    self.values = values
    self.operands = operands
    self.wantsHelp = wantsHelp
  }

  /// Whether a switch was given.
  package func has(_ option: String) -> Bool { values[option] != nil }

  /// The value of an option that is not repeatable.
  package func value(_ option: String) -> String? { values[option]?.last }

  /// The value of an option whose rule is a whole number.
  package func wholeNumber(_ option: String) -> UInt64? { value(option).flatMap(ValueRule.wholeNumber) }

  /// The value of an option whose rule is an amount.
  package func amount(_ option: String) -> UInt64? { value(option).flatMap(ValueRule.amount) }

  /// The value of an option whose rule is a list of numbers.
  package func numbers(_ option: String) -> [Double]? { value(option).flatMap(ValueRule.numbers) }

  /// The value of an option whose rule is a place.
  package func place(_ option: String) -> (index: Int, count: Int)? { value(option).flatMap(ValueRule.place) }

  /// The values of a repeatable option whose rule is an assignment, in the order given.
  package func assignments(_ option: String) -> [(name: String, value: String)] {
    (values[option] ?? []).compactMap(ValueRule.assignment)
  }
}
