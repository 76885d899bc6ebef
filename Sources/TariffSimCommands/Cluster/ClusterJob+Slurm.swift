extension ClusterJob {
  /// An array of tasks, the merge that follows it, and what submits both.
  var slurm: [ClusterFile] {
    [
      ClusterFile(name: "shard.sbatch", text: slurmShard), ClusterFile(name: "merge.sbatch", text: slurmMerge),
      ClusterFile(name: Self.submitName, text: slurmSubmit),
    ]
  }

  static let submitName = "submit"

  /// What Slurm reads of a script; the log's name may not be taken for one of its patterns.
  private func directives(_ needs: Needs, threads: Int, log: String) -> String {
    let folder = logs.replacing("%", with: "%%")
    return """
      #SBATCH --job-name=\(name)
      #SBATCH --cpus-per-task=\(threads)
      #SBATCH --mem=\(needs.megabytes)M
      #SBATCH --time=\(needs.minutes)
      #SBATCH --output=\(Self.shell(folder + "/" + log)) --open-mode=append\(queue.map { "\n#SBATCH --partition=" + Self.shell($0) } ?? "")
      """
  }

  /// A task is told a minute before its time is over, keeps its work, and is put in the queue again.
  private var slurmShard: String {
    """
    #!/bin/sh
    # One shard of \(shards); the array's indices are the shards'.
    \(directives(shard, threads: threads, log: "shard-%a.log"))
    #SBATCH --signal=B:TERM@60 --requeue
    set -u
    : "${TARIFFSIM:=\(Self.shell(program))}"
    stopped=
    "$TARIFFSIM" \(Self.shell(run(shard: ownShard))) \\
      --checkpoint \(Self.shell(checkpoints))/"$SLURM_ARRAY_TASK_ID".checkpoint &
    task=$!
    trap 'stopped=1; kill -TERM "$task" 2> /dev/null' TERM
    wait "$task"
    code=$?
    # A wait that a signal ends has not seen the program's end yet.
    if [ -n "$stopped" ]; then wait "$task"; code=$?; fi
    # 75 says that the work is kept: so often it is gone on with.
    if [ "$code" = 75 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 20 ]; then
      scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" && exit 0
    fi
    exit "$code"

    """
  }

  private var slurmMerge: String {
    """
    #!/bin/sh
    # Starts when the array has ended, however it ended: joins the parts, or says what is missing and ends with 75.
    \(directives(merge, threads: 1, log: "merge.log"))
    : "${TARIFFSIM:=\(Self.shell(program))}"
    if "$TARIFFSIM" \(Self.shell(check)); then
      exec "$TARIFFSIM" \(Self.shell(join))
    fi
    echo \(Self.shell("what is missing: sh \(Self.shell(folder + "/" + Self.submitName))"))
    exit 75

    """
  }

  private var slurmSubmit: String {
    """
    #!/bin/sh
    \(mark)
    # Submits the shards that are missing, and the merge after them; the same again submits what failed.
    # Options for sbatch may follow, as in: sh submit --account=trade
    set -eu
    : "${TARIFFSIM:=\(Self.shell(program))}"
    export TARIFFSIM
    if [ -n "$(squeue --noheader --me --name=\(name))" ]; then
      echo '\(name) is in the queue: squeue --me --name=\(name)' >&2
      exit 75
    fi
    most=$(scontrol show config | sed -n 's/^MaxArraySize *= *//p')
    if [ \(shards) -ge "${most:-1001}" ]; then
      echo "\(shards) shards, and arrays here end at $((${most:-1001} - 1)): take as many, with --shards" >&2
      exit 64
    fi
    mkdir -p \(Self.shell([logs, parts, checkpoints]))
    missing=1-\(shards)
    if ls \(Self.shell(parts))/*.part > /dev/null 2>&1; then
      missing=$("$TARIFFSIM" \(Self.shell(missing)))
    fi
    if [ -z "$missing" ]; then
      sbatch --parsable "$@" \(Self.shell(folder + "/merge.sbatch"))
      exit
    fi
    job=$(sbatch --parsable --array="$missing" "$@" \(Self.shell(folder + "/shard.sbatch")))
    echo "shards $missing: job ${job%%;*}"
    sbatch --parsable --dependency="afterany:${job%%;*}" "$@" \(Self.shell(folder + "/merge.sbatch"))

    """
  }
}
