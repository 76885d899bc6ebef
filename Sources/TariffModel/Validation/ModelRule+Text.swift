extension ModelRule {
  /// The rule that was broken, in one sentence without the value.
  package var statement: String {
    switch self {
    case .range(let range): "every value must lie in \(range.text)"
    case .knownName(let kind, _): "there is no such \(kind)"
    case .parameterOfParameter: "a parameter may not name another parameter"
    case .atLeastOne(let what): "at least one \(what) is needed"
    case .groupNameIsFree: "total is the name of the sum over all groups"
    case .positiveBaseValue: "the base values sum to 0, so that a change has no percentage"
    case .matchesALine: "it covers no line"
    case .prefixMatchesALine: "no line has this prefix"
    case .finerPrefixHasShare(let line): "the prefix is longer than the code of line \(line) and would never match it whole"
    case .coarsePrefixHasNoShare: "the prefix covers lines whole, so that a share has no meaning"
    case .prefixInOneList: "the prefix stands both in covers and in exempt"
    case .sharesWithinLine(let line): "the shares of the prefixes under line \(line) can sum to more than 1"
    case .finerPrefixesAreApart(let other): "it lies inside the prefix \(other), and both are finer than a line"
    case .finiteOutcome(let outcome): "\(outcome) is not a finite number"
    case .oneReplacement(let scenario, let line, let other):
      "in scenario \(scenario) both it and \(other) replace the duty on line \(line)"
    case .exclusiveGroupIsClear(let group, let other):
      "in exclusive group \(group) it and \(other) have the same priority or a different choice"
    case .oneBasisPerLine(let line, let other):
      "on import line \(line) it and \(other) differ in basis or countsPolicyResponse"
    case .ratioNeedsImportLine: "the ratio of elasticities is for import lines"
    case .onlyWithoutImportLine: "it is given only where there is no import line"
    case .datesInOrder: "the first day is after the last"
    case .scaleOfShareOnly: "a scale multiplies a share; a new rate, a cap or a Swiss coefficient takes none"
    case .cutWithinOne: "cut × scale can exceed 1"
    case .correlationInRange: "a correlation must lie in [0, 1)"
    case .oneDependence(let other): "it is already a member of dependence \(other)"
    case .matrixSize(let members): "the matrix needs \(members) rows of \(members) numbers"
    case .matrixIsSymmetric(let row, let column): "rows and columns differ at (\(row), \(column)): the matrix must be symmetric"
    case .matrixHasUnitDiagonal(let row): "the diagonal at row \(row) must be 1"
    case .matrixIsPositiveSemidefinite(let smallest, _):
      "the matrix is not positive semidefinite: its smallest eigenvalue is \(significant(smallest, digits: 4))"
    case .loadingsWithinOne(let sum): "the squared loadings sum to \(significant(sum, digits: 6)), more than 1"
    case .distinctStreams(let other): "its random stream is also that of \(other)"
    }
  }

  /// What to do about it, where that is known.
  package var suggestion: String? {
    switch self {
    case .range(.nonNegative), .range(.positive): "use a lognormal or truncate it with lower = 0"
    case .range(.share), .range(.positiveShare): "use a beta, or truncate it with lower = 0, upper = 1"
    case .range(.atLeastOne), .range(.any): nil
    case .knownName(_, let nearest): nearest.map { "did you mean \"\($0)\"?" }
    case .groupNameIsFree: "give the group another name"
    case .parameterOfParameter: "state the distribution again, or name the first parameter wherever the second stands"
    case .finerPrefixHasShare: "state { prefix = …, share = … }"
    case .coarsePrefixHasNoShare: "remove the share, or use coverage"
    case .prefixInOneList, .oneDependence: "remove one of the two"
    case .oneReplacement: "keep one, or give them dates that do not overlap"
    case .finerPrefixesAreApart: "state disjoint prefixes with their own shares"
    case .finiteOutcome:
      "look for a value, elasticity or rate that is far too large, or a share or elasticity of 0 that is divided by"
    case .exclusiveGroupIsClear: "give each member its own priority and all the same choice"
    case .oneBasisPerLine: "state both as level or both as increment: the answer differs between the two"
    case .datesInOrder: "exchange them"
    case .matrixIsPositiveSemidefinite(_, let nearest):
      "the nearest valid matrix is ["
        + nearest.map { "[" + $0.map { significant($0, digits: 4) }.joined(separator: ", ") + "]" }.joined(separator: ", ") + "]"
    case .loadingsWithinOne: "divide the row by its length"
    case .distinctStreams: "rename one of the two"
    default: nil
    }
  }
}

/// A number to a few significant digits, for a message.
private func significant(_ value: Double, digits: Int) -> String {
  guard value != 0, value.isFinite else { return "\(value == 0 ? 0 : value)" }
  var exponent = 0
  var magnitude = value.magnitude
  while magnitude >= 10 {
    magnitude /= 10
    exponent += 1
  }
  while magnitude < 1 {
    magnitude *= 10
    exponent -= 1
  }
  var unit = 1.0
  for _ in 0..<abs(digits - 1 - exponent) { unit *= 10 }
  let rounded = digits - 1 - exponent >= 0 ? (value * unit).rounded() / unit : (value / unit).rounded() * unit
  return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? "\(Int64(rounded))" : "\(rounded)"
}
