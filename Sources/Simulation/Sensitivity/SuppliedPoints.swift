package import Expressions
internal import Sampling
internal import Statistics
package import VectorMath

/// A program at points whose inputs are given column by column: a block's draws of one sample, of another, or what is made
/// of both.
///
/// Inputs are numbered as the program has them.
package struct SuppliedPoints: ~Copyable {
  /// What is looked at: an outcome, or one less another.
  package struct Target: Hashable, Sendable {
    package var operand: Operand
    package var less: Operand?

    package init(_ operand: Operand, less: Operand? = nil) {
      self.operand = operand
      self.less = less
    }
  }

  /// One of two independent samples of all inputs.
  package enum Sample: Hashable, Sendable {
    /// The draws of a run of the seed.
    case first
    /// Draws far behind those that any run has.
    case second

    /// The number of a block among all of its streams.
    fileprivate func block(_ block: Int) -> UInt64 { UInt64(block) + (self == .first ? 0 : 1 << 40) }
  }

  private let program: BlockProgram
  private let targets: [Target]
  private let seed: UInt64
  private let source: DrawSource
  private let kernels: any KernelSet.Type
  private var workspace: BlockWorkspace
  private var view: BlockView
  private var other: [Double] = []

  package init(_ program: BlockProgram, targets: [Target], seed: UInt64, kernels: KernelChoice) {
    self.program = program
    self.targets = targets
    self.seed = seed
    self.kernels = kernels.kernels
    source = .supplied(program.inputs.map(\.stream))
    workspace = BlockProgram.makeWorkspace(for: [program], source: source)
    view = BlockView(of: Set(targets.flatMap { [$0.operand.output, $0.less?.output].compactMap(\.self) }))
  }

  /// Puts a sample's draws of a block into an input.
  package mutating func draw(_ input: Int, _ sample: Sample, block: Int) {
    let column = program.inputs[input]
    let (seed, kernels) = (seed, kernels)
    workspace.supply(input) { y in
      switch column.kind {
      case .uniform: kernels.uniforms(into: &y, stream: column.stream.value, key: seed, block: sample.block(block))
      case .standardNormal: kernels.normals(into: &y, stream: column.stream.value, key: seed, block: sample.block(block))
      }
    }
  }

  /// Puts one number into an input, in every draw.
  package mutating func fill(_ input: Int, with value: Double) {
    workspace.supply(input) { y in for index in 0..<y.count { y[index] = value } }
  }

  /// Puts a column into an input.
  package mutating func fill(_ input: Int, with column: [Double]) {
    workspace.supply(input) { y in for index in 0..<y.count { y[index] = column[index] } }
  }

  /// The column of an input.
  package borrowing func column(_ input: Int) -> [Double] {
    var column: [Double] = []
    workspace.supplied(input) { values in
      column.reserveCapacity(values.count)
      for index in values.indices { column.append(values[index]) }
    }
    return column
  }

  /// The column of an input as standard normals: a uniform's normal quantiles.
  package borrowing func normalScores(of input: Int) -> [Double] {
    let column = column(input)
    guard program.inputs[input].kind == .uniform else { return column }
    var scores = column
    var span = scores.mutableSpan
    kernels.normalQuantile(column.span, into: &span)
    return scores
  }

  /// Every target at the first of the points; not a number where it has no usable value.
  ///
  /// - Parameter values: By target; the arrays are used again.
  package mutating func evaluate(_ draws: Int, into values: inout [[Double]]) {
    program.run(block: 0, source: source, kernels: kernels, in: &workspace) { output, column in
      if let place = view.place(of: OutputPlace(number: output)) { view.copy(column, to: place) }
    }
    if values.count != targets.count { values = [[Double]](repeating: [], count: targets.count) }
    for (number, target) in targets.enumerated() {
      view.load(target.operand, into: &values[number], draws: draws)
      guard let less = target.less else {
        for index in 0..<draws where !Unusable.isUsable(values[number][index]) { values[number][index] = .nan }
        continue
      }
      view.load(less, into: &other, draws: draws)
      for index in 0..<draws {
        let (x, y) = (values[number][index], other[index])
        guard Unusable.isUsable(x), Unusable.isUsable(y) else {
          values[number][index] = .nan
          continue
        }
        values[number][index] = target.operand.ties(x, with: less, y) ? 0 : x - y
      }
    }
  }
}
