internal import Glibc
internal import LinearAlgebra

extension Lowering {
  /// Hands a finished node to the outputs and sums that read it.
  mutating func deliver(_ node: Int) {
    for output in outputsOfNode[node] ?? [] {
      instructions.append(.emit(output: output, source: slot(of: node)))
      release(node)
    }
    if aggregation.holds(node) {
      if let product = aggregation.take(node, weights: sums[node].map(\.weight)) { addProduct(product) }
      return
    }
    var rest = sums[node].filter { !isPair($0.sum) }[...]
    while let (sum, weight) = rest.popFirst() {
      if isReady(sum), let next = rest.first, isReady(next.sum) {
        instructions.append(
          .addScaled2(
            slot(of: node), scale1: weight, target1: slot(of: sum), scale2: next.weight, target2: slot(of: next.sum)))
        rest.removeFirst()
        release(node)
      } else {
        add(slot(of: node), weight: weight, to: sum)
      }
      release(node)
    }
  }

  /// Whether a sum has begun, with the terms that are known before the others if it has any.
  private mutating func isReady(_ sum: Int) -> Bool {
    begin(sum)
    return isBegun[sum]
  }

  /// Gives a sum its place, with its constant and the terms that are known before the others; once.
  mutating func begin(_ sum: Int) {
    guard !isBegun[sum], let early = earlyTerms[sum] else { return }
    for term in early {
      addTerm(slot(of: term.node), weight: term.weight, to: sum)
      release(term.node)
    }
  }

  /// sum += weight × a column.
  mutating func add(_ source: Int, weight: Double, to sum: Int) {
    begin(sum)
    addTerm(source, weight: weight, to: sum)
  }

  private mutating func addTerm(_ source: Int, weight: Double, to sum: Int) {
    if isBegun[sum] {
      instructions.append(.addScaled(source, scale: weight, target: slot(of: sum)))
    } else {
      isBegun[sum] = true
      instructions.append(.affine(of: source, scale: weight, offset: constant(ofSum: sum), target: place(sum)))
    }
  }

  /// Adds a tile of columns to the partial sums of its set, and those to the sums once the set is complete.
  mutating func addProduct(_ product: Aggregation.Product) {
    matrices.append(product.weights)
    instructions.append(
      .multiply(
        columns: product.columns, matrix: matrices.count - 1, target: product.partials, accumulating: product.accumulates))
    guard product.isLast else { return }
    for (partial, sum) in zip(product.partials, product.sums) { add(partial, weight: 1, to: sum) }
    slots.free(product.partials)
    slots.free(product.tile)
  }

  /// One or two terms are one pass: no need to accumulate.
  func isPair(_ sum: Int) -> Bool {
    guard case .sum(let terms, _) = graph.nodes[sum] else { return false }
    return terms.count <= 2
  }

  func constant(ofSum sum: Int) -> Double {
    guard case .sum(_, let constant) = graph.nodes[sum] else { return 0 }
    return constant
  }

  mutating func emitPair(_ terms: [Node.Term], constant: Double, into node: Int) {
    if terms.count == 1 {
      emit(node, reading: terms[0].node) { .affine(of: $0, scale: terms[0].weight, offset: constant, target: $1) }
    } else {
      emit(node, reading: terms[0].node, terms[1].node) {
        .affine2($0, scale1: terms[0].weight, $1, scale2: terms[1].weight, offset: constant, target: $2)
      }
    }
  }

  /// sum += weight·exp(offset + scale·x) in one pass, with x itself formed on the way where only this reads it.
  mutating func addInlined(
    exponentialOf x: Int, scale: Double, offset: Double, to sum: Int, weight: Double
  ) {
    fill(sum)
    let target = slot(of: sum)
    if isInlined[x], case .sum(let terms, let constant) = graph.nodes[x] {
      instructions.append(
        .addScaledExponential2(
          slot(of: terms[0].node), scale1: scale * terms[0].weight, slot(of: terms[1].node), scale2: scale * terms[1].weight,
          offset: offset + scale * constant, weight: weight, target: target))
      for term in terms { release(term.node) }
    } else if isInlined[x], case .product(let a, let b) = graph.nodes[x] {
      instructions.append(
        .addScaledExponentialOfProduct(
          slot(of: a), slot(of: b), scale: scale, weight: weight * Glibc.exp(offset), tame: tame(a, times: b, scale: scale),
          target: target))
      release(a)
      release(b)
    } else {
      instructions.append(
        .addScaledExponential(slot(of: x), scale: scale, weight: weight * Glibc.exp(offset), target: target))
      release(x)
    }
  }

  /// When the arguments scale·a·b of exponentials are known to be ordinary: where one factor is a column of exponentials whose own
  /// arguments are small enough for the range of the other factor.
  private func tame(_ a: Int, times b: Int, scale: Double) -> TameExponential? {
    for (exponential, factor) in [(a, b), (b, a)] {
      guard case .exponential(let x, _, _) = graph.nodes[exponential], !isInlined[exponential], let range = graph.ranges[factor]
      else { continue }
      // A product has a pass of its own, which does not tell.
      if isInlined[x], case .product = graph.nodes[x] { continue }
      // A little less than the kernels' 707, for roundings.
      let largest = 700 / (scale.magnitude * max(range.lower.magnitude, range.upper.magnitude))
      if largest > 0 { return TameExponential(column: slot(of: exponential), reach: Glibc.log(largest)) }
    }
    return nil
  }

  /// Sees to it that a sum has a place to add to.
  private mutating func fill(_ sum: Int) {
    guard !isReady(sum) else { return }
    isBegun[sum] = true
    instructions.append(.fill(constant(ofSum: sum), target: place(sum)))
  }

  /// Adds a product to the one to three sums that read it, in the pass that forms it.
  mutating func addInlined(productOf a: Int, _ b: Int, to sums: [(sum: Int, weight: Double)]) {
    for (sum, _) in sums { fill(sum) }
    let (x, y) = (slot(of: a), slot(of: b))
    let targets = sums.map { (slot: slot(of: $0.sum), weight: $0.weight) }
    switch targets.count {
    case 1: instructions.append(.addScaledProduct(x, y, scale: targets[0].weight, target: targets[0].slot))
    case 2:
      instructions.append(
        .addScaledProduct2(
          x, y, scale1: targets[0].weight, target1: targets[0].slot, scale2: targets[1].weight, target2: targets[1].slot))
    default:
      instructions.append(
        .addScaledProduct3(
          x, y, scale1: targets[0].weight, target1: targets[0].slot, scale2: targets[1].weight, target2: targets[1].slot,
          scale3: targets[2].weight, target3: targets[2].slot))
    }
    release(a)
    release(b)
  }
}
