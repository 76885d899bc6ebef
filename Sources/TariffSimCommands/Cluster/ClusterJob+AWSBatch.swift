internal import Reporting

extension ClusterJob {
  /// The definitions of the two jobs, and what registers and submits them.
  var awsBatch: [ClusterFile] {
    [
      ClusterFile(
        name: "shards.json",
        text: definition(
          name,
          shell: "exec \(Self.shell([program] + run(shard: ownShard))) --checkpoint "
            + "\(Self.shell(checkpoints))/\"$AWS_BATCH_JOB_ARRAY_INDEX\".checkpoint", shard, threads: threads
        ).text),
      ClusterFile(
        name: "merge.json",
        text: definition(name + "-merge", shell: "exec \(Self.shell([program] + join))", merge, threads: 1).text),
      ClusterFile(name: Self.submitName, text: awsSubmit),
    ]
  }

  /// What `aws batch register-job-definition --cli-input-json` takes: tried again are a stop that kept its work and a host that went.
  private func definition(_ name: String, shell: String, _ needs: Needs, threads: Int) -> JSONValue {
    func exit(_ member: String, _ value: String, _ action: String) -> JSONValue {
      .object([.init(member, .string(value)), .init("action", .string(action))])
    }
    func resource(_ type: String, _ value: Int) -> JSONValue {
      .object([.init("type", .string(type)), .init("value", .string(String(value)))])
    }
    let container: [JSONValue.Member] = [
      .init("image", .string(image ?? "")), .init("command", .array(["/bin/sh", "-c", shell].map(JSONValue.string))),
      .init("resourceRequirements", .array([resource("VCPU", threads), resource("MEMORY", needs.megabytes)])),
      .init(
        "volumes",
        .array([
          .object([
            .init("name", .string("data")),
            .init(
              "efsVolumeConfiguration",
              .object([.init("fileSystemId", .string(volume ?? "")), .init("transitEncryption", .string("ENABLED"))])),
          ])
        ])),
      .init(
        "mountPoints",
        .array([.object([.init("sourceVolume", .string("data")), .init("containerPath", .string(Self.mountPath))])])),
    ]
    return .object([
      .init("jobDefinitionName", .string(name)), .init("type", .string("container")),
      .init("containerProperties", .object(container)),
      .init(
        "retryStrategy",
        .object([
          .init("attempts", .integer(10)),
          .init(
            "evaluateOnExit",
            .array([
              exit("onExitCode", "75", "RETRY"), exit("onStatusReason", "Host EC2*", "RETRY"), exit("onReason", "*", "EXIT"),
            ])),
        ])),
      .init("timeout", .object([.init("attemptDurationSeconds", .integer(60 * needs.minutes))])),
      .init("tags", .object([.init("tariffsim-job", .string(digest))])),
    ])
  }

  private var awsSubmit: String {
    """
    #!/bin/sh
    \(mark)
    # Registers both jobs and submits them: the merge starts when every shard has succeeded, and fails when one has failed.
    # The same again does what failed: shards that are there end at once. Options for aws may follow, as in: sh submit --region eu-west-1
    set -eu
    queue=\(Self.shell(queue ?? ""))
    shards=$(aws batch register-job-definition "$@" --query jobDefinitionArn --output text \\
      --cli-input-json \(Self.shell("file://" + folder))/shards.json)
    merge=$(aws batch register-job-definition "$@" --query jobDefinitionArn --output text \\
      --cli-input-json \(Self.shell("file://" + folder))/merge.json)
    job=$(aws batch submit-job "$@" --query jobId --output text --job-name \(name) --job-queue "$queue" \\
      --job-definition "$shards" --array-properties size=\(shards))
    echo "\(shards) shards: job $job"
    aws batch submit-job "$@" --query jobId --output text --job-name \(name)-merge --job-queue "$queue" \\
      --job-definition "$merge" --depends-on "jobId=$job"

    """
  }
}
