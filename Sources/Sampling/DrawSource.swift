/// How the input columns of a run are filled: which number every input has in every draw.
///
/// A pure function of seed, design, an input's stream and dimension, and the number of the draw: any block can be computed by itself. The
/// draws of a replicate follow each other: draw d is point d mod 2^m of replicate ⌊d/2^m⌋.
///
/// | design | uniform of point i |
/// |---|---|
/// | `random` | ``DrawStream/uniform(at:)``; normals by ``DrawStream/polar(at:)`` |
/// | `antithetic` | draws 2k and 2k + 1 of a block: u and 1 − u, u that of draw k of the block; normals z and −z |
/// | `latin` | (π(i) + v)/2^m, π a permutation of the replicate (``KeyedPermutation``), v the draw's own uniform, without its last m bits |
/// | `sobol` | point i of Sobol's sequence in the input's dimension, scrambled and shifted (``OwenScramble``), (2x + 1)/2³³ |
/// | `lattice` | x = 2³²·φ(i)·z + shift modulo 2³², φ the radical inverse; (2y + 1)/2³², y the smaller of x and 2³² − 1 − x |
///
/// Where normals are not drawn at random they are Φ⁻¹ of the uniform. The randomisation of a replicate is made of
/// ``DrawStream/randomisation(ofReplicate:)``: word 0 seeds the scramble, word 1 shifts, all eight are the permutation's key.
package struct DrawSource: Sendable {
  package let seed: UInt64
  package let design: Design
  /// Points of a replicate, as a power of two; 0 where draws are random.
  package let pointBits: Int
  /// The dimensions of inputs, from 0, in which the points are laid out; those of no dimension are drawn at random.
  private let dimensions: [StreamID: Int]
  /// The normals that are rotated together, from the design's points in their dimensions; nothing where none are.
  package let rotation: Rotation?
  /// The places of these normals.
  private let rotatedPlaces: [StreamID: Int]
  /// Sobol's direction numbers, or the lattice's components, of these dimensions.
  private let numbers: [UInt32]
  /// The places of inputs whose columns are filled by whoever runs a program.
  private let suppliedPlaces: [StreamID: Int]

  /// How many columns are filled by whoever runs a program.
  package var suppliedCount: Int { suppliedPlaces.count }

  /// Independent draws under a seed.
  package static func random(seed: UInt64) -> Self { Self(seed: seed, design: .random, draws: 1, inputs: []) }

  /// Columns that whoever runs a program fills, one for each of some streams, each once; a program on them reads no others.
  package static func supplied(_ streams: [StreamID]) -> Self {
    Self(seed: 0, design: .random, draws: 1, inputs: [], supplied: streams)
  }

  /// - Parameters:
  ///   - draws: Of the whole run; a design of replicates admits them (``Design/admits(draws:)``).
  ///   - inputs: Their streams in the order in which they get the design's dimensions, each once; where some are rotated, those whose
  ///     places the leading directions take come first.
  ///   - rotation: Of a design with replicates.
  package init(seed: UInt64, design: Design, draws: Int, inputs: [StreamID], rotation: Rotation? = nil) {
    self.init(seed: seed, design: design, draws: draws, inputs: inputs, rotation: rotation, supplied: [])
  }

  private init(
    seed: UInt64, design: Design, draws: Int, inputs: [StreamID], rotation: Rotation? = nil, supplied: [StreamID]
  ) {
    self.seed = seed
    suppliedPlaces = Dictionary(uniqueKeysWithValues: supplied.enumerated().map { ($1, $0) })
    self.design = design
    self.rotation = rotation
    rotatedPlaces = Dictionary(uniqueKeysWithValues: (rotation?.streams ?? []).enumerated().map { ($1, $0) })
    guard case .replicated(let points, let replicates) = design else {
      (pointBits, dimensions, numbers) = (0, [:], [])
      return
    }
    precondition(design.admits(draws: draws), "the draws are the points of all replicates")
    pointBits = (draws / replicates).trailingZeroBitCount
    let placed = inputs.prefix(points.dimensions(pointBits: pointBits))
    dimensions = Dictionary(uniqueKeysWithValues: placed.enumerated().map { ($1, $0) })
    switch points {
    case .antithetic, .latin: numbers = []
    case .sobol: numbers = SobolDirections(dimensions: placed.count).reversed
    case .lattice: numbers = GeneratingVector.components(placed.count)
    }
  }

  /// How an input's column is laid out.
  package enum Layout: Hashable, Sendable {
    case random
    case antithetic
    case latin
    case sobol(dimension: Int)
    case lattice(component: UInt32)
    /// The normal of a place among those that are rotated together.
    case rotated(Int)
    /// The column of a place among those that whoever runs the program fills.
    case supplied(Int)
  }

  /// The layout of the input of a stream.
  ///
  /// Expected O(1).
  package func layout(of stream: StreamID) -> Layout {
    guard case .replicated = design else {
      if suppliedPlaces.isEmpty { return .random }
      guard let place = suppliedPlaces[stream] else { preconditionFailure("a program reads columns that are supplied") }
      return .supplied(place)
    }
    return rotatedPlaces[stream].map(Layout.rotated) ?? layout(beforeRotation: stream)
  }

  /// The layout of the normal that a rotation reads for a stream.
  package func layout(beforeRotation stream: StreamID) -> Layout {
    guard case .replicated(let points, _) = design else { return .random }
    guard let dimension = dimensions[stream] else { return .random }
    switch points {
    case .antithetic: return .antithetic
    case .latin: return .latin
    case .sobol: return .sobol(dimension: dimension)
    case .lattice: return .lattice(component: numbers[dimension])
    }
  }

  /// Points of one replicate that stand side by side in a block.
  package struct Segment: Hashable, Sendable {
    /// Their places in the block: a power of two in number.
    package let places: Range<Int>
    package let replicate: UInt64
    /// The number of the first; a multiple of theirs.
    package let firstPoint: UInt32

    package init(places: Range<Int>, replicate: UInt64, firstPoint: UInt32) {
      self.places = places
      self.replicate = replicate
      self.firstPoint = firstPoint
    }
  }

  /// The segments of a block, one where a replicate has at least as many points as a block; the replicates' own numbers go on past the
  /// last of the run.
  package func segments(ofBlock block: UInt64) -> [Segment] {
    let blockSize = Int(DrawStream.drawsPerBlock)
    let first = block * DrawStream.drawsPerBlock
    let size = min(1 << pointBits, blockSize)
    return stride(from: 0, to: blockSize, by: size).map { start in
      let draw = first + UInt64(start)
      return Segment(
        places: start..<(start + size), replicate: draw >> UInt64(pointBits),
        firstPoint: UInt32(truncatingIfNeeded: draw & (1 << UInt64(pointBits) - 1)))
    }
  }

  /// Sobol's direction numbers in a dimension, with reversed bits.
  package func withDirections<Result>(_ dimension: Int, _ body: (Span<UInt32>) -> Result) -> Result {
    body(numbers.span.extracting((dimension * SobolDirections.bits)..<((dimension + 1) * SobolDirections.bits)))
  }
}
