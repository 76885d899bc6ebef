/// One option of a command: what the parser accepts, what the help prints and what is checked, in one place.
package struct OptionSyntax: Hashable, Sendable {
  /// Long name without the dashes.
  package var name: String
  /// One-letter name without the dash.
  package var short: Character?
  /// What the option's argument is; nothing for a switch.
  package var argument: OptionArgument?
  /// What it does, in words without a full stop.
  package var help: String
  /// Whether it may be given more than once; otherwise a second use is an error.
  package var isRepeatable: Bool
  /// What holds without the option, for the help.
  package var defaultText: String?

  package init(
    _ name: String, short: Character? = nil, argument: OptionArgument? = nil, help: String, isRepeatable: Bool = false,
    defaultText: String? = nil
  ) {
    self.name = name
    self.short = short
    self.argument = argument
    self.help = help
    self.isRepeatable = isRepeatable
    self.defaultText = defaultText
  }

  /// How a message names the option.
  package var spelling: String { "--" + name }
}

/// The argument of an option: its name in the help and the values it takes.
package struct OptionArgument: Hashable, Sendable {
  /// The placeholder in the help, as in `N`.
  package var name: String
  package var rule: ValueRule

  package init(_ name: String, _ rule: ValueRule) {
    self.name = name
    self.rule = rule
  }
}
