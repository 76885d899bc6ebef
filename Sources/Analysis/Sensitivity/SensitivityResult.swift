package import Statistics
package import TariffModel

/// The answer to the question which inputs drive some outcomes.
package struct SensitivityResult: Sendable {
  package var plan: Plan
  package var method: SensitivityMethod
  /// The scenario whose outcomes are taken off.
  package var against: String?
  package var inputs: [SensitivityInput]
  package var outcomes: [OutcomeSensitivity]
  /// What a reader should know beside the numbers.
  package var notes: [ModelNote]
  /// Evaluations of the model, each of one draw.
  package var evaluations: Int
}

/// What drives one outcome.
package struct OutcomeSensitivity: Sendable {
  package var key: OutcomeKey
  /// Nothing where it is the same in every draw, or the draws are.
  package var spread: Spread?
  /// The number itself where it is the same in every draw.
  package var certain: Double?
  /// With all numbers at their medians; nothing where it has no value there.
  package var medianCase: Double?
  /// Draws in which it has no usable value at some point, which are left out.
  package var unusableDraws: Int
  /// The most important input first; inputs that draws do not tell apart in their order.
  package var inputs: [InputInfluence]

  /// The distribution whose spread is explained, from the draws of a run.
  package struct Spread: Hashable, Sendable {
    package var mean: Double
    package var standardDeviation: Double
    /// The 5th and 95th percentiles.
    package var low: Double
    package var high: Double
  }
}

/// What one input does to an outcome.
package struct InputInfluence: Sendable {
  /// By its place among the inputs.
  package var input: Int
  /// What knowing it takes off the variance, as a share: the first-order index.
  package var firstOrder: IndexEstimate?
  /// What it has a part in: the total index.
  package var total: IndexEstimate?
  package var shapley: IndexEstimate?
  /// What knowing it takes off the distance from the 5th to the 95th percentile, as a share.
  package var widthCut: IndexEstimate?
  /// The outcome with the input's numbers at their 10th and 90th percentiles, all others at their medians.
  package var low: Double?
  package var high: Double?
  /// The best and the worst place among all inputs that the intervals leave open, from 1.
  package var rank = 1...1

  init(input: Int) { self.input = input }

  /// What is known of an input that an outcome does not read.
  static func unread(_ input: Int) -> Self {
    var influence = Self(input: input)
    (influence.firstOrder, influence.total, influence.widthCut) = (.zero, .zero, .zero)
    return influence
  }

  /// What inputs are ordered by.
  package var leading: IndexEstimate? { total ?? shapley ?? firstOrder }
}
