internal import LinearAlgebra

/// How the standard normals of a dependence are made of independent ones: z = A·w.
///
/// It states in one place what ``DrawnQuantities`` writes as expressions; a test holds the two together.
package struct DependentNormals: Sendable {
  package let name: String
  /// The paths of the numbers, z.
  package let members: [String]
  /// The paths of the independent streams, w: common factors first.
  package let streams: [String]
  private let structure: Dependence.Structure
  /// Of a matrix.
  private let factor: Matrix?

  /// Takes the dependence of a study that was checked.
  init(_ dependence: Dependence) {
    name = dependence.name
    members = dependence.members
    structure = dependence.structure
    switch structure {
    case .group(let correlation) where correlation < 0: streams = members
    case .group, .loadings, .matrix: streams = dependence.factorPaths + members
    }
    factor = if case .matrix(let rows) = structure { Matrix(rows: rows).choleskyFactor() } else { nil }
  }

  /// The row of A that belongs to a member, by stream.
  ///
  /// O(streams).
  package func row(_ member: Int) -> [Double] {
    var row = [Double](repeating: 0, count: streams.count)
    switch structure {
    case .group(let correlation) where correlation < 0:
      let scale = (1 - correlation).squareRoot()
      for index in row.indices { row[index] = -scale * meanShare(correlation) / Double(members.count) }
      row[member] += scale
    case .group(let correlation):
      row[0] = correlation.squareRoot()
      row[1 + member] = (1 - correlation).squareRoot()
    case .loadings(let factors, let rows):
      for index in factors.indices { row[index] = rows[member][index] }
      row[factors.count + member] = ownWeight(rows[member])
    case .matrix:
      if let factor { for column in 0...member { row[column] = factor[member, column] } }
    }
    return row
  }

  /// Some w of which A makes z; nothing where this way finds none, as where a number is certain given the others.
  ///
  /// O(members), of a matrix O(members²).
  package func streams(making z: [Double]) -> [Double]? {
    switch structure {
    case .group(let correlation) where correlation < 0:
      let share = meanShare(correlation)
      guard share < 1 - 1e-9 else { return nil }
      let scaled = z.map { $0 / (1 - correlation).squareRoot() }
      let mean = scaled.reduce(0, +) / Double(z.count) / (1 - share)
      return scaled.map { $0 + share * mean }
    case .group(let correlation): return [0] + z.map { $0 / (1 - correlation).squareRoot() }
    case .loadings(let factors, let rows):
      let own = rows.map(ownWeight)
      guard own.allSatisfy({ $0 > 1e-9 }) else { return nil }
      return [Double](repeating: 0, count: factors.count) + zip(z, own).map { $0 / $1 }
    case .matrix:
      guard let factor else { return nil }
      var w: [Double] = []
      for row in z.indices {
        guard factor[row, row] > 1e-9 else { return nil }
        var rest = z[row]
        for column in 0..<row { rest -= factor[row, column] * w[column] }
        w.append(rest / factor[row, row])
      }
      return w
    }
  }

  /// The share of the members' mean that a group with a negative correlation takes off.
  private func meanShare(_ correlation: Double) -> Double {
    1 - max(0, 1 + Double(members.count) * correlation / (1 - correlation)).squareRoot()
  }

  /// What of a member is its own.
  private func ownWeight(_ loadings: [Double]) -> Double { max(0, 1 - loadings.reduce(0) { $0 + $1 * $1 }).squareRoot() }
}

extension Study {
  /// How the numbers that depend on each other are drawn, of a study that was checked.
  package var dependentNormals: [DependentNormals] { dependence.map(DependentNormals.init) }
}
