/// The program's manual page, in the macros of man(7), made from the tables that the parser reads.
package enum ManualPage {
  /// Section 1.
  package static func text(for program: ProgramSyntax, version: String) -> String {
    let name = program.name
    var page = """
      .TH \(name.uppercased()) 1 "" "\(name) \(version)" "User commands"
      .SH NAME
      \(name) \\- \(words(Self.purpose(program)))
      .SH SYNOPSIS

      """
    for command in program.commands {
      page += ".B \(name) \(command.name)\n" + "[OPTION]... \(words(command.operands?.usage ?? ""))\n.br\n"
    }
    for command in program.commands {
      page += ".SH \(quoted("\(name) \(command.name)".uppercased()))\n\(sentence(command.abstract))\n"
      for option in command.options {
        let short = option.short.map { "\\-\($0), " } ?? ""
        let argument = option.argument.map { " \\fI\(words($0.name))\\fR" } ?? ""
        let otherwise = option.defaultText.map { " (default: \($0))" } ?? ""
        page += ".TP\n\\fB\(short)\\-\\-\(words(option.name))\\fR\(argument)\n\(sentence(option.help + otherwise))\n"
      }
      for paragraph in command.discussion { page += ".PP\n\(line(paragraph))\n" }
      if !command.examples.isEmpty {
        page += ".PP\nExamples:\n.nf\n" + command.examples.map { "  \(name) \(words($0))\n" }.joined() + ".fi\n"
      }
    }
    page += ".SH EXIT STATUS\n0 where all is well; 64 to 74 after the numbers of sysexits.h, each told with its reason.\n"
    return page
  }

  /// What the program does, without its name before it.
  private static func purpose(_ program: ProgramSyntax) -> String {
    let name = program.name + " "
    return program.abstract.hasPrefix(name) ? String(program.abstract.dropFirst(name.count)) : program.abstract
  }

  private static func quoted(_ text: String) -> String { "\"" + words(text) + "\"" }

  /// A phrase as a sentence.
  private static func sentence(_ text: String) -> String {
    line(text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : "."))
  }

  /// A line of text: a dot or a quote at its beginning would be a command.
  private static func line(_ text: String) -> String {
    let line = words(text)
    return line.first.map { ".'".contains($0) } ?? false ? "\\&" + line : line
  }

  /// Text without escapes in it; a hyphen stays the one that is typed, and what is not ASCII is named by its number, since not every
  /// formatter reads UTF-8.
  private static func words(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { words, scalar in
      switch scalar {
      case "\\": words += "\\e"
      case "-": words += "\\-"
      case _ where scalar.isASCII: words.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        words += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
      }
    }
  }
}
