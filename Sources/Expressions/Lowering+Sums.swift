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
    for (sum, weight) in sums[node] where !isPair(sum) {
      add(slot(of: node), weight: weight, to: sum)
      release(node)
    }
  }

  /// sum += weight × a column.
  mutating func add(_ source: Int, weight: Double, to sum: Int) {
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
    if !isBegun[sum] {
      isBegun[sum] = true
      instructions.append(.fill(constant(ofSum: sum), target: place(sum)))
    }
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
          slot(of: a), slot(of: b), scale: scale, weight: weight * Glibc.exp(offset), target: target))
      release(a)
      release(b)
    } else {
      instructions.append(
        .addScaledExponential(slot(of: x), scale: scale, weight: weight * Glibc.exp(offset), target: target))
      release(x)
    }
  }
}
