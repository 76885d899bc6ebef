/// Moments that columns are proven not to have although their inputs have: of reciprocals of what comes near to 0, and of exponentials
/// of what is unbounded.
///
/// An escape is a way of one input to the edge of its values: u = 1/|x − place| or u = eˣ tends to infinity. A column that is known to
/// go like a power of u, whatever the other inputs, lacks the moments that this power of u lacks. Where a column's way is not known
/// (in iterations, in differences of what grows alike) nothing is claimed: ``HeavyTails`` leans to the other side, but takes heavy tails
/// only.
struct Escapes {
  /// A way of an input to the edge of its values.
  struct Escape: Hashable {
    /// The input's node, or that of a sum of several that come near to 0 together.
    let input: Int
    /// x where 1/|x − place| escapes; nothing where eˣ does.
    let place: Double?
  }

  private let graph: ExpressionGraph
  private let extents: Extents
  /// The order below which the moments of u exist, for the escapes that a column may take.
  private let orders: [Escape: Double]
  /// The inputs of escapes that begin at a sum of several.
  private let members: [Escape: [Int]]
  /// By node; none for columns that depend on no such input.
  private var trends: [[Escape: Trend]] = []
  /// By node, whether it depends on one input only and its extent is exactly where its values lie.
  private var isTight: [Bool] = []

  /// O(nodes).
  init(_ graph: ExpressionGraph, extents: Extents) {
    self.graph = graph
    self.extents = extents
    let search = EscapeSearch(graph, extents: extents)
    (orders, members) = (search.orders, search.members)
    guard !orders.isEmpty else { return }
    let byInput = Dictionary(grouping: orders.keys, by: \.input)
    var shared: [Int: [Escape]] = [:]
    for (escape, inputs) in members { for input in inputs { shared[input, default: []].append(escape) } }
    for (number, node) in graph.nodes.enumerated() {
      isTight.append(isTight(node))
      var own = trend(of: node)
      // Of inputs that come near to 0 together, one may be there long before the other.
      for escape in shared[number] ?? [] { own[escape] = .unknown }
      for escape in byInput[number] ?? [] { own[escape] = .ofInput(escape.place) }
      // What has bounds goes nowhere, whatever its parts do.
      if extents[number].isBounded { own = own.mapValues { ($0.degree ?? 0) > 0 ? .unknown : $0 } }
      trends.append(own)
    }
  }

  /// The escapes on whose account a column lacks moments, with the order below which these exist.
  func limits(of node: Int) -> [(escape: Escape, order: Double)] {
    guard !trends.isEmpty else { return [] }
    return trends[node].compactMap { escape, trend in
      guard let order = orders[escape], let degree = trend.degree, degree > 0 else { return nil }
      return (escape, order / degree)
    }.sorted { ($0.escape.input, $0.escape.place ?? 0) < ($1.escape.input, $1.escape.place ?? 0) }
  }

  /// The inputs that take an escape.
  func inputs(of escape: Escape) -> [Int] { members[escape] ?? [escape.input] }

  private func trend(of node: Node) -> [Escape: Trend] {
    switch node {
    case .draw, .member, .fill, .state: return [:]
    case .settled(let loop, _):
      // It depends on all that its iteration reads.
      return graph.loops[loop].operands.reduce(into: [:]) { all, operand in
        for escape in trends[operand].keys { all[escape] = .unknown }
      }
    case .interpolated(_, let x): return trends[x].mapValues { _ in .unknown }
    case .sum(let terms, let constant): return trend(ofSum: terms, constant: constant)
    case .product(let x, let y):
      return combined(x, y) { .product($0, $1, factor(x), factor(y)) }
    case .quotient(let x, let y):
      let reciprocal = Trend.Factor(extent: extents[y].reciprocal, isTight: isTight[y])
      return combined(x, y) { .product($0, $1?.reciprocal, factor(x), reciprocal) }
    case .reciprocal(let x): return trends[x].mapValues(\.reciprocal)
    case .exponential(let x, let scale, _): return trends[x].mapValues { $0.scaled(by: scale).ofExponential }
    case .exponentialMinusOne(let x): return trends[x].mapValues { $0.ofExponential.besideConstant }
    case .logarithm(let x, _, let offset):
      return trends[x].mapValues { offset == 0 ? $0.ofLogarithm : $0.besideConstant.ofLogarithm }
    case .logarithmOfOnePlus(let x): return trends[x].mapValues(\.besideConstant.ofLogarithm)
    case .maximum(let x, let y):
      return combined(x, y) { .greater($0, $1, arePositive: min(extents[x].lower, extents[y].lower) >= 0) }
    case .minimum(let x, let y):
      return combined(x, y) { a, b in a?.isBounded ?? true && b?.isBounded ?? true ? .bounded : .unknown }
    case .selection(_, _, let yes, let no):
      return combined(yes, no) { a, b in a?.isBounded ?? true && b?.isBounded ?? true ? .bounded : .unknown }
    }
  }

  private func factor(_ number: Int) -> Trend.Factor { Trend.Factor(extent: extents[number], isTight: isTight[number]) }

  private func isTight(_ node: Node) -> Bool {
    switch node {
    case .draw, .member, .fill, .interpolated: true
    case .sum(let terms, _): terms.count == 1 && isTight[terms[0].node]
    case .reciprocal(let x), .exponential(let x, _, _), .exponentialMinusOne(let x), .logarithm(let x, _, _),
      .logarithmOfOnePlus(let x):
      isTight[x]
    default: false
    }
  }

  private func combined(_ x: Int, _ y: Int, _ body: (Trend?, Trend?) -> Trend) -> [Escape: Trend] {
    if trends[x].isEmpty && trends[y].isEmpty { return [:] }
    var result: [Escape: Trend] = [:]
    for escape in Set(trends[x].keys).union(trends[y].keys) { result[escape] = body(trends[x][escape], trends[y][escape]) }
    return result
  }

  private func trend(ofSum terms: [Node.Term], constant: Double) -> [Escape: Trend] {
    var parts: [Escape: [Trend]] = [:]
    for term in terms {
      for (escape, trend) in trends[term.node] { parts[escape, default: []].append(trend.scaled(by: term.weight)) }
    }
    if parts.isEmpty { return [:] }
    let haveOneSign = extents.haveOneSign(terms, constant: constant)
    var result: [Escape: Trend] = [:]
    for (escape, own) in parts {
      let isAll = own.count == terms.count && constant == 0
      if terms.count == 1, terms[0].node == escape.input, let place = escape.place {
        // Exactly w(x − place): the one sum that vanishes with its input.
        result[escape] = constant == -terms[0].weight * place ? .inverse : .bounded
      } else {
        result[escape] = .sum(own, isAll: isAll, haveOneSign: haveOneSign)
      }
    }
    return result
  }
}
