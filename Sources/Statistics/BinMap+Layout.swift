extension BinMap {
  /// Lays out the bins for an ascending pilot sample.
  init(sorted: [Double], request: SketchRequest) {
    let frame = CellFrame(sorted: sorted, histogramBins: request.histogramBins)
    var layout = BinLayout(sorted: sorted, frame: frame, resolution: Resolution(pilotCount: sorted.count, request: request))
    layout.lay()
    self = layout.map()
  }
}

/// The work of laying out bins: intervals with the number of bins each wants, cell by cell.
private struct BinLayout {
  /// An interval and the bins it wants.
  struct Wish {
    var lower: Double
    var upper: Double
    var bins: Double
  }

  /// Bins in all: 6 bytes each keep a sketch near 160 KB.
  private static let mostBins = 26_000.0
  /// Draws of the pilot between two cuts of a cell in pieces.
  private static let drawsPerPiece = 32
  /// The same in the open cells, where the density falls fast.
  private static let drawsPerTailPiece = 8
  /// Draws of the pilot that tell the density to a fifth.
  private static let drawsForDensity = 24
  /// Kolmogorov's distance times √n from which a cell's draws are not taken for evenly spread (one in 1,500 by chance).
  private static let evenness = 2.0

  /// Draws of a cell up to which their range is looked at, and the chance from which it is taken for narrow.
  private static let fewDraws = 16
  private static let leastChance = 1e-5

  let sorted: [Double]
  let frame: CellFrame
  let resolution: Resolution
  /// Ascending, cell after cell.
  private var wishes: [Wish] = []
  /// Where each cell's wishes end.
  private var ends: [Int] = []
  /// Whether a cell is cut evenly.
  private var plain: [Bool] = []

  init(sorted: [Double], frame: CellFrame, resolution: Resolution) {
    self.sorted = sorted
    self.frame = frame
    self.resolution = resolution
  }

  mutating func lay() {
    let ranks = ranksByCell()
    plain = ranks.indices.map { $0 > 0 && $0 <= frame.count && isEven(ranks[$0], in: $0) }
    addLowerTail(ranks[0])
    ends.append(wishes.count)
    for cell in 1...frame.count {
      let lower = frame.lowerEdge(of: cell)
      let upper = frame.lowerEdge(of: cell + 1)
      if plain[cell] {
        wishes.append(Wish(lower: lower, upper: upper, bins: smoothedBins(ranks, cell)))
      } else {
        cut(ranks[cell], from: lower, to: upper, every: Self.drawsPerPiece)
      }
      ends.append(wishes.count)
    }
    addUpperTail(ranks[frame.count + 1])
    ends.append(wishes.count)
  }

  /// The ranks of the pilot that fall into each cell.
  private func ranksByCell() -> [Range<Int>] {
    var ranks: [Range<Int>] = []
    var start = 0
    for cell in 0...(frame.count + 1) {
      var end = start
      while end < sorted.count && frame.cell(of: sorted[end]) == cell { end += 1 }
      ranks.append(start..<end)
      start = end
    }
    return ranks
  }

  /// Whether bins of equal width suit a cell: no repeated value that matters, and draws evenly spread.
  private func isEven(_ ranks: Range<Int>, in cell: Int) -> Bool {
    let lower = frame.lowerEdge(of: cell)
    let n = Double(ranks.count)
    // n draws lie within a part r of the cell with probability n·rⁿ⁻¹ at most: few draws are bunched where the distance below
    // cannot tell.
    if let first = ranks.first, let last = ranks.last, ranks.count <= Self.fewDraws {
      var chance = n
      for _ in ranks.dropFirst() { chance *= (sorted[last] - sorted[first]) / frame.width }
      if chance < Self.leastChance && resolution.isFine(ranks) { return false }
    }
    var distance = 0.0
    for rank in ranks {
      if rank > ranks.lowerBound && sorted[rank] == sorted[rank - 1] && resolution.isFine((rank - 1)..<(rank + 1)) {
        return false
      }
      let place = (sorted[rank] - lower) / frame.width
      distance = max(distance, (place - (Double(rank - ranks.lowerBound) + 0.5) / n).magnitude)
    }
    return distance * n.squareRoot() <= Self.evenness
  }

  /// The bins a plain cell wants, averaged with as many plain neighbours as it takes for a steady estimate of the density.
  private func smoothedBins(_ ranks: [Range<Int>], _ cell: Int) -> Double {
    var first = cell
    var last = cell
    while ranks[last].upperBound - ranks[first].lowerBound < Self.drawsForDensity && plain[first - 1] && plain[last + 1] {
      first -= 1
      last += 1
    }
    return resolution.bins(for: ranks[first].lowerBound..<ranks[last].upperBound) / Double(last - first + 1)
  }

  /// Cuts an interval at every repeated value that matters and after every so many draws; what lies before its first draw and
  /// behind its last is a gap.
  ///
  /// A piece that began at the interval's end would share the bins of its draws out over an emptiness, and all draws behind a gap
  /// would fall into its last one.
  private mutating func cut(_ ranks: Range<Int>, from lower: Double, to upper: Double, every draws: Int) {
    guard let firstRank = ranks.first, let lastRank = ranks.last else {
      if upper > lower { wishes.append(Wish(lower: lower, upper: upper, bins: 1)) }
      return
    }
    var start = min(lower, sorted[firstRank])
    var first = firstRank
    var rank = firstRank
    while rank < ranks.upperBound {
      let value = sorted[rank]
      var next = rank + 1
      while next < ranks.upperBound && sorted[next] == value { next += 1 }
      if next - rank > 1 && resolution.isFine(rank..<next) {
        add(from: start, to: value, ranks: first..<rank)
        wishes.append(Wish(lower: value, upper: value.nextUp, bins: 1))
        start = value.nextUp
        first = next
      } else if rank - first >= draws {
        add(from: start, to: value, ranks: first..<rank)
        start = value
        first = rank
      }
      rank = next
    }
    let end = sorted[lastRank].nextUp
    add(from: start, to: end, ranks: first..<rank)
    addGap(from: end, to: max(upper, end), at: lastRank)
  }

  /// A distance between neighbouring draws is a gap from so many times the median distance of their piece on: among evenly spread
  /// draws one in 10⁷ is as long.
  private static let gapFactor = 24.0

  /// Wishes for a piece what its ranks want from its first draw on, and for the gaps before and in it bins of their own; an empty
  /// one wants nothing.
  private mutating func add(from start: Double, to end: Double, ranks: Range<Int>) {
    guard end > start else { return }
    var lower = start
    var first = ranks.lowerBound
    if let rank = ranks.first, sorted[rank] > start {
      addGap(from: start, to: sorted[rank], at: rank)
      lower = sorted[rank]
    }
    let gap = Self.gapFactor * medianDistance(from: start, to: end, ranks)
    if gap > 0 && end - start > gap {
      for rank in ranks {
        let next = rank + 1 < ranks.upperBound ? sorted[rank + 1] : end
        guard next - sorted[rank] > gap, sorted[rank].nextUp < next else { continue }
        let edge = sorted[rank].nextUp
        wishes.append(Wish(lower: lower, upper: edge, bins: resolution.bins(for: first..<(rank + 1))))
        addGap(from: edge, to: next, at: rank)
        lower = next
        first = rank + 1
      }
    }
    if end > lower { wishes.append(Wish(lower: lower, upper: end, bins: resolution.bins(for: first..<ranks.upperBound))) }
  }

  /// The median distance of neighbours among a piece's draws, the end of the piece taken for one.
  private func medianDistance(from start: Double, to end: Double, _ ranks: Range<Int>) -> Double {
    guard ranks.count > 1 else { return 0 }
    var distances: [Double] = []
    distances.reserveCapacity(ranks.count)
    for rank in ranks.dropLast() { distances.append(sorted[rank + 1] - sorted[rank]) }
    distances.append(end - sorted[ranks.upperBound - 1])
    distances.sort()
    return distances[distances.count / 2]
  }

  /// Wishes for a stretch without draws of the pilot what one draw wants: where it is no gap in truth, one draw is expected there.
  private mutating func addGap(from lower: Double, to upper: Double, at rank: Int) {
    if upper > lower { wishes.append(Wish(lower: lower, upper: upper, bins: resolution.bins(for: rank..<(rank + 1)))) }
  }

  /// Bins for the draws beyond the pilot's: it expects one draw there for each of its own, exponentially far out.
  private func beyond(_ rank: Int) -> Double { min(4 * resolution.bins(for: rank..<(rank + 1)), 1024) }

  /// Distances from the pilot's end at which the bins beyond it double, quickly so at last, up to the end of the doubles.
  ///
  /// The first is the spread of the pilot's 16 outermost draws, in which an exponential tail falls to a sixteenth.
  private func distances(_ spread: Double) -> [Double] {
    let unit = spread > 0 ? spread : frame.width
    var distances: [Double] = []
    var power = 1.0
    while unit * (power - 1) < Unusable.largestMagnitude * 2 {
      distances.append(unit * (power - 1))
      power *= power < 65_536 ? 2 : 65_536
    }
    return distances
  }

  private mutating func addUpperTail(_ ranks: Range<Int>) {
    let n = sorted.count
    let end = max(frame.upper, sorted[n - 1].nextUp)
    if end > frame.upper { cut(ranks, from: frame.upper, to: end, every: Self.drawsPerTailPiece) }
    let starts = distances(sorted[n - 1] - sorted[max(n - 16, 0)]).map { end + $0 }
    var bins = beyond(n - 1)
    for (index, start) in starts.enumerated() {
      let upper = index + 1 < starts.count ? starts[index + 1] : .greatestFiniteMagnitude
      if upper > start { wishes.append(Wish(lower: start, upper: upper, bins: index + 1 < starts.count ? bins : 1)) }
      bins /= 2
    }
  }

  private mutating func addLowerTail(_ ranks: Range<Int>) {
    let end = min(frame.lower, sorted[0])
    let distances = distances(sorted[min(15, sorted.count - 1)] - sorted[0])
    var bins = beyond(0)
    for (index, distance) in distances.enumerated() {
      let upper = end - distance
      let lower = index + 1 < distances.count ? end - distances[index + 1] : -.greatestFiniteMagnitude
      if upper > lower { wishes.append(Wish(lower: lower, upper: upper, bins: index + 1 < distances.count ? bins : 1)) }
      bins /= 2
    }
    wishes.reverse()
    if frame.lower > end { cut(ranks, from: end, to: frame.lower, every: Self.drawsPerTailPiece) }
  }

  /// The map that grants the wishes, all scaled down alike where they are too many.
  func map() -> BinMap {
    let wanted = wishes.reduce(0.0) { $0 + $1.bins }
    let share = min(Self.mostBins / wanted, 1)
    var cells: [BinMap.Cell] = []
    cells.reserveCapacity(ends.count)
    var pieces: [BinMap.Piece] = []
    var base = 0
    var start = 0
    for (cell, end) in ends.enumerated() {
      let firstPiece = pieces.count
      for wish in wishes[start..<end] {
        // No more bins than there are doubles to tell apart.
        let most = (wish.upper - wish.lower) / max(wish.lower.magnitude, wish.upper.magnitude).ulp
        let bins = max(min((wish.bins * share).rounded(.up), most.rounded(.down)), 1)
        if plain[cell] {
          cells.append(BinMap.Cell(base: Int32(base), bins: Int32(bins)))
        } else {
          // Among subnormal numbers the quotient overflows, and infinity times 0 is no place in a piece.
          let scale = min(bins / (wish.upper - wish.lower), .greatestFiniteMagnitude)
          pieces.append(BinMap.Piece(origin: wish.lower, scale: scale, base: Int32(base), last: Int32(bins) - 1))
        }
        base += Int(bins)
      }
      if !plain[cell] { cells.append(BinMap.Cell(base: Int32(firstPiece), bins: Int32(firstPiece - pieces.count))) }
      start = end
    }
    return BinMap(frame: frame, cells: cells, pieces: pieces, binCount: base)
  }
}
