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
    for sketch in sketches {
      sketch.grid.encode(to: &grids)
      sketch.encode(to: &tallies)
    }
    for pair in pairs {
      pair.grid.encode(to: &grids)
      pair.encode(to: &tallies)
    }
    if !sketches.isEmpty { unsolved.encode(to: &tallies) }
    return Encoded(blocks: blocks, grids: grids.bytes, tallies: tallies.bytes)
  }

  /// Reads a tally of an experiment; any bytes end in one or in an error.
  package init(_ encoded: Encoded, of experiment: Experiment) throws(DamagedBytes) {
    blocks = encoded.blocks
    draws = []
    sketches = []
    pairs = []
    let extent = experiment.extent
    guard blocks.lowerBound >= 0, blocks.upperBound <= extent.blockCount else {
      throw DamagedBytes("its blocks are none of the run's")
    }
    let count = extent.draws(in: blocks)
    var grids = ByteReader(encoded.grids)
    var tallies = ByteReader(encoded.tallies)
    for column in experiment.columns {
      if extent.keepsDraws {
        draws.append(try tallies.doubles())
        guard draws[draws.count - 1].count == count else { throw DamagedBytes("its draws are not those of its blocks") }
      } else {
        let grid = try SketchGrid(from: &grids, answering: column.request)
        let sketch = try OutcomeSketch(from: &tallies, on: grid)
        guard sketch.draws + sketch.nonFiniteCount == count else {
          throw DamagedBytes("its draws are not those of its blocks")
        }
        sketches.append(sketch)
      }
    }
    if !extent.keepsDraws {
      for pair in experiment.pairs {
        let grid = try PairGrid(from: &grids, percentiles: pair.percentiles)
        pairs.append(try PairTally(from: &tallies, on: grid, atMost: count))
      }
    }
    if !sketches.isEmpty { unsolved = try UnsolvedDraws(from: &tallies, among: extent.drawNumbers(in: blocks)) }
    try grids.end()
    try tallies.end()
  }
}
