/// How an elasticity moves from the short run to the long run: ε(a) = ε_∞ + (ε₀ − ε_∞)·e^(−λa), a years after the tariff's start.
///
/// ε₀ is the elasticity that the response states.
package struct ElasticityAdjustment: Hashable, Sendable {
  /// ε_∞, of the same kind as ε₀.
  package var longRun: Quantity
  /// λ a year: after ln 2/λ years half of the way is done.
  package var speed: Quantity

  package init(longRun: Quantity, speed: Quantity) {
    self.longRun = longRun
    self.speed = speed
  }
}

/// From `date` on a share holds, until the next step: of what a measure or a cut states, or of the duty due that is paid.
///
/// Before the first step a measure or a cut does not act.
package struct PhaseInStep: Hashable, Sendable {
  package var date: CivilDate
  package var share: Quantity

  package init(date: CivilDate, share: Quantity) {
    self.date = date
    self.share = share
  }
}

/// A measure that is announced before it starts: a share of the flow that would bear it in the period of its start comes earlier.
package struct Anticipation: Hashable, Sendable {
  /// The first day on which goods can be brought forward.
  package var announced: CivilDate
  /// x: share of that flow.
  package var frontLoading: Quantity

  package init(announced: CivilDate, frontLoading: Quantity) {
    self.announced = announced
    self.frontLoading = frontLoading
  }
}
