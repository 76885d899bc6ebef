/// What is made of outputs, draw by draw.
///
/// A draw in which an operand has no value has none here. One in which a ratio is not defined is infinite, as in programs: it is
/// left out and not counted among the unsolved.
struct DerivedColumn {
  private let source: ObservedColumn.Source
  private var first: [Double] = []
  private var second: [Double] = []

  init(_ source: ObservedColumn.Source) { self.source = source }

  /// The column in the first draws of a block.
  mutating func draws(_ count: Int, in view: BlockView, into column: inout [Double]) {
    switch source {
    case .output(let output):
      view.load(Operand(output: output, scale: 1, offset: 0, isRatio: false), into: &column, draws: count)
    case .difference(let a, let b):
      combine(a, b, count, in: view, into: &column) { a.ties($0, with: b, $1) ? 0 : $0 - $1 }
    case .percentChange(let a, let b):
      combine(a, b, count, in: view, into: &column) {
        $1 == 0 ? .infinity : a.ties($0, with: b, $1) ? 0 : 100 * ($0 / $1 - 1)
      }
    case .regret(let own, let others, let prefersMore):
      view.load(own, into: &first, draws: count)
      column.removeAll(keepingCapacity: true)
      column.append(contentsOf: repeatElement(0, count: count))
      for other in others {
        view.load(other, into: &second, draws: count)
        for index in 0..<count {
          let gap = prefersMore ? second[index] - first[index] : first[index] - second[index]
          let isUndefined = own.isRatio && first[index].isInfinite || other.isRatio && second[index].isInfinite
          // No number in either makes no number, and a ratio without value none that counts.
          if column[index].isNaN || gap.isNaN && !isUndefined {
            column[index] = .nan
          } else if isUndefined {
            column[index] = .infinity
          } else if gap > column[index], !own.ties(first[index], with: other, second[index]) {
            column[index] = gap
          }
        }
      }
    }
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
