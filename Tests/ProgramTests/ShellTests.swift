import Testing

@Suite("The built program: shells and manual")
struct ShellTests {
  @Test("Bash reads the completion, which knows commands, options and the words of an option")
  func bash() throws {
    let bench = try Workbench()
    let cases = [
      ("tariffsim com", 1, "compare completion"), ("tariffsim run --de", 2, "--design"),
      ("tariffsim run --design so", 3, "sobol"), ("tariffsim run -f j", 3, "json"),
    ]
    for (words, place, found) in cases {
      let line = """
        "$0" completion bash > c && bash -n c \
        && bash -c '. ./c; COMP_WORDS=(\(words)); COMP_CWORD=\(place); _tariffsim; echo "${COMPREPLY[@]}"'
        """
      let run = try bench.run(shell: line)
      #expect(run.ending == .exit(0) && run.output == found + "\n" && run.errors.isEmpty, "\(run)")
    }
  }

  @Test("Every shell and the manual are told every command and option")
  func complete() throws {
    let bench = try Workbench()
    let help = try bench.run("help", "run").output
    // Lines of the table, not of the prose below it.
    let options = help.split(separator: "\n").compactMap { line in
      line.prefixMatch(of: /(?: {6}|  -., )--([a-z-]+)/).map { String($0.1) }
    }
    #expect(options.count > 20)
    for arguments in [["completion", "bash"], ["completion", "zsh"], ["completion", "fish"], ["manual"]] {
      let run = try bench.run(arguments)
      let text = run.output.replacing("\\-", with: "-")
      for option in options where option != "help" { #expect(text.contains(option), "\(arguments): \(option)") }
      for command in ["compare", "sweep", "solve", "merge", "report", "runs", "validate"] { #expect(text.contains(command)) }
    }
    let unknown = try bench.run("completion", "fishh")
    #expect(unknown.ending == .exit(64) && unknown.errors.contains("did you mean 'fish'?"), "\(unknown)")
  }

  @Test("The manual page is read without a complaint, where the machine has what reads it")
  func manual() throws {
    let bench = try Workbench()
    let run = try bench.run(
      shell: "\"$0\" manual > p.1; command -v groff > /dev/null || exit 0; groff -man -Tutf8 -ww p.1 > out; test -s out")
    #expect(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
  }

  @Test("The version tells what enters numbers")
  func version() throws {
    let bench = try Workbench()
    let run = try bench.run("version")
    #expect(run.ending == .exit(0) && run.output.hasPrefix("tariffsim ") && run.output.contains("instruction set"), "\(run)")
  }
}
