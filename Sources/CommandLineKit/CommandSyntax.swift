/// What one command takes, and what its help says.
package struct CommandSyntax: Hashable, Sendable {
  package var name: String
  /// One line for the list of commands.
  package var abstract: String
  /// Nothing where the command takes options only.
  package var operands: OperandSyntax?
  package var options: [OptionSyntax]
  /// Paragraphs after the table of options.
  package var discussion: [String]
  /// Command lines that work as they stand, without the program's name.
  package var examples: [String]

  package init(
    _ name: String, abstract: String, operands: OperandSyntax? = nil, options: [OptionSyntax] = [], discussion: [String] = [],
    examples: [String] = []
  ) {
    self.name = name
    self.abstract = abstract
    self.operands = operands
    self.options = options
    self.discussion = discussion
    self.examples = examples
  }
}

/// The arguments of a command that are not options.
package struct OperandSyntax: Hashable, Sendable {
  /// The placeholder in the help, as in `FILE`.
  package var name: String
  /// How many there may be; an upper end of `Int.max` means any number.
  package var count: ClosedRange<Int>

  package init(_ name: String, count: ClosedRange<Int>) {
    self.name = name
    self.count = count
  }

  /// How a usage line shows them: `FILE...`, `[COMMAND]`.
  package var usage: String {
    let repeated = count.upperBound > 1 ? name + "..." : name
    return count.lowerBound == 0 ? "[" + repeated + "]" : repeated
  }
}

/// A program: its commands and what its help says.
package struct ProgramSyntax: Hashable, Sendable {
  package var name: String
  /// One sentence for the top of the help.
  package var abstract: String
  package var commands: [CommandSyntax]

  package init(_ name: String, abstract: String, commands: [CommandSyntax]) {
    self.name = name
    self.abstract = abstract
    self.commands = commands
  }
}
