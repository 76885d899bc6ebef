internal import Dispatch
internal import Synchronization

/// Hands the blocks of a range to workers, each block once.
///
/// - Parameter work: One worker, given a function that takes the next block or nothing when all are taken.
func forEachBlock(_ blocks: Range<Int>, threads: Int, _ work: @Sendable (() -> Int?) -> Void) {
  guard !blocks.isEmpty else { return }
  let next = Atomic(blocks.lowerBound)
  DispatchQueue.concurrentPerform(iterations: min(threads, blocks.count)) { _ in
    work {
      let block = next.add(1, ordering: .relaxed).oldValue
      return block < blocks.upperBound ? block : nil
    }
  }
}

/// The values of a function of an index, in order, each computed by one of the workers.
package func concurrentMap<Value: Sendable>(
  _ indices: Range<Int>, threads: Int, _ transform: @Sendable (Int) -> Value
) -> [Value] {
  let found = Mutex<[(index: Int, value: Value)]>([])
  forEachBlock(indices, threads: threads) { take in
    var own: [(index: Int, value: Value)] = []
    while let index = take() { own.append((index, transform(index))) }
    let values = own
    found.withLock { $0 += values }
  }
  return found.withLock { $0 }.sorted { $0.index < $1.index }.map(\.value)
}
