internal import Distributions
internal import Glibc

/// Finds the escapes that some column may take: the inputs that come near to 0 under a quotient or a logarithm, and those that are
/// unbounded under an exponential.
struct EscapeSearch {
  /// The order below which the moments of each escape's u exist.
  private(set) var orders: [Escapes.Escape: Double] = [:]
  /// The inputs that come near to 0 together, of the escapes that begin at a sum of several.
  private(set) var members: [Escapes.Escape: [Int]] = [:]
  private let graph: ExpressionGraph
  private let extents: Extents
  private var visited: Set<Int> = []

  /// Normals reach so many standard deviations: no random number is further out.
  private static let reach = 9.5

  /// Four thousand million draws, the most of a run, reach so many.
  private static let farthestDraw = 6.5

  /// The order of eˣ where x has all moments but eˣ none, as for a lognormal: that of the draws a run can make.
  ///
  /// The integrand of E e^(kx) is e^(kx − z²/2) over the normal z. It falls, and turns to rise for good at some z. Where it has not come
  /// back by the farthest draw, to a fifth of its exponent, what is infinite lies beyond all draws, and they estimate what is before.
  private static func order(ofRise rise: Double) -> Double { 0.8 * 0.5 * farthestDraw * farthestDraw / rise }

  /// O(nodes).
  init(_ graph: ExpressionGraph, extents: Extents) {
    self.graph = graph
    self.extents = extents
    for (number, node) in graph.nodes.enumerated() {
      switch node {
      case .quotient(_, let y): addZeros(of: y)
      case .reciprocal(let x): addZeros(of: x)
      case .logarithm(let x, let scale, let offset): addZeros(ofSum: x, weight: scale, constant: offset)
      case .exponential(let x, _, _) where extents[number].upper == .infinity && !isNormal(x): addExponents(of: x)
      case .exponentialMinusOne(let x) where extents[number].upper == .infinity: addExponents(of: x)
      default: break
      }
    }
  }

  /// Whether a column is a sum of normals, of whose exponential all moments exist.
  private func isNormal(_ number: Int) -> Bool {
    switch graph.nodes[number] {
    case .draw(let input): graph.inputs[input].kind == .standardNormal
    case .member: true
    case .sum(let terms, _): terms.allSatisfy { isNormal($0.node) }
    default: false
    }
  }

  private mutating func addZeros(of number: Int) {
    switch graph.nodes[number] {
    case .draw, .member, .interpolated: addZero(of: number, at: 0)
    case .sum(let terms, let constant) where terms.count == 1:
      addZeros(ofSum: terms[0].node, weight: terms[0].weight, constant: constant)
    case .sum(let terms, let constant) where constant == 0 && extents.haveOneSign(terms, constant: 0):
      addCorner(of: number, terms.map(\.node))
    case .product(let x, let y):
      addZeros(of: x)
      addZeros(of: y)
    case .quotient(let x, _): addZeros(of: x)
    default: break
    }
  }

  /// A sum of independent inputs of one sign, which is near 0 where all of them are: P(x + y < ε) falls like ε to the sum of their powers.
  private mutating func addCorner(of number: Int, _ inputs: [Int]) {
    var order = 0.0
    for node in inputs {
      switch graph.nodes[node] {
      case .draw(let input) where graph.inputs[input].kind == .uniform: order += 1
      case .interpolated(let table, let z):
        guard case .draw(let input) = graph.nodes[z], graph.inputs[input].kind == .standardNormal else { return }
        order += graph.tables[table].reciprocalOrder(at: 0)
      default: return
      }
    }
    guard order < .infinity else { return }
    let escape = Escapes.Escape(input: number, place: 0)
    orders[escape] = order
    members[escape] = inputs
  }

  private mutating func addZeros(ofSum number: Int, weight: Double, constant: Double) {
    if constant == 0 { addZeros(of: number) } else { addZero(of: number, at: -constant / weight) }
  }

  private mutating func addZero(of number: Int, at place: Double) {
    let order: Double
    switch graph.nodes[number] {
    case .draw(let input) where graph.inputs[input].kind == .uniform: order = place >= 0 && place <= 1 ? 1 : .infinity
    case .draw, .member: order = place.magnitude <= Self.reach ? 1 : .infinity
    case .interpolated(let table, _): order = graph.tables[table].reciprocalOrder(at: place)
    default: return
    }
    if order < .infinity { orders[Escapes.Escape(input: number, place: place)] = order }
  }

  private mutating func addExponents(of number: Int) {
    guard visited.insert(number).inserted else { return }
    switch graph.nodes[number] {
    case .interpolated(let table, _):
      let (support, order) = (graph.tables[table].support, graph.tables[table].exponentialOrder)
      // Tails of both sides are left to those who know them.
      guard support.lower > -.infinity && order < .infinity else { return }
      let rise = graph.tables[table].value(at: Self.farthestDraw) - graph.tables[table].value(at: 0)
      orders[Escapes.Escape(input: number, place: nil)] = order > 0 ? order : Self.order(ofRise: rise)
    case .exponential(let x, let scale, let offset) where isNormal(x):
      let rise = Glibc.exp(offset + scale.magnitude * Self.farthestDraw) - Glibc.exp(offset)
      orders[Escapes.Escape(input: number, place: nil)] = Self.order(ofRise: rise)
    case let node: node.forEachOperand { addExponents(of: $0) }
    }
  }
}
