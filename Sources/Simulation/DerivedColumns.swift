/// What is made of outputs, draw by draw: the derived columns of an experiment, as one worker forms them.
///
/// A draw in which an operand has no value has none here. One in which a ratio is not defined is infinite, as in programs: it is
/// left out and not counted among the unsolved.
struct DerivedColumns {
  private let derivations: [ObservedColumn.Derivation]
  private var first: [Double] = []
  private var second: [Double] = []
  private var best = BestOperand()
  /// The regret for which the best was found in this block: those of one row follow each other and share it.
  private var contest: Int?

  init(_ derivations: [ObservedColumn.Derivation]) { self.derivations = derivations }

  /// Forgets the block before.
  mutating func beginBlock() { contest = nil }

  /// A column in the first draws of a block.
  mutating func draws(of number: Int, _ count: Int, in view: BlockView, into column: inout [Double]) {
    switch derivations[number] {
    case .difference(let a, let b):
      combine(a, b, count, in: view, into: &column) { a.ties($0, with: b, $1) ? 0 : $0 - $1 }
    case .percentChange(let a, let b):
      combine(a, b, count, in: view, into: &column) {
        $1 == 0 ? .infinity : a.ties($0, with: b, $1) ? 0 : 100 * ($0 / $1 - 1)
      }
    case .regret(let own, let others, let prefersMore):
      if !shares(contest, others, prefersMore) {
        best.find(among: others, prefersMore: prefersMore, count, in: view)
        contest = number
      }
      view.load(own, into: &first, draws: count)
      column.removeAll(keepingCapacity: true)
      for index in 0..<count {
        column.append(best.regret(of: first[index], own, prefersMore: prefersMore, at: index))
      }
    }
  }

  /// Whether an earlier regret is measured against the same best.
  private func shares(_ number: Int?, _ others: [Operand], _ prefersMore: Bool) -> Bool {
    guard let number, case .regret(_, let known, let knownPrefersMore) = derivations[number] else { return false }
    return knownPrefersMore == prefersMore && known == others
  }

  private mutating func combine(
    _ a: Operand, _ b: Operand, _ count: Int, in view: BlockView, into column: inout [Double], _ made: (Double, Double) -> Double
  ) {
    view.load(a, into: &first, draws: count)
    view.load(b, into: &second, draws: count)
    column.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let (x, y) = (first[index], second[index])
      let isUndefined = a.isRatio && x.isInfinite || b.isRatio && y.isInfinite
      column.append(x.isNaN || y.isNaN ? .nan : isUndefined ? .infinity : made(x, y))
    }
  }
}
