import Testing

@Suite("The built program: what a report proposes is done")
struct ReportAdviceTests {
  /// Scenarios whose first uncertain number asks for care, each with the words that must be proposed.
  private static let scenarios: [(text: String, proposed: String)] = [
    (SmallScenario.text, "--set "),
    // A rate above 1 is a percentage.
    (
      SmallScenario.replacing("\"demand\"", with: "1.2").replacing("rate = 0.19", with: "rate = \"120% to 180%\"").replacing(
        "[parameters.demand]\nvalue = \"0.8 to 1.6\"\n", with: ""), "--set measures/reciprocal/rate=147%"
    ),
    // So is a parameter that a rate names.
    (
      SmallScenario.replacing("\"demand\"", with: "1.2").replacing("rate = 0.19", with: "rate = \"demand\"").replacing(
        "0.8 to 1.6", with: "120% to 180%"), "--set parameters/demand=147%"
    ),
    // Names that a shell takes apart, and one that the option would take apart.
    (SmallScenario.replacing("6302", with: "bed 'n $table").replacing("\"demand\"", with: "\"1 to 2\""), "--set "),
    (SmallScenario.replacing("id = \"6302\"", with: "id = \"a=b\"").replacing("\"demand\"", with: "\"1 to 2\""), "--set "),
    // Members of a dependence: a row of a matrix, of loadings, of a group.
    (SmallScenario.text + dependence("matrix = [[1, 0.4], [0.4, 1]]"), "--set "),
    (SmallScenario.text + dependence("correlation = 0.4"), "--set "),
  ]

  private static func dependence(_ structure: String) -> String {
    "[parameters.other]\nvalue = \"1 to 2\"\n\n[[dependence]]\nname = \"d\"\nmembers = [\"parameters/*\"]\n\(structure)\n"
  }

  @Test("Every command at a report's end runs", arguments: scenarios.indices)
  func next(index: Int) throws {
    let (text, proposed) = Self.scenarios[index]
    let bench = try Workbench(["small.toml": text.replacing("hs = \"bed 'n $table\"", with: "hs = \"6302\"")])
    let run = try bench.run("run", "small.toml", "--draws", "1000")
    try #require(run.ending == .exit(0), "\(run)")
    let lines = run.output.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("Next") }, "\(run)")
    let commands = lines[(start + 1)...].compactMap { line in
      // The command ends where the column of what it does begins.
      line.firstMatch(of: /^  tariffsim (.+?)(  |$)/).map { String($0.output.1) }
    }
    #expect(commands.count == 3 && commands.contains { $0.contains(proposed) }, "\(commands)")
    for command in commands {
      let followed = try bench.run(shell: "exec \"$0\" " + command)
      #expect(followed.ending == .exit(0), "\(command): \(followed)")
    }
  }
}
