/// What is wrong with a command line.
package enum UsageError: Error, Hashable, Sendable {
  case noCommand(program: String)
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?, command: String)
  /// An option that takes an argument stands last, or another option follows it.
  case missingArgument(option: OptionSyntax)
  /// A switch was given `=value`.
  case unwantedArgument(option: OptionSyntax, value: String)
  case badValue(option: OptionSyntax, value: String)
  case repeatedOption(OptionSyntax)
  case missingOperand(name: String, command: String)
  case extraOperand(String, command: String)

  /// The message, one line without a full stop at the end.
  package var message: String {
    switch self {
    case .noCommand: "no command was given"
    case .unknownCommand(let name, let nearest): "unknown command '\(Self.cut(name))'" + Self.suggestion(nearest)
    case .unknownOption(let name, let nearest, let command):
      "'\(command)' has no option '\(Self.cut(name))'" + Self.suggestion(nearest)
    case .missingArgument(let option): "\(option.spelling) needs \(Self.placeholder(option)): \(Self.expectation(option))"
    case .unwantedArgument(let option, let value): "\(option.spelling) takes no value, and was given '\(Self.cut(value))'"
    case .badValue(let option, let value): "\(option.spelling) expects \(Self.expectation(option)), not '\(Self.cut(value))'"
    case .repeatedOption(let option): "\(option.spelling) was given twice"
    case .missingOperand(let name, let command): "'\(command)' needs \(name)"
    case .extraOperand(let operand, let command): "'\(command)' does not know what to do with '\(Self.cut(operand))'"
    }
  }

  private static func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
  }

  /// A word of the command line, so long that it can be recognised.
  private static func cut(_ word: String) -> String {
    // Bytes are counted in no time, and characters are no more.
    guard word.utf8.count > 200, word.count > 200 else { return word }
    return "\(word.prefix(200))…"
  }

  private static func placeholder(_ option: OptionSyntax) -> String { option.argument?.name ?? "a value" }

  private static func expectation(_ option: OptionSyntax) -> String { option.argument?.rule.expectation ?? "no value" }
}
