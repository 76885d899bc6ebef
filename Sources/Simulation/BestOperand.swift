/// The best of some operands in every draw of a block, and which of them it is.
///
/// Found once for all that are measured against it: what is looked at grows as the operands, and not as their square.
struct BestOperand {
  /// NaN where some operand has no value, infinite where some ratio is not defined.
  private(set) var values: [Double] = []
  /// The place of the best among the operands, the first of equals.
  private var winners: [Int] = []
  private var operands: [Operand] = []
  private var draws: [Double] = []

  /// Finds the best in the first draws of a block.
  ///
  /// O(operands · draws).
  mutating func find(among operands: [Operand], prefersMore: Bool, _ count: Int, in view: BlockView) {
    self.operands = operands
    values.removeAll(keepingCapacity: true)
    winners.removeAll(keepingCapacity: true)
    for (place, operand) in operands.enumerated() {
      view.load(operand, into: &draws, draws: count)
      if operand.isRatio {
        for index in draws.indices where draws[index].isInfinite { draws[index] = .infinity }
      }
      guard place > 0 else {
        values = draws
        winners.append(contentsOf: repeatElement(0, count: count))
        continue
      }
      for index in 0..<count {
        let (best, own) = (values[index], draws[index])
        if best.isNaN || own.isNaN {
          values[index] = .nan
        } else if isUndefined(best, of: operands[winners[index]]) {
          continue
        } else if isUndefined(own, of: operand) || (prefersMore ? own > best : own < best) {
          values[index] = own
          winners[index] = place
        }
      }
    }
  }

  /// How far an operand's draw lies behind the best of its place.
  func regret(of own: Double, _ operand: Operand, prefersMore: Bool, at index: Int) -> Double {
    let best = values[index]
    guard !best.isNaN, !own.isNaN else { return .nan }
    let winner = operands[winners[index]]
    guard !isUndefined(best, of: winner) else { return .infinity }
    return operand.ties(own, with: winner, best) ? 0 : prefersMore ? best - own : own - best
  }

  private func isUndefined(_ value: Double, of operand: Operand) -> Bool { operand.isRatio && value.isInfinite }
}
