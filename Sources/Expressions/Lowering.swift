internal import Distributions
internal import LinearAlgebra

/// One walk over the nodes that are needed, in their order.
struct Lowering {
  let graph: ExpressionGraph
  var instructions: [Instruction] = []
  /// The inputs that are read, in the order of reading.
  var inputs: [InputColumn] = []
  /// Whether each input of the graph is among them.
  var isRead: [Bool]
  var matrices: [Matrix] = []
  /// The coefficients of all polynomials, one after the other.
  var polynomials: [Double] = []
  var slots = SlotAllocator()

  /// How many readers each node still has; nodes without any are not computed.
  var readers: [Int]
  /// The sums that each node is a term of.
  var sums: [[(sum: Int, weight: Double)]]
  /// Nodes that are computed inside the one sum or exponential that reads them.
  var isInlined: [Bool]
  /// Nodes whose values only reach others through an exponential: an absolute error of theirs is a relative one of the result.
  var isExponent: [Bool]
  let outputsOfNode: [Int: [Int]]
  var slotOfNode: [Int?]
  /// Whether a sum's accumulator holds something already.
  var isBegun: [Bool]
  var slotsOfProduct: [Int: Range<Int>] = [:]
  /// The first place of an iteration's present values, once it was written.
  var statesOfLoop: [Int?]
  /// The nodes that are computed in each step of an iteration, in their order.
  var steps: [[Int]]
  /// The terms of a sum that are known when it begins: those from outside the step that the sum is computed in.
  var earlyTerms: [Int: [Node.Term]] = [:]
  /// How many members of a product still have readers.
  var membersOfProduct: [Int]
  var aggregation: Aggregation

  init(graph: ExpressionGraph, outputs: [Int]) {
    self.graph = graph
    let count = graph.nodes.count
    isRead = Array(repeating: false, count: graph.inputs.count)
    readers = Array(repeating: 0, count: count)
    sums = Array(repeating: [], count: count)
    isInlined = Array(repeating: false, count: count)
    isExponent = Array(repeating: true, count: count)
    slotOfNode = Array(repeating: nil, count: count)
    isBegun = Array(repeating: false, count: count)
    membersOfProduct = Array(repeating: 0, count: graph.products.count)
    statesOfLoop = Array(repeating: nil, count: graph.loops.count)
    steps = Array(repeating: [], count: graph.loops.count)
    outputsOfNode = Dictionary(grouping: outputs.indices, by: { outputs[$0] })
    aggregation = Aggregation(nodeCount: count)
    for (node, uses) in outputsOfNode { readers[node] += uses.count }
    countReaders()
    listSteps()
    listSums()
    findExponents()
    chooseInlined()
    chooseInlinedProducts()
    chooseAggregated()
  }

  /// Operands have lower numbers than their readers, so one walk down finds everything that is needed.
  mutating func countReaders() {
    var isCounted = Array(repeating: false, count: graph.loops.count)
    for node in graph.nodes.indices.reversed() where readers[node] > 0 {
      graph.nodes[node].forEachOperand { readers[$0] += 1 }
      if case .settled(let loop, _) = graph.nodes[node], !isCounted[loop] {
        isCounted[loop] = true
        for operand in graph.loops[loop].operands { readers[operand] += 1 }
      }
      guard case .member(let product, _) = graph.nodes[node] else { continue }
      if membersOfProduct[product] == 0, case .loadings(let factors, _) = graph.products[product] {
        // The tile reads the factors once, however many of its members are read.
        membersOfProduct[factors] += 1
      }
      membersOfProduct[product] += 1
    }
  }

  /// Tells every term the sums that are needed and read it, in their order.
  mutating func listSums() {
    for node in graph.nodes.indices where readers[node] > 0 {
      guard case .sum(let terms, _) = graph.nodes[node] else { continue }
      for term in terms {
        if isEarly(term.node, for: node) {
          earlyTerms[node, default: []].append(term)
        } else {
          sums[term.node].append((node, term.weight))
        }
      }
    }
  }

  /// Computes all that is needed and is in no step of an iteration; the iterations compute the rest.
  mutating func emitAll() {
    for node in graph.nodes.indices where graph.homes[node] == nil { emitIfNeeded(node) }
  }

  /// Computes a node that has readers, and hands it to them.
  mutating func emitIfNeeded(_ node: Int) {
    guard readers[node] > 0 else { return }
    if isInlined[node] {
      if case .product(let x, let y) = graph.nodes[node], !sums[node].isEmpty {
        addInlined(productOf: x, y, to: sums[node])
        readers[node] = 0
      } else if sums[node].count == 1, case .exponential(let x, let scale, let offset) = graph.nodes[node] {
        addInlined(exponentialOf: x, scale: scale, offset: offset, to: sums[node][0].sum, weight: sums[node][0].weight)
        readers[node] = 0
      }
      return
    }
    emit(node)
    deliver(node)
  }

  /// Computes a node into a place of its own.
  mutating func emit(_ node: Int) {
    switch graph.nodes[node] {
    case .member(let product, let index):
      slotOfNode[node] = columns(ofProduct: product).lowerBound + index
    case .sum(let terms, let constant):
      // A long sum was formed term by term; a pair is one pass.
      if isPair(node) {
        emitPair(terms, constant: constant, into: node)
      } else {
        begin(node)
      }
    case .state: break
    case .settled(let loop, let index):
      slotOfNode[node] = states(of: loop).lowerBound + index
    case .draw(let input):
      emitDraw(of: input, into: place(node))
    case .fill(let value):
      instructions.append(.fill(value, target: place(node)))
    case .interpolated(let table, let x):
      emit(node, reading: x) { .interpolate(table: table, of: $0, target: $1) }
    case .product(let x, let y):
      emit(node, reading: x, y) { .multiplyColumns($0, $1, target: $2) }
    case .quotient(let x, let y):
      emit(node, reading: x, y) { .divide($0, $1, target: $2) }
    case .reciprocal(let x):
      emit(node, reading: x) { .reciprocal(of: $0, target: $1) }
    case .maximum(let x, let y):
      emit(node, reading: x, y) { .maximum($0, $1, target: $2) }
    case .minimum(let x, let y):
      emit(node, reading: x, y) { .minimum($0, $1, target: $2) }
    case .selection(let x, let y, let yes, let no):
      instructions.append(
        .select(
          x: slot(of: x), atLeast: slot(of: y), then: slot(of: yes), otherwise: slot(of: no), target: place(node)))
      for operand in [x, y, yes, no] { release(operand) }
    case .exponential(let x, let scale, let offset):
      if isInlined[x], case .sum(let terms, let constant) = graph.nodes[x] {
        emit(node, reading: terms[0].node, terms[1].node) {
          .exponential2(
            $0, scale1: scale * terms[0].weight, $1, scale2: scale * terms[1].weight, offset: offset + scale * constant,
            target: $2)
        }
      } else if isInlined[x], case .product(let a, let b) = graph.nodes[x] {
        emit(node, reading: a, b) { .exponentialOfProduct($0, $1, scale: scale, offset: offset, target: $2) }
      } else {
        emit(node, reading: x) { .exponential(of: $0, scale: scale, offset: offset, target: $1) }
      }
    case .exponentialMinusOne(let x):
      emit(node, reading: x) { .exponentialMinusOne(of: $0, target: $1) }
    case .logarithmOfOnePlus(let x):
      emit(node, reading: x) { .logarithmOfOnePlus(of: $0, target: $1) }
    case .logarithm(let x, let scale, let offset):
      emitLogarithm(node, of: x, scale: scale, offset: offset)
    }
  }

  /// Computes a node from the places of its operand and of its own.
  mutating func emit(_ node: Int, reading x: Int, _ instruction: (Int, Int) -> Instruction) {
    instructions.append(instruction(slot(of: x), place(node)))
    release(x)
  }

  /// Computes a node from the places of its two operands and of its own.
  mutating func emit(_ node: Int, reading x: Int, _ y: Int, _ instruction: (Int, Int, Int) -> Instruction) {
    instructions.append(instruction(slot(of: x), slot(of: y), place(node)))
    release(x)
    release(y)
  }

  /// A logarithm, as a polynomial where that will do.
  mutating func emitLogarithm(_ node: Int, of x: Int, scale: Double, offset: Double) {
    guard let polynomial = narrowLogarithm(node, of: x, scale: scale, offset: offset) else {
      return emit(node, reading: x) { .logarithm(of: $0, scale: scale, offset: offset, target: $1) }
    }
    let places = polynomials.count..<(polynomials.count + polynomial.coefficients.count)
    polynomials += polynomial.coefficients
    emit(node, reading: x) {
      .polynomial(of: $0, scale: polynomial.scale, offset: polynomial.offset, coefficients: places, target: $1)
    }
  }

  /// The columns of a product, which is formed when the first of them is read.
  mutating func columns(ofProduct number: Int) -> Range<Int> {
    if let range = slotsOfProduct[number] { return range }
    let product = graph.products[number]
    let start = slots.allocate(product.count)
    let range = start..<(start + product.count)
    slotsOfProduct[number] = range
    switch product {
    case .triangular(let inputs, let factor):
      for (input, target) in zip(inputs, range) { emitDraw(of: input, into: target) }
      matrices.append(factor)
      instructions.append(.correlate(columns: range, factor: matrices.count - 1))
    case .factors(let inputs):
      for (input, target) in zip(inputs, range) { emitDraw(of: input, into: target) }
    case .loadings(let factors, let weights):
      let sources = columns(ofProduct: factors)
      matrices.append(weights)
      instructions.append(.multiply(columns: sources, matrix: matrices.count - 1, target: range, accumulating: false))
      releaseMember(of: factors)
    }
    return range
  }

  /// Reads an input of the graph, which becomes one of the program.
  mutating func emitDraw(of input: Int, into target: Int) {
    let column = graph.inputs[input]
    if !isRead[input] { inputs.append(column) }
    isRead[input] = true
    instructions.append(.draw(column.kind, stream: column.stream, target: target))
  }

  mutating func place(_ node: Int) -> Int {
    let slot = aggregation.place(node, in: &slots) ?? slots.allocate()
    slotOfNode[node] = slot
    return slot
  }

  func slot(of node: Int) -> Int {
    guard let slot = slotOfNode[node] else { preconditionFailure("node \(node) is read before it is computed") }
    return slot
  }

  /// One reader of the node is done; the last one frees its place.
  mutating func release(_ node: Int) {
    readers[node] -= 1
    guard readers[node] == 0 else { return }
    if case .member(let product, _) = graph.nodes[node] {
      releaseMember(of: product)
    } else {
      let slot = slot(of: node)
      slots.free(slot..<(slot + 1))
    }
  }

  mutating func releaseMember(of product: Int) {
    membersOfProduct[product] -= 1
    if membersOfProduct[product] == 0, let range = slotsOfProduct[product] { slots.free(range) }
  }
}
