/// What a shell reads to complete the program's command lines, made from the tables that the parser reads.
package enum ShellCompletion: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script; it asks nothing of the program, so that it completes at once.
  package func script(for program: ProgramSyntax) -> String {
    switch self {
    case .bash: Self.bash(program)
    case .zsh: Self.zsh(program)
    case .fish: Self.fish(program)
    }
  }

  /// Spellings of an option, the long one first.
  private static func spellings(_ option: OptionSyntax) -> [String] {
    [option.spelling] + (option.short.map { ["-\($0)"] } ?? [])
  }

  /// The words that an option's argument may be.
  private static func words(_ option: OptionSyntax) -> [String]? {
    if case .word(let words) = option.argument?.rule { words } else { nil }
  }

  /// Whether an option's argument is a path.
  private static func isPath(_ option: OptionSyntax) -> Bool { ["FILE", "DIR"].contains(option.argument?.name) }

  /// A word in single quotes, as all three shells read it.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

  private static func bash(_ program: ProgramSyntax) -> String {
    let name = program.name
    var text = """
      # Completion of \(name) for bash: source this file, or put it in /usr/share/bash-completion/completions/\(name).
      _\(name)() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\((program.commands.map(\.name) + ["--help", "--version"]).joined(separator: " "))" -- "$word"))
          return
        fi
        case $command in

      """
    for command in program.commands {
      text += "  \(command.name))\n    case $before in\n"
      for option in command.options where option.argument != nil {
        let reply =
          words(option).map { "COMPREPLY=($(compgen -W \"\($0.joined(separator: " "))\" -- \"$word\"))" }
          ?? (isPath(option) ? "COMPREPLY=($(compgen -f -- \"$word\"))" : ":")
        text += "    \(spellings(option).joined(separator: "|"))) \(reply); return ;;\n"
      }
      let all = (command.options.flatMap(spellings) + ["--help"]).joined(separator: " ")
      text += """
            esac
            case $word in
            -*) COMPREPLY=($(compgen -W "\(all)" -- "$word")) ;;
            *) COMPREPLY=($(compgen -f -- "$word")) ;;
            esac ;;

        """
    }
    return text + "  esac\n}\ncomplete -o filenames -F _\(name) \(name)\n"
  }

  private static func zsh(_ program: ProgramSyntax) -> String {
    let name = program.name
    /// Texts of specifications: colons and brackets have a meaning there.
    func words(_ text: String) -> String {
      text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(":", with: "\\:")
    }
    var text = """
      #compdef \(name)
      # Completion of \(name) for zsh: put it in a folder of $fpath as _\(name).
      _\(name)() {
        local -a commands
        commands=(

      """
    for command in program.commands { text += "    \(quoted(command.name + ":" + words(command.abstract)))\n" }
    text += """
        )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in

      """
    for command in program.commands {
      text += "  \(command.name))\n    _arguments -s \\\n"
      for option in command.options {
        let argument = option.argument.map { argument in
          ":\(words(argument.name)):"
            + (Self.words(option).map { "(\($0.joined(separator: " ")))" } ?? (isPath(option) ? "_files" : " "))
        }
        for spelling in spellings(option) {
          let form = (option.isRepeatable ? "*" : "") + spelling + "[\(words(option.help))]" + (argument ?? "")
          text += "      \(quoted(form)) \\\n"
        }
      }
      text += "      '--help[print help]' '*:file:_files' ;;\n"
    }
    return text + "  esac\n}\n_\(name) \"$@\"\n"
  }

  private static func fish(_ program: ProgramSyntax) -> String {
    let name = program.name
    var text = """
      # Completion of \(name) for fish: put it in ~/.config/fish/completions/\(name).fish.
      complete -c \(name) -n __fish_use_subcommand -f -l help -d 'print help'
      complete -c \(name) -n __fish_use_subcommand -f -l version -d 'print the version'

      """
    for command in program.commands {
      text += "complete -c \(name) -n __fish_use_subcommand -f -a \(command.name) -d \(fishQuoted(command.abstract))\n"
      for option in command.options {
        var line = "complete -c \(name) -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name)"
        if let short = option.short { line += " -s \(short)" }
        if option.argument != nil {
          line += words(option).map { " -x -a \(fishQuoted($0.joined(separator: " ")))" } ?? (isPath(option) ? " -r" : " -x")
        }
        text += line + " -d \(fishQuoted(option.help))\n"
      }
    }
    return text
  }

  /// A word in single quotes, in which fish reads a backslash before a quote or another one.
  private static func fishQuoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
