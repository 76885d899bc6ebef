internal import Distributions

/// The columns of draws that a model asks for, each one once.
///
/// A model is written as arithmetic on ``Expression`` values. What is certain is folded as it is written, equal parts become one
/// node, and scaling by a constant costs nothing: an expression is offset + scale × node. `BlockProgram` then turns the nodes
/// that the outputs need into instructions over blocks. Node numbers grow in the order of writing, and instructions keep that
/// order: a model that is written line by line is computed line by line, with the line's columns still in the cache.
package final class ExpressionGraph {
  private(set) var nodes: [Node] = []
  /// Between which numbers each node's values lie, where that is known.
  private(set) var ranges: [ValueRange?] = []
  /// Between which numbers the generator can put the values of the first nodes: as many as were asked for.
  private var drawnExtents: [Extent] = []
  /// The innermost iteration whose present values each node depends on, where there is one.
  private(set) var homes: [Int?] = []
  /// Of which nodes a logarithm with relative accuracy was asked for.
  private(set) var needsRelativeAccuracy: [Bool] = []
  private(set) var products: [BlockProduct] = []
  /// The columns of random numbers that were asked for, in that order.
  private(set) var inputs: [InputColumn] = []
  private var inputNumbers: [InputColumn: Int] = [:]
  private(set) var loops: [IterationLoop] = []
  /// The iterations whose steps are being written, the innermost last.
  private var openLoops: [Int] = []
  private(set) var tables: [QuantileTable] = []
  private var index = NodeIndex()
  /// Marginals that were asked for, by whether the draw is a function of a standard normal.
  ///
  /// Building a table takes a quarter of a millisecond or more.
  private var marginals: [Distribution: Marginal] = [:]
  private var gaussianMarginals: [Distribution: Marginal] = [:]
  private var tableNumbers: [Distribution: Int] = [:]

  package init() {}

  /// A value that is certain.
  package func constant(_ value: Double) -> Expression {
    Expression(graph: self, node: nil, scale: 0, offset: value)
  }

  /// The logarithm of a column; of two accuracies that are asked for the better one is kept.
  func logarithm(of node: Int, scale: Double, offset: Double, accuracy: LogarithmAccuracy) -> Expression {
    let logarithm = number(of: .logarithm(of: node, scale: scale, offset: offset))
    if accuracy == .relative { needsRelativeAccuracy[logarithm] = true }
    return Expression(graph: self, node: logarithm, scale: 1, offset: 0)
  }

  /// Σ expressionᵢ.
  ///
  /// O(terms · log terms).
  package func sum(_ expressions: [Expression]) -> Expression {
    // Most sums of parts have one part; 0 is added as to all others.
    if expressions.count == 1 { return expressions[0] + 0.0 }
    var constant = 0.0
    for expression in expressions { constant += expression.offset }
    let terms = terms(of: expressions)
    switch terms.count {
    case 0: return self.constant(constant)
    case 1: return Expression(graph: self, node: terms[0].node, scale: terms[0].weight, offset: constant)
    default: return column(.sum(terms: terms, constant: constant))
    }
  }

  /// The columns of a sum in ascending order, each with the sum of its weights where that is not 0.
  private func terms(of expressions: [Expression]) -> [Node.Term] {
    var terms: [Node.Term] = []
    terms.reserveCapacity(expressions.count)
    for expression in expressions {
      if let node = expression.node { terms.append(Node.Term(node: node, weight: expression.scale)) }
    }
    // Most sums are written in the order of their columns.
    let isAscending = zip(terms, terms.dropFirst()).allSatisfy { $0.node < $1.node }
    if !isAscending {
      let weights = terms.reduce(into: [:]) { $0[$1.node, default: 0] += $1.weight }
      terms = weights.map { Node.Term(node: $0.key, weight: $0.value) }.sorted { $0.node < $1.node }
    }
    terms.removeAll { $0.weight == 0 }
    return terms
  }

  /// The expression that is exactly `node`.
  func column(_ node: Node) -> Expression {
    Expression(graph: self, node: number(of: node), scale: 1, offset: 0)
  }

  /// The number of a node that holds the values of `expression` themselves.
  func materialised(_ expression: Expression) -> Int {
    guard let node = expression.node else { return number(of: .fill(expression.offset)) }
    if expression.scale == 1 && expression.offset == 0 { return node }
    return number(of: .sum(terms: [Node.Term(node: node, weight: expression.scale)], constant: expression.offset))
  }

  /// Between which numbers the generator can put a node's values, up to rounding.
  ///
  /// O(operands) for each node up to this one, once.
  func drawnExtent(of node: Int) -> Extent {
    while drawnExtents.count <= node {
      drawnExtents.append(extent(of: nodes[drawnExtents.count], among: drawnExtents, inputs: .asDrawn))
    }
    return drawnExtents[node]
  }

  /// The number of the column of random numbers that belongs to a path.
  func input(_ path: String, _ kind: InputColumn.Kind) -> Int {
    let column = InputColumn(path: path, kind: kind)
    if let number = inputNumbers[column] { return number }
    inputs.append(column)
    inputNumbers[column] = inputs.count - 1
    return inputs.count - 1
  }

  /// Adds a block product and returns its number.
  func add(_ product: BlockProduct) -> Int {
    products.append(product)
    return products.count - 1
  }

  /// Begins an iteration and returns its number.
  func openLoop(from initial: [Expression], tolerance: Double, limit: Int) -> Int {
    loops.append(
      IterationLoop(initial: initial.map(materialised), enclosing: openLoops.last, tolerance: tolerance, limit: limit))
    openLoops.append(loops.count - 1)
    return loops.count - 1
  }

  /// Ends the step of the innermost open iteration, and returns the values that will settle.
  func close(_ loop: Int, with step: IterationStep) -> [Expression] {
    precondition(openLoops.last == loop, "an iteration ends before the one that contains it")
    loops[loop].next = step.next.map { copied($0, from: loop) }
    loops[loop].residual = copied(step.residual, from: loop)
    openLoops.removeLast()
    loops[loop].settled = step.next.indices.map { number(of: .settled(loop: loop, index: $0)) }
    return loops[loop].settled.map { Expression(graph: self, node: $0, scale: 1, offset: 0) }
  }

  /// A column for an expression, its own where that is a present value of an iteration: all of those change at once.
  private func copied(_ expression: Expression, from loop: Int) -> Int {
    guard let node = expression.node, case .state(loop, _) = nodes[node] else { return materialised(expression) }
    return number(of: .sum(terms: [Node.Term(node: node, weight: expression.scale)], constant: expression.offset))
  }

  /// The columns of a block product.
  func columns(of product: Int) -> [Expression] {
    (0..<products[product].count).map { column(.member(product: product, index: $0)) }
  }

  /// The form of a distribution for an independent draw; equal distributions share it.
  func marginal(of distribution: Distribution) -> Marginal {
    if let known = marginals[distribution] { return known }
    let marginal = distribution.marginal
    marginals[distribution] = marginal
    return marginal
  }

  /// The form of a distribution as a function of a standard normal; equal distributions share it.
  func gaussianMarginal(of distribution: Distribution) -> Marginal {
    // Only a uniform has another form for an independent draw.
    guard case .uniform = marginal(of: distribution) else { return marginal(of: distribution) }
    if let known = gaussianMarginals[distribution] { return known }
    let marginal = distribution.gaussianMarginal
    gaussianMarginals[distribution] = marginal
    return marginal
  }

  /// The number of a distribution's table.
  func number(of table: QuantileTable, for distribution: Distribution) -> Int {
    if let number = tableNumbers[distribution] { return number }
    tables.append(table)
    tableNumbers[distribution] = tables.count - 1
    return tables.count - 1
  }

  private func number(of node: Node) -> Int {
    if let number = index.number(of: node, in: nodes) { return number }
    ranges.append(range(of: node))
    homes.append(home(of: node))
    needsRelativeAccuracy.append(false)
    nodes.append(node)
    index.insertLast(of: nodes)
    return nodes.count - 1
  }

  /// The innermost iteration that a node depends on.
  ///
  /// Iterations are numbered as they are opened, an inner one after the one that contains it.
  private func home(of node: Node) -> Int? {
    switch node {
    case .state(let loop, _): return loop
    case .settled(let loop, _): return loops[loop].enclosing
    default:
      var home: Int?
      node.forEachOperand { operand in
        guard let own = homes[operand] else { return }
        home = max(home ?? own, own)
      }
      return home
    }
  }
}
