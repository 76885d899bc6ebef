import FoundationEssentials
import Glibc
import Testing

/// A temporary folder in which the built program is run; it is removed with all that is in it.
struct Workbench: ~Copyable {
  /// The folder that the program is run in and that relative paths start from.
  let folder: String
  private let root: String

  init(_ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory.path + "/tariffsim-program-" + UUID().uuidString
    folder = root + "/here"
    try makeFolder("")
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Runs the program to its end.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Transcript {
    try run(arguments, environment: environment)
  }

  /// Runs the program to its end.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Transcript {
    try finish([BuiltProgram.path()] + arguments, environment: environment)
  }

  /// Runs a line of shell in which `"$0" "$@"` is the program with its arguments.
  func run(shell line: String, _ arguments: String...) throws -> Transcript {
    try run(shell: line, arguments)
  }

  /// Runs a line of shell in which `"$0" "$@"` is the program with its arguments.
  func run(shell line: String, _ arguments: [String]) throws -> Transcript {
    try finish(["/bin/sh", "-c", line, BuiltProgram.path()] + arguments, environment: [:])
  }

  /// Runs the program and sends a signal once it has worked for a while.
  ///
  /// What is waited for is processor time: half a second is ten times what the program takes to start and to read its files,
  /// however busy the machine is.
  func run(_ arguments: [String], interruptedBy signal: Int32) throws -> Transcript {
    let command = [try BuiltProgram.path()] + arguments
    var child = try start(command, environment: [:])
    let deadline = ContinuousClock.now + .seconds(Self.timeLimit)
    while let used = child.processorSeconds, used < 0.5, ContinuousClock.now < deadline { usleep(5_000) }
    child.send(signal)
    return try transcript(of: command, ending: child.wait(seconds: Self.timeLimit))
  }

  /// How long the program takes to its end in seconds of processor time, with all its threads.
  func processorSeconds(_ arguments: [String]) throws -> Double {
    var child = try start([BuiltProgram.path()] + arguments, environment: [:])
    var seconds = 0.0
    while let used = child.processorSeconds {
      seconds = used
      usleep(5_000)
    }
    _ = child.wait(seconds: Self.timeLimit)
    return seconds
  }

  /// What came of a signal.
  struct Answer {
    var transcript: Transcript
    /// From the signal to the end, by the clock on the wall and in processor time.
    var seconds: Double
    var processorSeconds: Double
  }

  /// Runs the program and sends a signal once it has used so many seconds of processor time.
  func run(_ arguments: [String], interruptedBy signal: Int32, after seconds: Double) throws -> Answer {
    let command = [try BuiltProgram.path()] + arguments
    var child = try start(command, environment: [:])
    while let used = child.processorSeconds, used < seconds { usleep(1_000) }
    let before = child.processorSeconds
    let start = ContinuousClock.now
    child.send(signal)
    var after = before
    while let used = child.processorSeconds, ContinuousClock.now < start + .seconds(Self.timeLimit) {
      after = used
      usleep(1_000)
    }
    let taken = (ContinuousClock.now - start) / .seconds(1)
    return Answer(
      transcript: try transcript(of: command, ending: child.wait(seconds: Self.timeLimit)), seconds: taken,
      processorSeconds: (after ?? 0) - (before ?? 0))
  }

  /// Runs the program and kills it, with no chance to clean up, as soon as a file is there.
  func run(_ arguments: [String], killedWhenThereIs name: String) throws -> Transcript {
    let command = [try BuiltProgram.path()] + arguments
    var child = try start(command, environment: [:])
    let deadline = ContinuousClock.now + .seconds(Self.timeLimit)
    while child.processorSeconds != nil, !FileManager.default.fileExists(atPath: folder + "/" + name),
      ContinuousClock.now < deadline
    {
      usleep(1_000)
    }
    child.send(SIGKILL)
    return try transcript(of: command, ending: child.wait(seconds: Self.timeLimit))
  }

  /// Runs the program and kills it after so many seconds, if it has not ended by then.
  func run(_ arguments: [String], killedAfter seconds: Double) throws -> Transcript {
    let command = [try BuiltProgram.path()] + arguments
    var child = try start(command, environment: [:])
    usleep(UInt32(seconds * 1e6))
    child.send(SIGKILL)
    return try transcript(of: command, ending: child.wait(seconds: Self.timeLimit))
  }

  /// The program's time limit in seconds; what is run here takes a fraction of one.
  private static let timeLimit = 60

  private func finish(_ command: [String], environment: [String: String]) throws -> Transcript {
    var child = try start(command, environment: environment)
    return try transcript(of: command, ending: child.wait(seconds: Self.timeLimit))
  }

  private func start(_ command: [String], environment: [String: String]) throws -> ChildProcess {
    try ChildProcess(
      command, environment: BuiltProgram.environment.merging(environment) { $1 }, folder: folder,
      outputPath: root + "/output", errorsPath: root + "/errors")
  }

  private func transcript(of command: [String], ending: ChildProcess.Ending) throws -> Transcript {
    Transcript(
      command: command.joined(separator: " "), ending: ending,
      output: try String(contentsOfFile: root + "/output", encoding: .utf8),
      errors: try String(contentsOfFile: root + "/errors", encoding: .utf8))
  }
}

extension Workbench {
  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: folder + "/" + name))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
  }

  /// What a file holds.
  func bytes(_ name: String) throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: folder + "/" + name), "\(name) cannot be read"))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The names in a folder, hidden ones too, sorted.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/" + name).sorted()
  }

  /// Checks that a file has the same bytes in two folders.
  func expectSame(_ file: String, in first: String, and second: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    let (one, other) = (try bytes("\(first)/\(file)"), try bytes("\(second)/\(file)"))
    let difference = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset
    #expect(
      !one.isEmpty && one.count == other.count && difference == nil, "\(file) of \(first) and \(second)",
      sourceLocation: sourceLocation)
  }
}
