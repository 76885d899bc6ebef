/// Something else in the place of what a study states at the paths of a pattern.
package struct Replacement: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// A number or a law in the place of a number, or a scale in that of a use.
    case number(Quantity.Value)
    /// A supply elasticity without an end.
    case infinite
    /// The law of the number times a constant, finite and not negative.
    case factor(Double)
    /// The law of the number, scaled so that this is its mean: its standard deviation keeps its ratio to the mean.
    case mean(Double)
    /// A first or last day, or that of an announcement.
    case date(CivilDate)
    /// Whether a scenario uses a measure, cut, commitment, quota or world tariff at all; by its own path, whether every scenario does.
    case isOn(Bool)
  }

  package var pattern: PathPattern
  package var value: Value

  package init(_ pattern: PathPattern, _ value: Value) {
    self.pattern = pattern
    self.value = value
  }

  package init(_ path: String, _ value: Value) { self.init(PathPattern(path), value) }
}

/// Why a study cannot be had with something replaced.
package enum ReplacementFailure: Error, Hashable, Sendable {
  /// The pattern meets nothing of this kind; the nearest path that there is, where one is near.
  case meetsNothing(PathPattern, kind: Kind, nearest: String?)
  /// A law without a mean, or with one that is 0, cannot be moved to another mean.
  case hasNoMean(path: String, law: String)
  /// No draw of the law could be computed; a scale too large.
  case notComputable(path: String, law: String)
  /// The study breaks rules then.
  case broken([ModelProblem])

  /// What is replaced.
  package enum Kind: String, Hashable, Sendable {
    case number
    case day
    case use

    /// As a message calls it.
    package var words: String {
      switch self {
      case .number: "number of the study"
      case .day: "day of the study"
      case .use: "measure, cut, commitment, quota or world tariff that a scenario could use"
      }
    }
  }
}

extension Replacement.Value {
  /// What it takes the place of.
  var kind: ReplacementFailure.Kind {
    switch self {
    case .number, .infinite, .factor, .mean: .number
    case .date: .day
    case .isOn: .use
    }
  }
}
