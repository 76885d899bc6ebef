internal import Distributions
internal import Glibc

/// Which moments of the columns of a graph exist, given inputs with heavy tails.
///
/// Follows from node to node how each column grows with each such input (``Growth``), and how much of the inputs' moments it takes
/// (``rates``). Inputs that share a standard normal or a correlation are taken to be as dependent as can be, all others are
/// independent; steps of iterations are taken at their present values. Leans to the side of too few moments: growth that cancels in a
/// way that the rules of arithmetic do not show is growth.
struct HeavyTails {
  private let graph: ExpressionGraph
  private let extents: Extents
  /// The order below which the moments of each heavy input exist, by its node.
  private var orders: [Int: Double] = [:]
  /// The inputs that depend on each other have the same, by the input's node.
  private var classes: [Int: Int] = [:]
  /// By node, then by the input's node; none for columns that depend on no such input.
  private var growths: [[Int: Growth]] = []
  /// By node, the k from which on E|column|^(1/k) exists: 1/order.
  private var rates: [Double] = []
  /// By node, whether its least growth is with one or another of several inputs, not with all at once.
  private var hasAlternatives: [Bool] = []

  /// O(nodes), and nothing to do where all inputs have all moments.
  init(_ graph: ExpressionGraph, extents: Extents) {
    self.graph = graph
    self.extents = extents
    for (number, node) in graph.nodes.enumerated() {
      guard case .interpolated(let table, _) = node else { continue }
      let order = graph.tables[table].momentOrder
      if order < .infinity { orders[number] = order }
    }
    guard !orders.isEmpty else { return }
    classes = graph.dependenceClasses(of: orders.keys.sorted())
    for (number, node) in graph.nodes.enumerated() { follow(node, number) }
  }

  /// The inputs that leave a column without some moments, each with the order below which these exist on its account.
  func limits(of node: Int) -> [(input: Int, own: Double, order: Double)] {
    guard !growths.isEmpty, rates[node] > 0 else { return [] }
    let byClass = ratesByClass(growths[node])
    return growths[node].sorted { $0.key < $1.key }.compactMap { input, growth in
      guard growth.degree.upper > 0, let own = orders[input], let number = classes[input] else { return nil }
      return (input, own, max(1 / (byClass[number] ?? 0), 1 / rates[node]))
    }
  }

  private mutating func follow(_ node: Node, _ number: Int) {
    let extent = extents[number]
    if let order = orders[number] {
      growths.append([number: Growth.input.within(extent)])
      rates.append(1 / order)
      hasAlternatives.append(false)
      return
    }
    let own = growth(of: node).mapValues { $0.within(extent) }
    growths.append(own)
    rates.append(own.isEmpty ? 0 : min(rate(of: node), ratesByClass(own).values.max() ?? 0))
    hasAlternatives.append(!own.isEmpty && isAlternative(node))
  }

  /// By Hölder's inequality E∏|xᵢ|^(dᵢk) is finite where Σ dᵢk/αᵢ < 1, however the xᵢ depend on each other; independent ones do each
  /// for itself.
  private func ratesByClass(_ growths: [Int: Growth]) -> [Int: Double] {
    var rates: [Int: Double] = [:]
    for (input, growth) in growths where growth.degree.upper > 0 {
      guard let order = orders[input], let number = classes[input] else { continue }
      rates[number, default: 0] += growth.degree.upper / order
    }
    return rates
  }

  /// What a column takes of its operands' moments; infinite where that says nothing.
  private func rate(of node: Node) -> Double {
    switch node {
    case .sum(let terms, _): terms.reduce(0) { max($0, rates[$1.node]) }
    case .product(let x, let y): share(x, y) ? rates[x] + rates[y] : max(rates[x], rates[y])
    case .maximum(let x, let y): max(rates[x], rates[y])
    case .selection(_, _, let yes, let no): max(rates[yes], rates[no])
    default: .infinity
    }
  }

  /// Whether two columns depend on inputs that depend on each other.
  private func share(_ x: Int, _ y: Int) -> Bool {
    let own = Set(growths[x].keys.compactMap { classes[$0] })
    return growths[y].keys.contains { classes[$0].map(own.contains) ?? false }
  }

  /// Whether a column's least growth is with one or another input only, as that of x + y is.
  private func isAlternative(_ node: Node) -> Bool {
    var isAlternative = false
    node.forEachOperand { isAlternative = isAlternative || hasAlternatives[$0] }
    guard !isAlternative, case .sum(let terms, _) = node else {
      if case .maximum(let x, let y) = node { return isAlternative || (!growths[x].isEmpty && !growths[y].isEmpty) }
      return isAlternative
    }
    return terms.count { !growths[$0.node].isEmpty } > 1
  }

  private func growth(of node: Node) -> [Int: Growth] {
    switch node {
    case .draw, .member, .fill, .state, .interpolated: return [:]
    case .settled(let loop, let index): return growths[graph.loops[loop].next[index]]
    case .sum(let terms, let constant): return growth(ofSum: terms, constant: constant)
    case .product(let x, let y):
      let areAlternatives = hasAlternatives[x] || hasAlternatives[y]
      return reducedOnce(
        combined(x, y) { .product($0, $1, extents: (extents[x], extents[y])) }, areAlternatives ? (growths[x], growths[y]) : nil)
    case .quotient(let x, let y):
      let reciprocal = extents[y].reciprocal
      let factor = growths[y].mapValues { $0.reciprocal.within(reciprocal) }
      let product = combined(growths[x], factor) { .product($0, $1, extents: (extents[x], reciprocal)) }
      return reducedOnce(product, hasAlternatives[x] || hasAlternatives[y] ? (growths[x], factor) : nil)
    case .reciprocal(let x): return growths[x].mapValues(\.reciprocal)
    case .exponential(let x, let scale, _): return growths[x].mapValues { $0.scaled(by: scale).ofExponential }
    case .logarithm(let x, let scale, let offset):
      return growth(ofSum: [Node.Term(node: x, weight: scale)], constant: offset).mapValues(\.ofLogarithm)
    case .exponentialMinusOne(let x): return growths[x].mapValues(\.ofExponentialMinusOne)
    case .logarithmOfOnePlus(let x):
      return growth(ofSum: [Node.Term(node: x, weight: 1)], constant: 1).mapValues(\.ofLogarithm)
    case .maximum(let x, let y):
      let arePositive = min(extents[x].lower, extents[y].lower) >= 0
      return combined(x, y) { .greater($0, $1, arePositive: arePositive) }
    case .minimum(let x, let y): return growth(ofMinimum: x, y)
    case .selection(_, _, let yes, let no): return combined(yes, no, Growth.either)
    }
  }

  /// The lesser of two positive columns is at most the one that takes less of the inputs' moments, whichever it is.
  private func growth(ofMinimum x: Int, _ y: Int) -> [Int: Growth] {
    let arePositive = min(extents[x].lower, extents[y].lower) >= 0
    let both = combined(x, y) { .lesser($0, $1, arePositive: arePositive) }
    guard arePositive && rates[x] > 0 && rates[y] > 0 else { return both }
    let bound = rates[x] <= rates[y] ? growths[x] : growths[y]
    return Dictionary(
      uniqueKeysWithValues: both.map { input, growth in
        var own = growth
        own.degree.upper = max(bound[input]?.degree.upper ?? 0, own.degree.lower)
        return (input, own)
      })
  }

  /// A product in which what one factor takes from the growth of the other is taken for one input only, the one for which it helps
  /// most, where the factors' least growth is with one or another input.
  private func reducedOnce(_ product: [Int: Growth], _ factors: ([Int: Growth], [Int: Growth])?) -> [Int: Growth] {
    guard let factors else { return product }
    func unreduced(_ input: Int) -> Double {
      let (x, y) = (factors.0[input] ?? .none, factors.1[input] ?? .none)
      return max(x.degree.upper, 0) + max(y.degree.upper, 0)
    }
    let reduced = product.keys.filter { unreduced($0) > max(product[$0]?.degree.upper ?? 0, 0) }
    guard reduced.count > 1 else { return product }
    let choices = reduced.map { kept in
      var choice = product
      for input in reduced where input != kept { choice[input]?.degree.upper = unreduced(input) }
      return (growth: choice, rate: ratesByClass(choice).values.max() ?? 0)
    }
    return choices.min { $0.rate < $1.rate }?.growth ?? product
  }

  private func combined(_ x: Int, _ y: Int, _ body: (Growth, Growth) -> Growth) -> [Int: Growth] {
    combined(growths[x], growths[y], body)
  }

  private func combined(
    _ x: [Int: Growth], _ y: [Int: Growth], _ body: (Growth, Growth) -> Growth
  ) -> [Int: Growth] {
    if x.isEmpty && y.isEmpty { return [:] }
    var result: [Int: Growth] = [:]
    for input in Set(x.keys).union(y.keys) { result[input] = body(x[input] ?? .none, y[input] ?? .none) }
    return result
  }

  private func growth(ofSum terms: [Node.Term], constant: Double) -> [Int: Growth] {
    var parts: [Int: [Growth]] = [:]
    for term in terms {
      for (input, growth) in growths[term.node] { parts[input, default: []].append(growth.scaled(by: term.weight)) }
    }
    if parts.isEmpty { return [:] }
    let haveOneSign = extents.haveOneSign(terms, constant: constant)
    return parts.mapValues { own in
      // What does not depend on the input is a part of degree 0.
      let isAll = own.count == terms.count && constant == 0
      return Growth.sum(isAll ? own : own + [.none], haveOneSign: haveOneSign)
    }
  }
}
