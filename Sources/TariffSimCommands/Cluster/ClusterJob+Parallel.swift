extension ClusterJob {
  /// One script: the shards as GNU parallel runs them, and the merge.
  var parallel: [ClusterFile] {
    [
      ClusterFile(
        name: Self.submitName,
        text: """
          #!/bin/sh
          \(mark)
          # Computes the shards and merges them; the same again goes on with what failed or was stopped.
          # Options for parallel may follow, as in: sh submit --sshlogin one,two --jobs 50%
          # The machines must have this folder and the program in the same places.
          set -u
          : "${TARIFFSIM:=\(Self.shell(program))}"
          export TARIFFSIM
          mkdir -p \(Self.shell([parts, checkpoints]))
          log=\(Self.shell(place + "/joblog"))
          # The log may say that all is done of parts that were removed since: then it begins anew. What is there is not computed again.
          if [ -e "$log" ] && ! "$TARIFFSIM" \(Self.shell(check)) > /dev/null 2>&1; then
            done=$(awk 'NR > 1 && $7 == 0 && !seen[$1]++ { count++ } END { print count + 0 }' "$log")
            if [ "$done" -ge \(shards) ]; then rm "$log"; fi
          fi
          seq 1 \(shards) | parallel --will-cite --env TARIFFSIM --joblog "$log" --resume-failed --jobs \(max(1, 100 / threads))% "$@" \\
            \(Self.shell("\"$TARIFFSIM\" " + Self.shell(run(shard: [])) + " --shard {}/\(shards) --checkpoint " + Self.shell(checkpoints) + "/{}.checkpoint"))
          if "$TARIFFSIM" \(Self.shell(check)); then
            exec "$TARIFFSIM" \(Self.shell(join))
          fi
          echo \(Self.shell("what is missing: sh \(Self.shell(folder + "/" + Self.submitName))")) >&2
          exit 75

          """)
    ]
  }
}
