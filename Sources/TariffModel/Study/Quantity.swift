package import Distributions

/// A number as the user stated it: a distribution (a constant is one) or a named parameter, with where it stands and where it
/// comes from.
package struct Quantity: Hashable, Sendable {
  /// What the number is.
  package enum Value: Hashable, Sendable {
    /// Drawn for this place alone, from the random stream that `path` names.
    case distribution(Distribution)
    /// The draw of `parameters/<name>`, times a constant. All places that name it share the draw.
    case parameter(name: String, times: Double)
  }

  package var value: Value
  /// Where the number stands, as in `exports/6302/elasticity`.
  ///
  /// With the seed it fixes the random stream.
  package var path: String
  package var provenance: Provenance
  /// Whether other places state the same number under the same path and share its draw, as all lines of a chapter may.
  package var isShared = false

  package init(_ value: Value, path: String, provenance: Provenance = Provenance()) {
    self.value = value
    self.path = path
    self.provenance = provenance
  }

  /// A number that is certain.
  package static func constant(_ value: Double, path: String, provenance: Provenance = Provenance()) -> Quantity {
    Quantity(.distribution(.constant(value)), path: path, provenance: provenance)
  }
}

/// Where a number comes from.
package struct Provenance: Hashable, Sendable {
  /// The publication or table, in the user's words.
  package var source: String?
  /// True where the number is the author's judgement rather than an estimate.
  package var isJudgement: Bool
  /// The latest day of the data that it rests on, or of the choice of its form where that is later: what was counted until then can
  /// prove nothing of it.
  package var asOf: CivilDate?
  /// What stood there before the number was replaced, where it was.
  package var former: String?

  package init(source: String? = nil, isJudgement: Bool = false, asOf: CivilDate? = nil, former: String? = nil) {
    self.source = source
    self.isJudgement = isJudgement
    self.asOf = asOf
    self.former = former
  }
}
