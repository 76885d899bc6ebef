internal import Expressions

/// The steps of a phase-in with their shares drawn.
struct PhaseIn: Equatable {
  let steps: [PhaseInStep]
  private let shares: [Expression]

  init(_ steps: [PhaseInStep], _ number: DrawnQuantities) {
    self.steps = steps
    shares = steps.map { number($0.share) }
  }

  /// Whether everything is in force from the start.
  var isEmpty: Bool { steps.isEmpty }

  /// The share that is in force in a segment of a phase-in that is not empty; nothing before its first step.
  func share(in segment: Segment) -> Expression? { segment.step(of: steps).map { shares[$0] } }
}
