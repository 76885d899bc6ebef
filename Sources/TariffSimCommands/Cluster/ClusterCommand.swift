internal import Analysis
internal import CommandLineKit
internal import Files
internal import Reporting
internal import Simulation
internal import TextFormats

/// `tariffsim cluster`: the scripts or manifests that compute a run in shards on a batch system and merge them.
struct ClusterCommand {
  var request: ClusterRequest
  var pipeline: RunPipeline
  var console: Console

  /// Writes what is not there yet; files of the same job are left as they are, edits included.
  func run() throws(CommandFailure) -> ExitCode {
    let system = try ClusterSystem(request.system)
    let shards = try shards(system)
    try checkOptions(system)
    let input = try InputFile(request.input)
    let loaded = try pipeline.load(input.path, request.run.overrides)
    let plan = try request.run.plan(for: loaded)
    let estimate = try loaded.placing(input.path) { () throws(CommandFailure) in
      try pipeline.estimate(loaded.checked, plan, request.threads)
    }
    let platform = try pipeline.platform()
    let folder = FileStore.resolved(request.directory ?? "cluster/" + input.stem)
    let place = system.hasContainers ? ClusterJob.mountPath + "/" + input.stem : folder
    let own = system.hasContainers ? place + "/" + (input.path.split(separator: "/").last.map(String.init) ?? input.path) : nil
    let scenario = request.path ?? own ?? FileStore.resolved(input.path)
    let program = system.hasContainers ? ProgramSyntax.tariffSim.name : FileStore.resolved("/proc/self/exe")
    let job = ClusterJob(
      digest: platform.digest(
        of: [loaded], overrides: request.run.overrides, plan: plan,
        asking: [system.rawValue, String(shards), String(request.threads), folder, scenario, program]
          + [request.queue, request.image, request.volume].map { $0 ?? "" } + request.mergeArguments),
      stem: input.stem, scenario: scenario, place: place, folder: folder, program: program, shards: shards,
      threads: request.threads,
      shard: ClusterJob.needs(seconds: estimate.seconds / Double(shards), bytes: Double(estimate.memoryBytes)),
      merge: Self.mergeNeeds(estimate, shards: shards),
      runArguments: request.runArguments, mergeArguments: request.mergeArguments, queue: request.queue, image: request.image,
      volume: request.volume)
    let written = try write(job.files(system), of: job)
    if !request.isQuiet { try console.print(report(job, system, written)) }
    return .success
  }

  private func shards(_ system: ClusterSystem) throws(CommandFailure) -> Int {
    guard let shards = request.shards else {
      throw .contradiction("cluster needs --shards N, the number of tasks to cut the run into", command: "cluster")
    }
    guard system.tasks.contains(shards) else {
      throw .contradiction(
        "an array of \(system.title) has \(NumberText.count(system.tasks.lowerBound)) to \(NumberText.count(system.tasks.upperBound)) tasks, "
          + "not \(NumberText.count(shards)): take another --shards", command: "cluster")
    }
    return shards
  }

  /// What a system cannot do without, and what it has no use for.
  private func checkOptions(_ system: ClusterSystem) throws(CommandFailure) {
    let given = [("image", request.image), ("volume", request.volume), ("path", request.path)]
    for (name, value) in given {
      if system.hasContainers, name != "path", value == nil {
        let meaning = name == "image" ? "the image with the program" : "the volume with the scenario, for the results too"
        throw .contradiction("\(system.title) needs --\(name), \(meaning)", command: "cluster")
      }
      if !system.hasContainers, value != nil {
        throw .contradiction(
          "--\(name) is for containers, and \(system.title) runs the program in its place: leave it out", command: "cluster")
      }
    }
    if system == .awsbatch, request.queue == nil {
      throw .contradiction("AWS Batch needs --queue, the name of a job queue", command: "cluster")
    }
    if system == .parallel || system == .kubernetes, request.queue != nil {
      throw .contradiction("--queue is for slurm and awsbatch, and \(system.title) has none: leave it out", command: "cluster")
    }
  }

  /// All parts are in memory, some 4 KB an outcome in each, and read at some 100 MB a second.
  private static func mergeNeeds(_ estimate: PlanEstimate, shards: Int) -> ClusterJob.Needs {
    let bytes = 4096 * Double(estimate.outcomes) * Double(shards)
    return ClusterJob.needs(seconds: bytes / 1e8, bytes: bytes + Double(estimate.memoryBytes))
  }

  /// Writes the files that are missing, the script that submits last; returns the names written.
  private func write(_ files: [ClusterFile], of job: ClusterJob) throws(CommandFailure) -> [String] {
    let submit = FileStore.joined(job.folder, ClusterJob.submitName)
    let isSame = Self.text(submit)?.split(separator: "\n").contains { $0 == job.mark } ?? false
    var due: [ClusterFile] = []
    for file in files {
      let path = FileStore.joined(job.folder, file.name)
      let there = Self.text(path)
      let isThere = try CommandFailure.writing { () throws(FileFailure) in try FileStore.checkPlace(path) }
      guard isThere else {
        due.append(file)
        continue
      }
      if isSame && !request.replaces || there == file.text { continue }
      guard request.replaces else {
        throw .contradiction(
          "\(path) is of another job: choose another place with --output, or write over it with --replace", command: "cluster")
      }
      due.append(file)
    }
    for file in due {
      try CommandFailure.writing { () throws(FileFailure) in
        try FileStore.replace(FileStore.joined(job.folder, file.name), with: Array(file.text.utf8))
      }
    }
    return due.map(\.name)
  }

  private static func text(_ path: String) -> String? {
    guard (try? FileStore.entry(at: path)) == .file else { return nil }
    return (try? FileBytes.read(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func report(_ job: ClusterJob, _ system: ClusterSystem, _ written: [String]) -> String {
    let submit = ShellWord.quoted(FileStore.joined(job.folder, ClusterJob.submitName))
    let state = written.isEmpty ? "is as it was" : "has " + written.joined(separator: ", ")
    return """
      \(system.title): \(NumberText.count(job.shards)) shards of up to \(NumberText.count(job.shard.minutes)) min and \
      \(NumberText.count(job.shard.megabytes)) MB, then a merge of up to \(NumberText.count(job.merge.minutes)) min and \
      \(NumberText.count(job.merge.megabytes)) MB.
      \(ShownText.line(job.folder)) \(state).
      To submit it, and later what is missing: sh \(submit)

      """
  }
}

extension ClusterJob {
  /// The files of a system, the one that submits last.
  fileprivate func files(_ system: ClusterSystem) -> [ClusterFile] {
    switch system {
    case .slurm: slurm
    case .parallel: parallel
    case .kubernetes: kubernetes
    case .awsbatch: awsBatch
    }
  }
}
