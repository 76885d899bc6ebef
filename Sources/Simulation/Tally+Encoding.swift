package import ByteCoding
internal import Statistics

extension Tally {
  /// A tally as bytes, for a file.
  package struct Encoded: Hashable, Sendable {
    package var blocks: Range<Int>
    /// The grids of the sketches and pairs, none where draws are kept: the same bytes for every part of a run.
    package var grids: [UInt8]
    /// All that was counted and summed: the same bytes for the same blocks, in whatever order they were done.
    package var tallies: [UInt8]

    package init(blocks: Range<Int>, grids: [UInt8], tallies: [UInt8]) {
      self.blocks = blocks
      self.grids = grids
      self.tallies = tallies
    }
  }

  /// The tally as bytes.
  ///
  /// O(columns · bins).
  package var encoded: Encoded {
    var grids = ByteWriter()
    var tallies = ByteWriter()
    for values in draws { tallies.doubles(values) }
    for grid in self.grids { grid.encode(to: &grids) }
    for grid in pairGrids { grid.encode(to: &grids) }
    for grid in smoothedGrids { grid.encode(to: &grids) }
    // The blocks say which groups there are.
    for group in groups {
      guard let group else { continue }
      for sketch in group.columns { sketch.encode(to: &tallies) }
      for pair in group.pairs { pair.encode(to: &tallies) }
      for event in group.events { event.encode(to: &tallies) }
      for column in group.smoothed { column.encode(to: &tallies) }
    }
    if !self.grids.isEmpty { unsolved.encode(to: &tallies) }
    return Encoded(blocks: blocks, grids: grids.bytes, tallies: tallies.bytes)
  }

  /// Reads a tally of an experiment; any bytes end in one or in an error.
  package init(_ encoded: Encoded, of experiment: Experiment) throws(DamagedBytes) {
    blocks = encoded.blocks
    draws = []
    let extent = experiment.extent
    guard blocks.lowerBound >= 0, blocks.upperBound <= extent.blockCount else {
      throw DamagedBytes("its blocks are none of the run's")
    }
    let count = extent.draws(in: blocks)
    var grids = ByteReader(encoded.grids)
    var tallies = ByteReader(encoded.tallies)
    groups = Array(repeating: nil, count: extent.groupCount)
    var (columnGrids, pairGrids): ([SketchGrid], [PairGrid]) = ([], [])
    var smoothedGrids: [SmoothedGrid] = []
    if extent.keepsDraws {
      for _ in 0..<experiment.tableColumns {
        draws.append(try tallies.doubles())
        guard draws[draws.count - 1].count == count else { throw DamagedBytes("its draws are not those of its blocks") }
      }
    } else {
      for column in experiment.columns { columnGrids.append(try SketchGrid(from: &grids, answering: column.request)) }
      for pair in experiment.pairs { pairGrids.append(try PairGrid(from: &grids, percentiles: pair.percentiles)) }
      for column in experiment.smoothing?.columns ?? [] {
        let thresholds = experiment.columns[column.column].request.thresholds
        smoothedGrids.append(try SmoothedGrid(from: &grids, thresholds: thresholds))
      }
      for group in groups.indices {
        let own = extent.blocks(ofGroup: group, in: blocks)
        if !own.isEmpty {
          groups[group] = try Self.notes(
            from: &tallies, on: columnGrids, pairGrids, smoothedGrids, events: experiment.events.count,
            draws: extent.draws(in: own))
        }
      }
      if !columnGrids.isEmpty { unsolved = try UnsolvedDraws(from: &tallies, among: extent.drawNumbers(in: blocks)) }
    }
    self.grids = columnGrids
    self.pairGrids = pairGrids
    self.smoothedGrids = smoothedGrids
    try grids.end()
    try tallies.end()
  }

  /// Reads the notes of so many draws.
  private static func notes(
    from tallies: inout ByteReader, on grids: [SketchGrid], _ pairGrids: [PairGrid], _ smoothedGrids: [SmoothedGrid],
    events: Int, draws: Int
  ) throws(DamagedBytes) -> Notes<OutcomeSketch> {
    var notes = Notes<OutcomeSketch>(columns: [])
    for grid in grids {
      let sketch = try OutcomeSketch(from: &tallies, on: grid)
      guard sketch.draws + sketch.nonFiniteCount == draws else { throw DamagedBytes("its draws are not those of its blocks") }
      notes.columns.append(sketch)
    }
    for grid in pairGrids { notes.pairs.append(try PairTally(from: &tallies, on: grid, atMost: draws)) }
    for _ in 0..<events { notes.events.append(try EventTally(from: &tallies, atMost: draws)) }
    for grid in smoothedGrids {
      notes.smoothed.append(try SmoothedTally(from: &tallies, levels: grid.levels.count, atMost: draws))
    }
    return notes
  }
}
