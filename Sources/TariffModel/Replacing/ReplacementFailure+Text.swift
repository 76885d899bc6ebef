extension ReplacementFailure {
  /// What is wrong and, where it is known, what to write, in one line.
  package var statement: String {
    switch self {
    case .meetsNothing(let pattern, let kind, let nearest):
      "\(pattern) names no \(kind.words)" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .hasNoMean(let path, let law): "\(path): \(law) has no mean, or none of this sign, that could be moved"
    case .notComputable(let path, let law): "\(path): \(law) is scaled beyond what numbers can be"
    case .broken(let problems):
      problems.map {
        "\($0.path): " + ($0.value.map { "\($0): " } ?? "") + $0.rule.statement + ($0.suggestion.map { "; \($0)" } ?? "")
      }
      .joined(separator: "; ")
    }
  }
}
