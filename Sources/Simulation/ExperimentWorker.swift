internal import Expressions
internal import Sampling
internal import Statistics

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
  private var averaged: AveragedDraws?
  /// What is averaged in the block: its slopes, and the input.
  private var slopes: [Double] = []
  private var inputs: [Double] = []

  /// - Parameters:
  ///   - viewed: The outputs that derived columns and pairs read.
  ///   - derived: What derived columns are made of.
  ///   - averaged: Where something is averaged over an input.
  init(
    programs: [BlockProgram], source: DrawSource, viewed: Set<OutputPlace>, derived: [ObservedColumn.Derivation],
    averaged: AveragedDraws?
  ) {
    self.averaged = averaged
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

  /// Averages columns over the input in the first draws of the block.
  mutating func average(
    _ smoothing: ObservedSmoothing, draws: Int, on grids: [SmoothedGrid], of operands: [Operand],
    into tallies: inout [SmoothedTally]
  ) {
    view.load(smoothing.input, into: &inputs, draws: draws)
    for place in smoothing.columns.indices {
      let grid = grids[place]
      view.load(operands[place], into: &first, draws: draws)
      view.load(smoothing.columns[place].slope, into: &slopes, draws: draws)
      averaged?.load(first[...], slopes: slopes[...], inputs: inputs[...], where: grid.isUsable)
      averaged?.add(to: &tallies[place], on: grid)
    }
  }
}
