internal import LinearAlgebra

/// Which columns are added to their sums by matrix products, and the tiles they are collected in.
///
/// Columns that the same sums read form a set. The members of a set are computed side by side into a tile; a full tile is
/// multiplied by its weights, members × sums, on top of the set's partial sums. One column at a time costs about 65 ns a sum for
/// 512 draws; the product takes a third to a half of that.
struct Aggregation {
  /// A product that is due.
  struct Product {
    /// The filled part of the tile.
    let columns: Range<Int>
    let weights: Matrix
    let partials: Range<Int>
    /// Whether the partial sums hold earlier tiles.
    let accumulates: Bool
    /// Whether the set is complete: the partial sums are to be added to `sums`, then they and the tile are free.
    let isLast: Bool
    let sums: [Int]
    let tile: Range<Int>
  }

  private struct ColumnSet {
    let sums: [Int]
    /// Members that are still to be computed.
    var remaining = 0
    var tile: Range<Int>?
    var partials: Range<Int>?
    /// A row of weights for each member in the tile.
    var rows: [[Double]] = []
    var holdsPartials = false
  }

  /// 32 columns of 512 draws are 128 KB: a few tiles fit in a usual second-level cache.
  private static let tileWidth = 32
  /// The most columns of tiles and partial sums at a time, half of a usual second-level cache.
  ///
  /// The members of a set that finds no room are added one by one.
  private static let mostColumns = 128
  /// Fewer members than these are not worth a set of partial sums.
  private static let minimumMembers = 4

  private var sets: [ColumnSet] = []
  private var columnsInUse = 0
  private var setOfSums: [[Int]: Int] = [:]
  private var setOfNode: [Int?]

  init(nodeCount: Int) { setOfNode = Array(repeating: nil, count: nodeCount) }

  /// Makes a node a member of the set of columns that exactly `sums` read.
  mutating func consider(_ node: Int, sums: [Int]) {
    // One sum alone is a product of a matrix and a vector, which is no faster than the passes.
    guard sums.count > 1 else { return }
    let set = setOfSums[sums] ?? sets.count
    if set == sets.count {
      sets.append(ColumnSet(sums: sums))
      setOfSums[sums] = set
    }
    sets[set].remaining += 1
    setOfNode[node] = set
  }

  /// The set of a node, where it is large enough to be worth a product.
  private func set(of node: Int) -> Int? {
    guard let set = setOfNode[node] else { return nil }
    let isStarted = sets[set].tile != nil
    return isStarted || sets[set].remaining >= Self.minimumMembers ? set : nil
  }

  /// Whether a node is a member of a set that is added by products.
  func holds(_ node: Int) -> Bool { set(of: node) != nil }

  /// The place of a member in its tile; nothing for other nodes.
  mutating func place(_ node: Int, in slots: inout SlotAllocator) -> Int? {
    guard let set = set(of: node) else { return nil }
    if let tile = sets[set].tile { return tile.lowerBound + sets[set].rows.count }
    let width = min(Self.tileWidth, sets[set].remaining)
    let needed = width + sets[set].sums.count
    guard columnsInUse + needed <= Self.mostColumns else {
      sets[set].remaining = 0
      return nil
    }
    columnsInUse += needed
    let tile = slots.allocate(width)
    let partials = slots.allocate(sets[set].sums.count)
    sets[set].tile = tile..<(tile + width)
    sets[set].partials = partials..<(partials + sets[set].sums.count)
    return tile
  }

  /// Takes a member that was computed, and returns the product that is due once the tile is full or the set complete.
  mutating func take(_ node: Int, weights: [Double]) -> Product? {
    guard let number = set(of: node), let tile = sets[number].tile, let partials = sets[number].partials else { return nil }
    sets[number].rows.append(weights)
    sets[number].remaining -= 1
    let rows = sets[number].rows
    guard rows.count == tile.count || sets[number].remaining == 0 else { return nil }
    if sets[number].remaining == 0 { columnsInUse -= tile.count + partials.count }
    defer {
      sets[number].rows = []
      sets[number].holdsPartials = true
    }
    return Product(
      columns: tile.lowerBound..<(tile.lowerBound + rows.count), weights: Matrix(rows: rows), partials: partials,
      accumulates: sets[number].holdsPartials, isLast: sets[number].remaining == 0, sums: sets[number].sums, tile: tile)
  }
}
