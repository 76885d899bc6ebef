import Testing

/// One thing that is wrong, and how the program must say so.
struct BadInput: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// What the scenario file `small.toml` holds; nothing where there is none.
  var scenario: String?
  var arguments: [String]
  var environment: [String: String] = [:]
  var code: Int32
  /// What standard error begins with.
  var message: String
}

private let runSmall = ["run", "small.toml", "--draws", "1000"]

private let badInputs = [
  BadInput(
    testDescription: "a missing file", scenario: nil, arguments: ["run", "small.toml"], code: 66,
    message: "tariffsim: small.toml: No such file or directory\n"),
  BadInput(
    testDescription: "a file where the path has a folder", scenario: SmallScenario.text,
    arguments: ["run", "small.toml/scenario.toml"], code: 66, message: "tariffsim: small.toml/scenario.toml: Not a directory\n"),
  BadInput(
    testDescription: "a folder without a scenario", scenario: nil, arguments: ["run", "empty"], code: 66,
    message: "tariffsim: empty: the folder holds no scenario.toml\n"),
  BadInput(
    testDescription: "a folder in the place of a scenario", scenario: nil, arguments: ["run", "nested"], code: 66,
    message: "tariffsim: nested/scenario.toml: Is a directory\n"),
  BadInput(
    testDescription: "an empty file", scenario: "", arguments: runSmall, code: 65,
    message: "small.toml:1:1: is empty\ntariffsim: 1 problem in small.toml\n"),
  BadInput(
    testDescription: "broken TOML", scenario: SmallScenario.replacing("duty = 0.1", with: "duty = = 0.1"), arguments: runSmall,
    code: 65, message: "small.toml:13:8: is not TOML: "),
  BadInput(
    testDescription: "an unknown key", scenario: SmallScenario.replacing("home = ", with: "hoem = 1\nhome = "),
    arguments: runSmall, code: 65,
    message: "small.toml:3:1: hoem: is not a key here\ntariffsim: 1 problem in small.toml\n"),
  BadInput(
    testDescription: "no draws", scenario: SmallScenario.text, arguments: ["run", "small.toml", "--draws", "0"], code: 64,
    message:
      "tariffsim: --draws expects a whole number from 1 to 4294967295, as in 1000000, 1_000_000 or 1e6, not '0'\nTry 'tariffsim help run'.\n"
  ),
  BadInput(
    testDescription: "no draws in the file", scenario: SmallScenario.text + "[run]\ndraws = 0\n",
    arguments: ["run", "small.toml"],
    code: 65, message: "small.toml:30:9: run/draws: "),
  BadInput(
    testDescription: "a negative seed", scenario: SmallScenario.text, arguments: ["run", "small.toml", "--seed", "-1"], code: 64,
    message: "tariffsim: --seed expects a whole number from 0 to 18446744073709551615, not '-1'\nTry 'tariffsim help run'.\n"),
  BadInput(
    testDescription: "an unknown option", scenario: SmallScenario.text, arguments: runSmall + ["--sed", "1"], code: 64,
    message: "tariffsim: 'run' has no option '--sed'; did you mean '--seed'?\nTry 'tariffsim help run'.\n"),
  BadInput(
    testDescription: "an unknown command", scenario: nil, arguments: ["rnu"], code: 64,
    message: "tariffsim: unknown command 'rnu'; did you mean 'run'?\nTry 'tariffsim help'.\n"),
  BadInput(
    testDescription: "an unknown instruction set", scenario: SmallScenario.text, arguments: runSmall,
    environment: ["TARIFFSIM_ISA": "v9"], code: 64, message: "tariffsim: TARIFFSIM_ISA names baseline, v3, v4, not 'v9'\n"),
  BadInput(
    testDescription: "an unknown path of --set", scenario: SmallScenario.text,
    arguments: runSmall + ["--set", "parameters/demnd=2"],
    code: 65, message: "--set: parameters/demnd: names no number of the study; did you mean parameters/demand?\n"),
  BadInput(
    testDescription: "a value of --set that is no number", scenario: SmallScenario.text,
    arguments: runSmall + ["--set", "exports/6302/duty=high"], code: 65, message: "--set: exports/6302/duty: "),
]

@Suite("The built program: bad input")
struct BadInputTests {
  @Test("Bad input has its message and exit code, and leaves nothing behind", arguments: badInputs)
  func refused(input: BadInput) throws {
    let bench = try Workbench()
    try bench.makeFolder("empty")
    try bench.makeFolder("nested/scenario.toml")
    if let scenario = input.scenario { try bench.write(scenario, to: "small.toml") }
    let before = try bench.names()
    let run = try bench.run(input.arguments, environment: input.environment)
    #expect(run.ending == .exit(input.code), "\(run)")
    #expect(run.errors.hasPrefix(input.message), "\(run)")
    #expect(run.output.isEmpty, "\(run)")
    #expect(try bench.names() == before)
  }

  @Test("Validate tells every problem at once, each with its place")
  func everyProblem() throws {
    let scenario = SmallScenario.replacing("\"0.8 to 1.6\"", with: "\"1.6 to 0.8\"")
      .replacing("duty = 0.1", with: "duty = -0.1").replacing("rate = 0.19", with: "rate = 19").replacing(
        "tariff", with: "tarif")
    let bench = try Workbench(["small.toml": scenario, "broken.toml": "title = ", "good.toml": SmallScenario.text])
    let run = try bench.run("validate", "small.toml", "good.toml", "broken.toml")
    #expect(run.ending == .exit(65), "\(run)")
    for place in [
      "7:9: parameters/demand: ", "13:8: exports/6302/duty: -0.1: ", "19:1: imports/5201/tarif: ", "24:8: measures/reciprocal",
    ] {
      #expect(run.errors.contains("small.toml:\(place)"), "\(place) in \(run)")
    }
    #expect(run.errors.contains("broken.toml:1:"), "\(run)")
    #expect(run.output.hasPrefix("good.toml: no problems; 1 scenario, 1 export line, 1 import line, 8 numbers\n  - "), "\(run)")
  }
  @Test("A place in a file is told from where the user stands")
  func places() throws {
    let bench = try Workbench()
    let scenario = SmallScenario.replacing("duty = 0.1", with: "duty = -0.1")
    for folder in ["one", "two"] {
      try bench.makeFolder(folder)
      try bench.write(scenario, to: "\(folder)/scenario.toml")
    }
    let run = try bench.run("validate", "one", "two/scenario.toml", "\(bench.folder)/two")
    #expect(run.ending == .exit(65), "\(run)")
    let places = run.errors.split(separator: "\n").filter { $0.contains(":13:8: exports/6302/duty: -0.1: ") }
    #expect(places.count == 3, "\(run)")
    for (place, folder) in zip(places, ["one", "two", "\(bench.folder)/two"]) {
      #expect(place.hasPrefix("\(folder)/scenario.toml:13:8: "), "\(run)")
    }
  }
}
