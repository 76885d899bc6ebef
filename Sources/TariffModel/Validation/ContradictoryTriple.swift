/// Three numbers whose correlations with one another are impossible together.
package struct ContradictoryTriple: Hashable, Sendable {
  /// The members, the first of which is correlated with both others.
  package let members: [String]
  /// Between the first and the second, the first and the third, and the second and the third.
  package let correlations: [Double]

  /// The three whose determinant 1 + 2abc − a² − b² − c² is the most negative; nothing where none is.
  ///
  /// O(n³): a second for a thousand members.
  init?(worstIn rows: [[Double]], members: [String]) {
    let size = rows.count
    // An indefinite matrix may be so by rounding alone.
    var worst = -1e-12
    var place: (Int, Int, Int)?
    for i in 0..<size {
      let first = rows[i]
      for j in i + 1..<max(size, i + 1) {
        let (second, a) = (rows[j], first[j])
        for k in j + 1..<max(size, j + 1) {
          let (b, c) = (first[k], second[k])
          let determinant = 1 + 2 * a * b * c - a * a - b * b - c * c
          if determinant < worst {
            worst = determinant
            place = (i, j, k)
          }
        }
      }
    }
    guard let (i, j, k) = place else { return nil }
    self.members = [members[i], members[j], members[k]]
    correlations = [rows[i][j], rows[i][k], rows[j][k]]
  }

  /// What the first two correlations leave to the third: ab ± √((1 − a²)(1 − b²)).
  var possible: ClosedRange<Double> {
    let (a, b) = (correlations[0], correlations[1])
    let half = max(0, (1 - a * a) * (1 - b * b)).squareRoot()
    return max(-1, a * b - half)...min(1, a * b + half)
  }

  /// The contradiction in words.
  var statement: String {
    let shown = correlations.map { significant($0, digits: 4) }
    let (from, to) = (significant(possible.lowerBound, digits: 4), significant(possible.upperBound, digits: 4))
    let range = from == to ? "can only be \(from)" : "lies from \(from) to \(to)"
    return "worst contradict \(members[0]), \(members[1]) and \(members[2]): with \(shown[0]) between the first and the second "
      + "and \(shown[1]) between the first and the third, that of the second and the third \(range), and is not \(shown[2])"
  }
}
