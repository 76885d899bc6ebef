import FoundationEssentials
import Testing

/// What the scripts do is tried by `.ci/check-cluster`, on a Slurm and with GNU parallel.
@Suite("The built program: scripts for batch systems")
struct ClusterTests {
  private func bench() throws -> Workbench { try Workbench(["small.toml": SmallScenario.text]) }

  private static let containers = ["--image", "a/b:1", "--volume", "claim"]

  /// Words of each system's command, and its files besides `submit`.
  private static let systems: [(system: String, options: [String], files: [String])] = [
    ("slurm", [], ["merge.sbatch", "shard.sbatch"]), ("parallel", [], []),
    ("kubernetes", containers, ["merge.json", "shards.json"]),
    ("awsbatch", containers + ["--queue", "q"], ["merge.json", "shards.json"]),
  ]

  @Test(
    "Every system has its files, a shell and a JSON reader take them, and the same command leaves them as they are",
    arguments: 0..<4)
  func files(number: Int) throws {
    let (system, options, files) = Self.systems[number]
    let bench = try bench()
    // A folder whose name a shell and a JSON text have to quote.
    let folder = "it's a \"place\""
    let command =
      ["cluster", system, "small.toml", "--shards", "5", "--draws", "20000", "--set", "parameters/demand=0.9", "-o", folder]
      + options
    let first = try bench.run(command)
    try #require(first.ending == .exit(0) && first.errors.isEmpty, "\(first)")
    #expect(try bench.names(in: folder) == (files + ["submit"]).sorted())
    for name in files + ["submit"] {
      let text = try bench.text("\(folder)/\(name)")
      if name.hasSuffix(".json") {
        // JSONValue prints what it is given; a decoder of another make reads it.
        #expect(try JSONDecoder().decode([String: Anything].self, from: Data(text.utf8)).count >= 4)
      } else {
        #expect(try bench.run(shell: "sh -n \"$1\"", "\(folder)/\(name)").ending == .exit(0), "\(name)")
      }
      if !name.hasPrefix("merge"), name != "submit" || system == "parallel" {
        #expect(text.contains("--draws") && text.contains("parameters/demand=0.9"), "\(name): \(text)")
      }
    }
    try bench.write(try bench.text(folder + "/submit") + "# edited\n", to: folder + "/submit")
    let again = try bench.run(command)
    #expect(again.ending == .exit(0) && again.output.contains("is as it was"), "\(again)")
    #expect(try bench.text(folder + "/submit").hasSuffix("# edited\n"))
    let other = try bench.run(command + ["--seed", "2"])
    #expect(other.ending == .exit(64) && other.errors.contains("is of another job"), "\(other)")
    let replaced = try bench.run(command + ["--seed", "2", "--replace"])
    #expect(replaced.ending == .exit(0) && replaced.output.contains("has "), "\(replaced)")
    #expect(try !bench.text(folder + "/submit").hasSuffix("# edited\n"))
  }

  @Test("The commands of the scripts are those of one run in shards")
  func commands() throws {
    let bench = try bench()
    try #require(
      try bench.run("cluster", "slurm", "small.toml", "--shards", "3", "--draws", "20000", "--by-line", "-q", "-o", "it's").ending
        == .exit(0))
    // Slurm's own part is what a task of it is given.
    for index in 1...3 {
      let task = try bench.run(shell: "mkdir -p \"$1/logs\"; SLURM_ARRAY_TASK_ID=$2 sh \"$1/shard.sbatch\"", "it's", "\(index)")
      try #require(task.ending == .exit(0), "\(task)")
      let merge = try bench.run(shell: "sh \"$1/merge.sbatch\"", "it's")
      #expect(merge.ending == .exit(index == 3 ? 0 : 75), "\(merge)")
      if index < 3 { #expect(merge.output.contains("what is missing: sh ") && merge.output.contains("missing: ")) }
    }
    try #require(try bench.run("run", "small.toml", "--draws", "20000", "--by-line", "-q", "-o", "whole").ending == .exit(0))
    for name in BuiltProgram.invariantFiles + ["lines.csv"] {
      #expect(try bench.bytes("it's/results/small/\(name)") == bench.bytes("whole/small/\(name)"), "\(name)")
    }
  }

  @Test("What a system lacks or has no use for is refused with a way out")
  func refusals() throws {
    let bench = try bench()
    let cases: [([String], String)] = [
      (["slrum", "--shards", "2"], "did you mean 'slurm'?"), (["slurm"], "cluster needs --shards N"),
      (["awsbatch", "--shards", "1"], "an array of AWS Batch has 2 to 10,000 tasks, not 1"),
      (["kubernetes", "--shards", "2"], "Kubernetes needs --image"),
      (["kubernetes", "--shards", "2", "--image", "a"], "Kubernetes needs --volume"),
      (["awsbatch", "--shards", "2"] + Self.containers, "AWS Batch needs --queue"),
      (["slurm", "--shards", "2", "--image", "a"], "--image is for containers"),
      (["parallel", "--shards", "2", "--queue", "a"], "--queue is for slurm and awsbatch"),
    ]
    for (options, words) in cases {
      let run = try bench.run(["cluster", options[0], "small.toml"] + options.dropFirst())
      #expect(run.ending == .exit(64) && run.errors.contains(words) && run.output.isEmpty, "\(options): \(run)")
    }
    #expect(try bench.names() == ["small.toml"])
    let bad = try bench.run("cluster", "slurm", "small.toml", "--shards", "2", "--set", "nothing=1")
    #expect(bad.ending == .exit(65), "\(bad)")
  }

  /// Any value of JSON.
  private struct Anything: Decodable {
    init(from decoder: any Decoder) throws {}
  }
}
