/// The help of a program and of its commands, made from the same tables that the parser reads.
package enum HelpText {
  /// Lines are at most this wide.
  package static let width = 80

  /// What `program help` prints.
  package static func program(_ program: ProgramSyntax) -> String {
    var lines = TextWrapping.lines(program.abstract, width: width)
    lines += ["", "Usage:"]
    for command in program.commands { lines += usage(command, of: program) }
    lines += ["", "Commands:"]
    lines += table(program.commands.map { ($0.name, $0.abstract) })
    lines += ["", "Options:"]
    lines += table([("-h, --help", "print this help, or that of a command"), ("    --version", "print the version")])
    lines += ["", "Exit codes:"] + table(ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
    lines += [""] + TextWrapping.lines("'\(program.name) help COMMAND' describes a command.", width: width)
    return text(lines)
  }

  /// What `program help command` prints.
  package static func command(_ command: CommandSyntax, of program: ProgramSyntax) -> String {
    var lines = TextWrapping.lines(sentence(command.abstract), width: width)
    lines += ["", "Usage:"] + usage(command, of: program)
    let options = command.options + [OptionSyntax("help", short: "h", help: "print this help")]
    lines += ["", "Options:"] + table(options.map { (label($0), description($0)) })
    for paragraph in command.discussion { lines += [""] + TextWrapping.lines(paragraph, width: width) }
    if !command.examples.isEmpty {
      lines += ["", "Examples:"] + command.examples.map { "  " + program.name + " " + $0 }
    }
    return text(lines)
  }

  /// The usage lines of a command, wrapped under its first option.
  static func usage(_ command: CommandSyntax, of program: ProgramSyntax) -> [String] {
    var parts = command.operands.map { [$0.usage] } ?? []
    parts += command.options.map { option in
      "[" + option.spelling + (option.argument.map { " " + $0.name } ?? "") + "]" + (option.isRepeatable ? "..." : "")
    }
    // An option and its argument stay on one line, so the space inside is hidden from the wrapping.
    let glued = parts.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: " ")
    let head = "  " + program.name + " " + command.name
    guard !glued.isEmpty else { return [head] }
    return TextWrapping.hanging(glued, first: head + " ", width: width).map { $0.replacing("\u{A0}", with: " ") }
  }

  private static func label(_ option: OptionSyntax) -> String {
    let short = option.short.map { "-" + String($0) + ", " } ?? "    "
    return short + option.spelling + (option.argument.map { " " + $0.name } ?? "")
  }

  private static func description(_ option: OptionSyntax) -> String {
    var text = option.help
    if case .word(let words)? = option.argument?.rule { text += ": " + words.joined(separator: ", ") }
    if option.isRepeatable { text += "; may be given several times" }
    if let defaultText = option.defaultText { text += " (default: \(defaultText))" }
    return text
  }

  /// Two columns, the right one wrapped.
  private static func table(_ rows: [(String, String)]) -> [String] {
    let left = rows.map(\.0.count).max() ?? 0
    return rows.flatMap { label, words in
      let first = "  " + label + String(repeating: " ", count: left - label.count) + "  "
      return TextWrapping.hanging(words, first: first, width: width)
    }
  }

  private static func sentence(_ abstract: String) -> String {
    abstract.prefix(1).uppercased() + abstract.dropFirst() + "."
  }

  private static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}
