internal import Glibc
internal import LinearAlgebra

extension Lowering {
  /// Hands a finished node to the outputs and sums that read it.
  mutating func deliver(_ node: Int) {
    for output in outputsOfNode[node] ?? [] {
      instructions.append(.emit(output: output, source: slot(of: node)))
      release(node)
    }
    if let product = aggregation.take(node, weights: sums[node].map(\.weight)) {
      addProduct(product)
      return
    }
    if aggregation.holds(node) { return }
    for (sum, weight) in sums[node] where !isPair(sum) {
      add(slot(of: node), weight: weight, to: sum)
      release(node)
    }
  }

  /// sum += weight × a column.
  mutating func add(_ source: Int, weight: Double, to sum: Int) {
    if begun.insert(sum).inserted {
      instructions.append(.affine(of: source, scale: weight, offset: constant(ofSum: sum), target: place(sum)))
    } else {
      instructions.append(.addScaled(source, scale: weight, target: slot(of: sum)))
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
    emit(node, reading: terms.map(\.node)) { sources, target in
      sources.count == 1
        ? .affine(of: sources[0], scale: terms[0].weight, offset: constant, target: target)
        : .affine2(
          sources[0], scale1: terms[0].weight, sources[1], scale2: terms[1].weight, offset: constant, target: target)
    }
  }

  /// sum += weight·exp(offset + scale·x) in one pass, with x itself formed on the way where only this reads it.
  mutating func addInlined(
    exponentialOf x: Int, scale: Double, offset: Double, to sum: Int, weight: Double
  ) {
    if begun.insert(sum).inserted { instructions.append(.fill(constant(ofSum: sum), target: place(sum))) }
    let target = slot(of: sum)
    if isInlined[x], case .sum(let terms, let constant) = graph.nodes[x] {
      instructions.append(
        .addScaledExponential2(
          slot(of: terms[0].node), scale1: scale * terms[0].weight, slot(of: terms[1].node), scale2: scale * terms[1].weight,
          offset: offset + scale * constant, weight: weight, target: target))
      for term in terms { release(term.node) }
    } else if isInlined[x], let power = logarithmInProduct(x) {
      instructions.append(
        .addScaledPower(
          base: slot(of: power.base), slope: power.slope, intercept: power.intercept, exponent: slot(of: power.exponent),
          exponentScale: scale, weight: weight * Glibc.exp(offset), target: target))
      release(power.base)
      release(power.exponent)
    } else {
      instructions.append(
        .addScaledExponential(slot(of: x), scale: scale, weight: weight * Glibc.exp(offset), target: target))
      release(x)
    }
  }
}
