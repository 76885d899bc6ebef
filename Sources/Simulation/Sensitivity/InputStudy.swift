package import Expressions
internal import Sampling
internal import Statistics
internal import Synchronization
package import VectorMath

/// What is computed to say which inputs drive some outcomes: a program, what is looked at, and the draws.
package struct InputStudy: Sendable {
  package let program: BlockProgram
  package let targets: [SuppliedPoints.Target]
  package let groups: DrawGroups
  package let seed: UInt64
  package let kernels: KernelChoice
  /// Near the mean of each target, so that squares do not cancel.
  let centres: [Double]

  package init(_ program: BlockProgram, targets: [SuppliedPoints.Target], draws: Int, seed: UInt64, kernels: KernelChoice) {
    self.program = program
    self.targets = targets
    self.seed = seed
    self.kernels = kernels
    groups = DrawGroups(draws: draws)
    var points = SuppliedPoints(program, targets: targets, seed: seed, kernels: kernels)
    for input in program.inputs.indices { points.draw(input, .first, block: 0) }
    var values: [[Double]] = []
    points.evaluate(Extent.drawsPerBlock, into: &values)
    centres = values.map { column in
      let usable = column.filter { !$0.isNaN }
      return usable.isEmpty ? 0 : usable.reduce(0, +) / Double(usable.count)
    }
  }

  /// A worker's points.
  func makePoints() -> SuppliedPoints { SuppliedPoints(program, targets: targets, seed: seed, kernels: kernels) }

  /// What is found of each of some pieces of work, in order; nothing where it was asked to stop.
  func forEach<Found: Sendable>(
    _ count: Int, conduct: InputConduct, _ work: @Sendable (Int, inout SuppliedPoints) -> Found
  ) -> [Found]? {
    let found = Mutex<[(index: Int, value: Found)]>([])
    forEachBlock(0..<count, threads: conduct.threads) { take in
      var points = makePoints()
      while !conduct.isCancelled(), let index = take() {
        let value = work(index, &points)
        found.withLock { $0.append((index, value)) }
      }
    }
    let all = found.withLock { $0 }.sorted { $0.index < $1.index }.map(\.value)
    return all.count == count ? all : nil
  }
}

/// How a study of inputs is computed; its figures do not depend on it.
package struct InputConduct: Sendable {
  package var threads: Int
  /// Told how many draws more were computed, from any thread.
  package var advance: @Sendable (Int) -> Void
  package var isCancelled: @Sendable () -> Bool

  package init(
    threads: Int, advance: @escaping @Sendable (Int) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.threads = threads
    self.advance = advance
    self.isCancelled = isCancelled
  }
}
