extension CommandSyntax {
  /// Reads the arguments after the command's name.
  ///
  /// `--name value`, `--name=value`, `-n value` and switches, mixed with operands; after `--` everything is an operand.
  /// `--help` and `-h` anywhere before `--` ask for help, whatever else is wrong.
  package func parse(_ arguments: [String]) throws(UsageError) -> ParsedCommand {
    let beforeSeparator = arguments.prefix { $0 != "--" }
    if beforeSeparator.contains(where: { $0 == "--help" || $0 == "-h" }) {
      return ParsedCommand(command: name, wantsHelp: true)
    }
    var parsed = ParsedCommand(command: name)
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        parsed.operands += rest
        break
      }
      // A lone dash is an operand by custom; a negative number is never an operand here.
      guard argument.hasPrefix("-"), argument != "-" else {
        parsed.operands.append(argument)
        continue
      }
      let (option, attached) = try option(spelled: argument)
      let value = try self.value(of: option, attached: attached, rest: &rest)
      if parsed.has(option.name), !option.isRepeatable { throw .repeatedOption(option) }
      parsed.values[option.name, default: []].append(value)
    }
    try checkOperands(parsed.operands)
    return parsed
  }

  private func option(spelled argument: String) throws(UsageError) -> (OptionSyntax, attached: String?) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    let match = options.first { $0.spelling == spelling || $0.short.map { "-" + String($0) } == spelling }
    guard let match else {
      let known = options.map(\.spelling) + ["--help"]
      throw .unknownOption(spelling, nearest: NearestWord.to(spelling, in: known), command: name)
    }
    return (match, attached)
  }

  private func value(
    of option: OptionSyntax, attached: String?, rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    guard let argument = option.argument else {
      if let attached { throw .unwantedArgument(option: option, value: attached) }
      return ""
    }
    let value: String
    if let attached {
      value = attached
    } else if let next = rest.first, !isOption(next) {
      value = next
      rest.removeFirst()
    } else {
      throw .missingArgument(option: option)
    }
    guard argument.rule.accepts(value) else { throw .badValue(option: option, value: value) }
    return value
  }

  /// Whether an argument spells an option of this command; `-5` does not, so that a negative number meets the option's own rule.
  private func isOption(_ argument: String) -> Bool {
    argument.hasPrefix("--") || options.contains { option in option.short.map { "-" + String($0) } == argument }
  }

  private func checkOperands(_ given: [String]) throws(UsageError) {
    let count = operands?.count ?? 0...0
    if given.count < count.lowerBound { throw .missingOperand(name: operands?.name ?? "", command: name) }
    if given.count > count.upperBound { throw .extraOperand(given[count.upperBound], command: name) }
  }
}

extension ProgramSyntax {
  /// The command with this name.
  package func command(_ name: String) throws(UsageError) -> CommandSyntax {
    guard let command = commands.first(where: { $0.name == name }) else {
      throw .unknownCommand(name, nearest: NearestWord.to(name, in: commands.map(\.name)))
    }
    return command
  }
}
