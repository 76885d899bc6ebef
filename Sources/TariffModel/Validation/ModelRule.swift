/// The rules a study must keep besides those of its file format.
package enum ModelRule: Hashable, Sendable {
  /// Every value a number can take lies in its range.
  case range(NumberRange)
  /// A name refers to something the study has.
  case knownName(kind: String, nearest: String?)
  /// A parameter is a distribution or a constant, not another parameter.
  case parameterOfParameter
  /// The study has at least one of something.
  case atLeastOne(String)
  /// No group has the name of the sum over all groups.
  case groupNameIsFree
  /// The base values sum to something, so that a change has a percentage.
  case positiveBaseValue
  /// A measure or cut covers some line.
  case matchesALine
  /// A prefix is that of some line.
  case prefixMatchesALine
  /// A prefix longer than the line's code states its share of the line.
  case finerPrefixHasShare(line: String)
  /// A prefix no longer than every line's code covers them whole.
  case coarsePrefixHasNoShare
  /// Of the prefixes that cover or exempt a line none stands in both lists.
  case prefixInOneList
  /// The shares of the finer prefixes of a line sum to at most 1.
  case sharesWithinLine(line: String)
  /// Of the prefixes finer than a line none lies inside another.
  case finerPrefixesAreApart(other: String)
  /// Every outcome is a finite number.
  case finiteOutcome(String)
  /// At most one replacing measure acts on a line at a time.
  case oneReplacement(scenario: String, line: String, other: String)
  /// The members of an exclusive group state the same choice and different priorities.
  case exclusiveGroupIsClear(group: String, other: String)
  /// The commitments of an import line have one basis and treat the policy response alike.
  case oneBasisPerLine(line: String, other: String)
  /// A ratio η/ε is for import lines, which have an ε.
  case ratioNeedsImportLine
  /// What is given only without an import line is not given with one.
  case onlyWithoutImportLine
  /// The first day is not after the last.
  case datesInOrder
  /// A scale multiplies a share; a new rate, a cap or a coefficient has none.
  case scaleOfShareOnly
  /// A cut takes away at most all.
  case cutWithinOne
  /// A correlation lies in [0, 1).
  case correlationInRange
  /// A number has one dependence.
  case oneDependence(other: String)
  /// A matrix has a row and a column per member.
  case matrixSize(members: Int)
  case matrixIsSymmetric(row: Int, column: Int)
  case matrixHasUnitDiagonal(row: Int)
  /// No eigenvalue of a correlation matrix is negative.
  case matrixIsPositiveSemidefinite(smallestEigenvalue: Double, nearest: [[Double]])
  /// A row of loadings has Σλ² ≤ 1.
  case loadingsWithinOne(sum: Double)
  /// No two paths share a random stream.
  case distinctStreams(other: String)
}
