internal import CommandLineKit

/// The batch systems that scripts are written for.
enum ClusterSystem: String, CaseIterable {
  case slurm
  case parallel
  case kubernetes
  case awsbatch

  /// The system of a word; another word is refused with the nearest one.
  init(_ word: String) throws(CommandFailure) {
    guard let system = Self(rawValue: word) else {
      let names = Self.allCases.map(\.rawValue)
      let nearest = NearestWord.to(word, in: names).map { "; did you mean '\($0)'?" } ?? ""
      throw .contradiction("'\(word)' is none of slurm, parallel, kubernetes and awsbatch\(nearest)", command: "cluster")
    }
    self = system
  }

  /// How many tasks an array of the system may have.
  var tasks: ClosedRange<Int> {
    switch self {
    // Slurm's limit is a setting of each cluster, which the script asks for.
    case .slurm, .parallel: 1...1_000_000
    // Those of an indexed job with a limit of attempts for each index.
    case .kubernetes: 1...100_000
    case .awsbatch: 2...10_000
    }
  }

  /// Whether tasks run in containers, with the files on a volume.
  var hasContainers: Bool { self == .kubernetes || self == .awsbatch }

  /// The name that people know it by.
  var title: String {
    switch self {
    case .slurm: "Slurm"
    case .parallel: "GNU parallel"
    case .kubernetes: "Kubernetes"
    case .awsbatch: "AWS Batch"
    }
  }
}
