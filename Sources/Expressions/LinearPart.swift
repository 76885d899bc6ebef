/// How the columns of a graph depend on one of them, X, whose random number enters nothing else: not at all, as a + b·X with an a and a b
/// that do not depend on it, or in another way.
///
/// Follows the rules of arithmetic from node to node. Greatest and least values and iterations of what depends on X count as another way;
/// a choice counts as linear where the choice itself does not depend on X. What is linear by a coincidence of numbers is not seen.
struct LinearPart {
  private enum Form {
    case independent
    case linear
    case other
  }

  private let graph: ExpressionGraph
  private let column: Int
  private var forms: [Form] = []

  /// - Parameters:
  ///   - column: The node of X.
  ///   - draw: The node of the random number that X is made of, which may be X itself.
  /// - Complexity: O(nodes).
  init(_ graph: ExpressionGraph, column: Int, draw: Int) {
    self.graph = graph
    self.column = column
    forms.reserveCapacity(graph.nodes.count)
    for (number, node) in graph.nodes.enumerated() {
      forms.append(number == column ? .linear : number == draw ? .other : form(of: node))
    }
  }

  /// Whether a node is a + b·X, and not without X.
  func isLinear(_ node: Int) -> Bool { forms[node] == .linear }

  private func form(of node: Node) -> Form {
    switch node {
    case .draw, .member, .fill: return .independent
    case .state(let loop, _): return joint(graph.loops[loop].initial) == .independent ? .independent : .other
    case .settled(let loop, _): return joint(graph.loops[loop].operands) == .independent ? .independent : .other
    case .sum(let terms, _): return joint(terms.map(\.node))
    case .product(let x, let y): return forms[x] == .independent || forms[y] == .independent ? joint([x, y]) : .other
    case .quotient(let x, let y): return forms[y] == .independent ? forms[x] : .other
    case .selection(let x, let y, let a, let b): return joint([x, y]) == .independent ? joint([a, b]) : .other
    case .interpolated, .reciprocal, .exponential, .logarithm, .exponentialMinusOne, .logarithmOfOnePlus, .maximum, .minimum:
      var form = Form.independent
      node.forEachOperand { if forms[$0] != .independent { form = .other } }
      return form
    }
  }

  /// The form of a sum of some nodes.
  private func joint(_ operands: [Int]) -> Form {
    var form = Form.independent
    for operand in operands {
      switch forms[operand] {
      case .independent: continue
      case .linear: form = .linear
      case .other: return .other
      }
    }
    return form
  }

  /// By node of some that are linear, b: written down after all that the graph has.
  ///
  /// O(nodes).
  func slopes(of wanted: [Int]) -> [Int: Expression] {
    var isNeeded = [Bool](repeating: false, count: forms.count)
    for node in wanted where forms[node] == .linear { isNeeded[node] = true }
    for number in forms.indices.reversed() where isNeeded[number] && number != column {
      graph.nodes[number].forEachOperand { if forms[$0] == .linear { isNeeded[$0] = true } }
    }
    var slopes: [Int: Expression] = [column: graph.constant(1)]
    for number in forms.indices where isNeeded[number] && number != column {
      slopes[number] = slope(of: graph.nodes[number], from: slopes)
    }
    return slopes
  }

  private func slope(of node: Node, from slopes: [Int: Expression]) -> Expression {
    func column(_ node: Int) -> Expression { Expression(graph: graph, node: node, scale: 1, offset: 0) }
    func slope(_ node: Int) -> Expression { slopes[node] ?? graph.constant(0) }
    switch node {
    case .sum(let terms, _): return graph.sum(terms.compactMap { term in slopes[term.node].map { $0 * term.weight } })
    case .product(let x, let y): return forms[x] == .linear ? slope(x) * column(y) : slope(y) * column(x)
    case .quotient(let x, let y): return slope(x) / column(y)
    case .selection(let x, let y, let a, let b): return select(column(x), atLeast: column(y), then: slope(a), else: slope(b))
    default: preconditionFailure("no other node is linear in another")
    }
  }
}
