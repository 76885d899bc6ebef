extension Lowering {
  /// Lists the nodes of every step.
  mutating func listSteps() {
    for node in graph.nodes.indices where readers[node] > 0 {
      if let loop = graph.homes[node] { steps[loop].append(node) }
    }
  }

  /// Whether a term of a sum is known before the step in which the sum is computed.
  func isEarly(_ term: Int, for sum: Int) -> Bool {
    if case .state = graph.nodes[term] { return !isPair(sum) }
    return graph.homes[term] != graph.homes[sum] && !isPair(sum)
  }

  /// The places of an iteration's values, which is written when the first of them is read.
  ///
  /// A step first computes its residual, and the rest only where that is beyond the tolerance. What it reads from outside keeps its
  /// place until the iteration has ended; what it computes is free for the rest of the step after the last reader, as everywhere.
  mutating func states(of number: Int) -> Range<Int> {
    let loop = graph.loops[number]
    if let first = statesOfLoop[number] { return first..<(first + loop.initial.count) }
    let first = slots.allocate(loop.initial.count)
    let places = first..<(first + loop.initial.count)
    statesOfLoop[number] = first
    for (place, node) in zip(places, loop.initial) {
      copy(slot(of: node), to: place)
      release(node)
    }
    let outside = nodesReadFromOutside(number)
    for node in outside { readers[node] += 1 }
    let header = instructions.count
    instructions.append(.fill(0, target: first))
    let checking = nodesOfResidual(number)
    for node in steps[number] where checking.contains(node) { emitInStep(node, first: first) }
    let end = instructions.count
    for node in steps[number] where !checking.contains(node) { emitInStep(node, first: first) }
    for (place, node) in zip(places, loop.next) { copy(slot(of: node), to: place) }
    instructions[header] = .iterate(
      check: end - header - 1, advance: instructions.count - end, residual: slot(of: loop.residual), states: places,
      tolerance: loop.tolerance, limit: loop.limit)
    for node in loop.next + [loop.residual] + outside { release(node) }
    for (place, node) in zip(places, loop.settled) where readers[node] == 0 { slots.free(place..<(place + 1)) }
    return places
  }

  /// The nodes of a step that its residual depends on, and all present values.
  private func nodesOfResidual(_ number: Int) -> Set<Int> {
    var found: Set<Int> = [graph.loops[number].residual]
    for node in steps[number].reversed() {
      if case .state = graph.nodes[node] { found.insert(node) }
      guard found.contains(node) else { continue }
      graph.nodes[node].forEachOperand { found.insert($0) }
      guard case .settled(let inner, _) = graph.nodes[node] else { continue }
      // All values of an iteration inside settle together, from what any of its steps reads.
      found.formUnion(graph.loops[inner].initial)
      found.formUnion(nodesReadFromOutside(inner))
    }
    return found
  }

  private mutating func copy(_ source: Int, to target: Int) {
    instructions.append(.affine(of: source, scale: 1, offset: 0, target: target))
  }

  private mutating func emitInStep(_ node: Int, first: Int) {
    guard case .state(_, let index) = graph.nodes[node] else { return emitIfNeeded(node) }
    slotOfNode[node] = first + index
    // It has its place for as long as the iteration lasts, and afterwards as the value that settled.
    readers[node] += 1
  }

  /// The nodes outside an iteration that its steps read, those of the iterations inside it among them; each once.
  private func nodesReadFromOutside(_ number: Int) -> [Int] {
    var found: Set<Int> = []
    func note(_ node: Int) {
      if !isInside(graph.homes[node], number) { found.insert(node) }
    }
    func walk(_ loop: Int) {
      for operand in graph.loops[loop].next + [graph.loops[loop].residual] { note(operand) }
      var inner: Set<Int> = []
      for node in steps[loop] {
        graph.nodes[node].forEachOperand(note)
        guard case .settled(let own, _) = graph.nodes[node], inner.insert(own).inserted else { continue }
        graph.loops[own].initial.forEach(note)
        walk(own)
      }
    }
    walk(number)
    return found.sorted()
  }

  /// Whether a step is that of an iteration, or of one inside it.
  private func isInside(_ home: Int?, _ loop: Int) -> Bool {
    var home = home
    while let own = home {
      if own == loop { return true }
      home = graph.loops[own].enclosing
    }
    return false
  }
}
