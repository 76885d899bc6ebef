internal import Reporting

extension ClusterJob {
  /// An indexed job of the shards, a job that waits for them and merges, and what applies both.
  var kubernetes: [ClusterFile] {
    [
      ClusterFile(name: "shards.json", text: job(name, shards: shards, [program] + kubernetesRun, shard, seconds: nil).text),
      ClusterFile(name: "merge.json", text: job(name + "-merge", shards: nil, mergeCommand, merge, seconds: waitSeconds).text),
      ClusterFile(name: Self.submitName, text: kubernetesSubmit),
    ]
  }

  /// Kubernetes puts the index in the place of its name.
  private var kubernetesRun: [String] {
    run(shard: ownShard) + ["--checkpoint", checkpoints + "/$(JOB_COMPLETION_INDEX).checkpoint"]
  }

  /// The shards that run at a time.
  private var parallelism: Int { min(shards, 100) }

  /// The merge waits as long as all shards may take one after the other at such a number at a time, and ends then.
  private var waitSeconds: Int { 60 * (shard.minutes * ((shards + parallelism - 1) / parallelism) * 2 + merge.minutes) }

  private var mergeCommand: [String] {
    [
      "/bin/sh", "-c",
      "until \(Self.shell([program] + check)) > /dev/null 2>&1; do sleep 15; done; exec \(Self.shell([program] + join))",
    ]
  }

  /// A manifest of `batch/v1`; exit codes that would be the same again end an index at once, and others are tried again.
  private func job(_ name: String, shards: Int?, _ command: [String], _ needs: Needs, seconds: Int?) -> JSONValue {
    let threads = shards == nil ? 1 : threads
    let resources = JSONValue.object([
      .init("cpu", .string(String(threads))), .init("memory", .string("\(needs.megabytes)Mi")),
    ])
    let container = JSONValue.object([
      .init("name", .string("tariffsim")), .init("image", .string(image ?? "")),
      .init("command", .array(command.map(JSONValue.string))),
      .init("resources", .object([.init("requests", resources), .init("limits", resources)])),
      .init(
        "volumeMounts",
        .array([.object([.init("name", .string("data")), .init("mountPath", .string(Self.mountPath))])])),
    ])
    let pod = JSONValue.object([
      .init("restartPolicy", .string("Never")), .init("terminationGracePeriodSeconds", .integer(60)),
      .init("containers", .array([container])),
      .init(
        "volumes",
        .array([
          .object([
            .init("name", .string("data")),
            .init("persistentVolumeClaim", .object([.init("claimName", .string(volume ?? ""))])),
          ])
        ])),
    ])
    var spec: [JSONValue.Member] = []
    if let shards {
      spec = [
        .init("completionMode", .string("Indexed")), .init("completions", .integer(shards)),
        .init("parallelism", .integer(parallelism)), .init("backoffLimitPerIndex", .integer(5)),
        .init("maxFailedIndexes", .integer(shards)), .init("podFailurePolicy", Self.failurePolicy),
      ]
    } else {
      spec = [.init("backoffLimit", .integer(2))]
    }
    if let seconds { spec.append(.init("activeDeadlineSeconds", .integer(seconds))) }
    spec.append(.init("template", .object([.init("spec", pod)])))
    return .object([
      .init("apiVersion", .string("batch/v1")), .init("kind", .string("Job")),
      .init(
        "metadata",
        .object([
          .init("name", .string(name)), .init("annotations", .object([.init("tariffsim/job", .string(digest))])),
        ])),
      .init("spec", .object(spec)),
    ])
  }

  /// A pod that was moved away is none that failed; one that fails by itself would do so again.
  private static var failurePolicy: JSONValue {
    .object([
      .init(
        "rules",
        .array([
          .object([
            .init("action", .string("FailIndex")),
            .init(
              "onExitCodes",
              .object([
                .init("containerName", .string("tariffsim")), .init("operator", .string("In")),
                .init("values", .array([64, 65, 66, 70, 71, 73].map(JSONValue.integer))),
              ])),
          ]),
          .object([
            .init("action", .string("Ignore")),
            .init(
              "onPodConditions",
              .array([.object([.init("type", .string("DisruptionTarget")), .init("status", .string("True"))])])),
          ]),
        ]))
    ])
  }

  /// Where containers have the volume.
  static let mountPath = "/data"

  private var kubernetesSubmit: String {
    """
    #!/bin/sh
    \(mark)
    # Starts the shards, and the merge that waits for them; the same again does what failed: shards that are there end at once.
    # Options for kubectl may follow, as in: sh submit --namespace trade
    set -eu
    for file in shards merge; do
      kubectl delete --ignore-not-found "$@" --filename \(Self.shell(folder))/"$file".json
      kubectl create "$@" --filename \(Self.shell(folder))/"$file".json
    done
    echo 'how far it is: kubectl get jobs \(name) \(name)-merge'

    """
  }
}
