internal import Expressions

/// What one worker computes in.
struct ExperimentWorker: ~Copyable {
  var workspace: BlockWorkspace
  var view: BlockView
  var derived: [DerivedColumn]
  /// A derived column of the block.
  var column: [Double] = []
  /// The two sides of a pair in the block.
  private(set) var first: [Double] = []
  private(set) var second: [Double] = []

  /// - Parameters:
  ///   - viewed: The outputs that derived columns and pairs read.
  ///   - derived: What derived columns are made of.
  init(programs: [BlockProgram], viewed: Set<OutputPlace>, derived: [ObservedColumn.Source]) {
    workspace = BlockProgram.makeWorkspace(for: programs)
    view = BlockView(of: viewed)
    self.derived = derived.map(DerivedColumn.init)
  }

  /// Takes the sides of a pair out of the view.
  mutating func load(_ pair: ObservedPair, draws: Int) {
    view.load(pair.first, into: &first, draws: draws)
    view.load(pair.second, into: &second, draws: draws)
    pair.settle(first, &second)
  }
}
