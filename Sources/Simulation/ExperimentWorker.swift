internal import Expressions
internal import Sampling

/// What one worker computes in.
struct ExperimentWorker: ~Copyable {
  var workspace: BlockWorkspace
  var view: BlockView
  var derived: DerivedColumns
  /// A derived column of the block.
  var column: [Double] = []
  /// The two sides of a pair in the block.
  private(set) var first: [Double] = []
  private(set) var second: [Double] = []
  private var counter = EventCounter()

  /// - Parameters:
  ///   - viewed: The outputs that derived columns and pairs read.
  ///   - derived: What derived columns are made of.
  init(programs: [BlockProgram], source: DrawSource, viewed: Set<OutputPlace>, derived: [ObservedColumn.Derivation]) {
    workspace = BlockProgram.makeWorkspace(for: programs, source: source)
    view = BlockView(of: viewed)
    self.derived = DerivedColumns(derived)
  }

  /// Takes the sides of a pair out of the view.
  mutating func load(_ pair: ObservedPair, draws: Int) {
    view.load(pair.first, into: &first, draws: draws)
    view.load(pair.second, into: &second, draws: draws)
    pair.settle(first, &second)
  }

  /// Counts an event in the first draws of the block.
  mutating func count(_ event: ObservedEvent, draws: Int, into tally: inout EventTally) {
    let view = view
    counter.count(event, draws: draws, into: &tally) { view.load($0, into: &$1, draws: draws) }
  }
}
