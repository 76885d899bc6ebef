internal import LinearAlgebra

/// Standard normals that load on common factors: zⱼ = Σₖ λⱼₖ·fₖ + √(1 − Σₖ λⱼₖ²)·eⱼ.
///
/// The products F·Λᵀ are formed for a tile of members at a time, and only when a member of the tile is first asked for: a model
/// that is written line by line then finds a tile in the cache, however many lines there are.
package final class LoadedNormals {
  private let graph: ExpressionGraph
  private let memberPaths: [String]
  private let loadings: [[Double]]
  private let factors: Int
  private let factorCount: Int
  private var tiles: [Int: [Expression]] = [:]

  /// 64 columns of 512 draws are 256 KB, a quarter of a usual second-level cache.
  private static let membersPerTile = 64

  /// - Parameters:
  ///   - memberPaths: The members' streams, for eⱼ.
  ///   - factorPaths: The factors' streams.
  ///   - loadings: λ, a row per member, a column per factor, each row with Σλ² ≤ 1.
  package init(graph: ExpressionGraph, streams memberPaths: [String], factors factorPaths: [String], loadings: [[Double]]) {
    self.graph = graph
    self.memberPaths = memberPaths
    self.loadings = loadings
    factors = graph.add(.factors(inputs: factorPaths.map { graph.input($0, .standardNormal) }))
    factorCount = factorPaths.count
  }

  /// The standard normal of a member.
  package func member(_ index: Int) -> Expression {
    let common = tile(index / Self.membersPerTile)[index % Self.membersPerTile]
    let own = max(0, 1 - loadings[index].reduce(0) { $0 + $1 * $1 }).squareRoot()
    return own == 0 ? common : common + graph.standardNormal(stream: memberPaths[index]) * own
  }

  private func tile(_ number: Int) -> [Expression] {
    if let columns = tiles[number] { return columns }
    let start = number * Self.membersPerTile
    let rows = loadings[start..<min(start + Self.membersPerTile, loadings.count)]
    // A member is a column of the weights, which are stored column by column.
    let weights = Matrix(rows: factorCount, columns: rows.count, elements: rows.flatMap { $0 })
    let columns = graph.columns(of: graph.add(.loadings(factors: factors, weights: weights)))
    tiles[number] = columns
    return columns
  }
}
