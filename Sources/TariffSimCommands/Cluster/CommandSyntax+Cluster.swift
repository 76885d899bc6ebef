internal import CommandLineKit
internal import Simulation

extension CommandSyntax {
  static let cluster = CommandSyntax(
    "cluster", abstract: "write the scripts that compute a run on a batch system",
    operands: OperandSyntax("SYSTEM FILE|DIR", count: 2...2),
    options: [
      OptionSyntax(
        "shards", argument: OptionArgument("N", .wholeNumber(1...UInt64(Shard.maximumCount))),
        help: "the number of tasks that the run is cut into"),
      OptionSyntax(
        "output", short: "o", argument: OptionArgument("DIR", .text), help: "where the scripts go", defaultText: "cluster/NAME"),
      OptionSyntax(
        "threads", short: "t", argument: OptionArgument("T", .wholeNumber(1...512)), help: "processors of a task",
        defaultText: "1"),
      OptionSyntax(
        "queue", argument: OptionArgument("NAME", .text), help: "the partition of Slurm, or the job queue of AWS Batch"),
      OptionSyntax("image", argument: OptionArgument("IMAGE", .text), help: "the image of containers, which has tariffsim"),
      OptionSyntax(
        "volume", argument: OptionArgument("NAME", .text),
        help: "what containers see as /data: a volume claim of Kubernetes, or an EFS file system"),
      OptionSyntax(
        "path", argument: OptionArgument("PATH", .text), help: "where the scenario file is in containers",
        defaultText: "/data/NAME/ and the file's name"),
      drawsOption, seedOption, designOption, replicatesOption, rotateOption, percentilesOption, setOption,
      OptionSyntax(
        "outcomes", argument: OptionArgument("LIST", .text), help: "as in run", defaultText: "the file's, else all"),
      groupsOption, periodsOption,
      OptionSyntax(
        "threshold", argument: OptionArgument("CONDITION", .text), help: "as in run", isRepeatable: true),
      OptionSyntax("by-line", help: "also report every export line, in lines.csv"),
      reportOption, workbookOption, quietOption, replaceOption,
    ],
    discussion: [
      "SYSTEM is slurm, parallel (GNU parallel), kubernetes or awsbatch. Nothing is submitted: sh DIR/submit does that. It starts an "
        + "array of tasks, one for each shard, and a merge that follows; given again it submits what is missing. Time and memory are "
        + "the plan's estimate with room: three times the time and five minutes, a quarter more memory.",
      "Parts, checkpoints, logs and results go to DIR, or to /data/NAME in containers. The same command given again leaves files of the "
        + "same job as they are, with what was edited in them; those of another job are refused, unless --replace writes over them.",
      "A task that is stopped keeps its work and is tried again; one that would fail again is not. Shards that are there are not "
        + "computed again. Where some stay missing, the merge says which and ends with 75, and merge --partial gives the answer "
        + "of what is there.",
    ],
    examples: [
      "cluster slurm my.toml --shards 100 --draws 1e9",
      "cluster kubernetes my.toml --shards 50 --image IMAGE --volume CLAIM",
    ])
}
