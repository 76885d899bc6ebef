internal import Distributions
internal import Glibc
internal import LinearAlgebra

/// What is taken to be known of the inputs of a graph.
enum InputExtents {
  /// Where their laws have probability: a normal is anything.
  case byTheirLaws
  /// Where the generator can put them in any draw.
  case asDrawn
}

extension ExpressionGraph {
  /// The generator's normals reach 9.42 standard deviations (see `DrawStream`); the rest is room for rounding.
  private static let normalReach = 10.0

  /// Where the values of a node lie, from where those of its operands do.
  ///
  /// O(operands), and for a member of a block product O(its row).
  func extent(of node: Node, among extents: [Extent], inputs: InputExtents) -> Extent {
    switch node {
    case .draw(let input):
      switch self.inputs[input].kind {
      case .uniform: Extent(0, 1)
      case .standardNormal: inputs == .asDrawn ? Extent(-Self.normalReach, Self.normalReach) : .all
      }
    case .member(let product, let index): inputs == .asDrawn ? drawnExtent(ofMember: index, of: products[product]) : .all
    case .state, .settled: .all
    case .interpolated(let table, let z): extent(of: tables[table], at: extents[z])
    case .fill(let value): Extent(value, value)
    case .sum(let terms, let constant):
      terms.reduce(Extent(constant, constant)) { $0 + extents[$1.node].mapped(scale: $1.weight, offset: 0) }
    case .product(let x, let y): x == y ? extents[x].square : extents[x] * extents[y]
    case .quotient(let x, let y): (extents[x] * extents[y].reciprocal).meeting(extent(ofRatio: x, to: y, among: extents))
    case .reciprocal(let x): extents[x].reciprocal
    case .exponential(let x, let scale, let offset): extents[x].mapped(scale: scale, offset: offset).mapped(Glibc.exp)
    case .logarithm(let x, let scale, let offset): extents[x].mapped(scale: scale, offset: offset).mapped(Glibc.log)
    case .exponentialMinusOne(let x): extents[x].mapped(Glibc.expm1)
    case .logarithmOfOnePlus(let x): extents[x].mapped(Glibc.log1p)
    case .maximum(let x, let y): .greater(extents[x], extents[y])
    case .minimum(let x, let y): .lesser(extents[x], extents[y])
    case .selection(_, _, let yes, let no): extents[yes].union(extents[no])
    }
  }

  /// The image of a standard normal's extent, within the law's support.
  private func extent(of table: QuantileTable, at z: Extent) -> Extent {
    guard z.isBounded else { return Extent(table.support.lower, table.support.upper) }
    return Extent(table.value(at: z.lower), table.value(at: z.upper))
  }

  /// The reach of a weighted sum of normals.
  private func drawnExtent(ofMember index: Int, of product: BlockProduct) -> Extent {
    let weights: Double =
      switch product {
      case .factors: 1
      case .triangular(_, let factor): (0..<factor.columns).reduce(0) { $0 + factor[index, $1].magnitude }
      case .loadings(_, let weights): (0..<weights.rows).reduce(0) { $0 + weights[$1, index].magnitude }
      }
    return Extent(-Self.normalReach * weights, Self.normalReach * weights)
  }
}
