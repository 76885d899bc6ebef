package import Statistics

/// A column whose draws are noted: an output of a program, or what is made of outputs in every draw.
package struct ObservedColumn: Sendable {
  /// Where the draws come from.
  package enum Source: Hashable, Sendable {
    /// The output of an evaluation as it is.
    case output(OutputPlace)
    case derived(Derivation)
  }

  /// What is made of outputs, draw by draw.
  package enum Derivation: Hashable, Sendable {
    /// The first less the second.
    case difference(Operand, Operand)
    /// 100·(first/second − 1); not defined where the second is 0.
    case percentChange(Operand, Operand)
    /// How far the first lies behind the best of the others and itself: the greatest less it, or where less is better, it less
    /// the least.
    case regret(Operand, among: [Operand], prefersMore: Bool)
  }

  package var source: Source
  /// What is asked of it.
  package var request: SketchRequest
  /// Whether an infinite draw is one in which the column is not defined.
  package var isRatio: Bool

  package init(_ source: Source, request: SketchRequest, isRatio: Bool) {
    self.source = source
    self.request = request
    self.isRatio = isRatio
  }
}

/// Which output of which evaluation.
package struct OutputPlace: Hashable, Sendable {
  package var evaluation: Int
  package var number: Int

  package init(evaluation: Int = 0, number: Int) {
    self.evaluation = evaluation
    self.number = number
  }
}

extension ObservedColumn.Derivation {
  var operands: [Operand] {
    switch self {
    case .difference(let first, let second), .percentChange(let first, let second): [first, second]
    case .regret(let own, let others, _): [own] + others
    }
  }
}
