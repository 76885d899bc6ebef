package import LinearAlgebra

/// Why a table of correlations is none that numbers can have, and what comes nearest.
///
/// Every correlation lies from −1 to 1 and equals that of its mirror; jointly they are impossible.
package struct CorrelationDiagnosis: Hashable, Sendable {
  /// The table as it stands.
  package let matrix: Matrix
  /// Negative.
  package let smallestEigenvalue: Double
  /// The three members whose correlations contradict most; nothing where every three are possible by themselves.
  package let contradiction: ContradictoryTriple?
  /// The nearest correlation matrix in few decimals, where it has few members.
  package let printedNearest: Matrix?

  /// Up to here a matrix fits into a message.
  static let mostPrinted = 6

  /// Decimals of a matrix in a message, and in a file.
  private static let decimals = (message: 4, file: 6)

  /// Of a table, and of it as a matrix, that is not positive semidefinite; OpenBLAS is there.
  ///
  /// O(n³): a thousand members take about a second. The nearest matrix takes longer and is sought for few members only.
  init(of rows: [[Double]], _ matrix: Matrix, members: [String]) {
    self.matrix = matrix
    smallestEigenvalue = matrix.smallestEigenvalue
    contradiction = ContradictoryTriple(worstIn: rows, members: members)
    printedNearest =
      members.count <= Self.mostPrinted
      ? matrix.nearestCorrelation().matrix.roundedCorrelation(decimals: Self.decimals.message) : nil
  }

  /// The nearest correlation matrix in as many decimals as a file takes, and whether it is known that none is nearer.
  package func nearest() -> NearestCorrelation {
    var nearest = matrix.nearestCorrelation()
    nearest.matrix = nearest.matrix.roundedCorrelation(decimals: Self.decimals.file)
    return nearest
  }

  /// By how much the correlation that moves most moves.
  package func greatestMove(to other: Matrix) -> Double {
    zip(matrix.elements, other.elements).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
  }

  /// What is wrong, in one sentence.
  var statement: String {
    "the matrix is not positive semidefinite: its smallest eigenvalue is \(significant(smallestEigenvalue, digits: 4)), and "
      + (contradiction.map { $0.statement } ?? "no three members contradict one another, only more of them together")
  }

  /// What to write instead, or the command that writes it.
  var suggestion: String {
    guard let printedNearest else {
      return "write the nearest valid matrix to a file with validate --nearest-matrix nearest.csv, "
        + "and state matrixTable = \"nearest.csv\" in place of this one"
    }
    let rows = printedNearest.rowArrays.map { "[" + $0.map { Self.text($0) }.joined(separator: ", ") + "]" }
    return "write matrix = [\(rows.joined(separator: ", "))] in its place, the nearest valid one"
  }

  /// A number as a file may state it.
  package static func text(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
