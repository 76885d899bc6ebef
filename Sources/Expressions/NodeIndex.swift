/// Finds the number of a node that was written before.
///
/// A hash table with linear probing (D. E. Knuth, "The Art of Computer Programming", volume 3, section 6.4, algorithm L) that
/// holds numbers only. A `Dictionary` of nodes spends most of a look-up on a hash that withstands attacks.
struct NodeIndex {
  /// Numbers of nodes, and `free`: a power of two of places, half of them free at least.
  private var places = [Int32](repeating: free, count: 1 << 10)
  private static let free: Int32 = -1

  /// The number of the first node of `nodes` that equals `node`, or nothing.
  ///
  /// All `nodes` were inserted. O(1) on average.
  func number(of node: Node, in nodes: [Node]) -> Int? {
    var place = first(of: node)
    while places[place] != Self.free {
      let number = Int(places[place])
      if nodes[number] == node { return number }
      place = next(place)
    }
    return nil
  }

  /// Takes in the last of `nodes`, which equals none before it.
  ///
  /// O(1) on average.
  mutating func insertLast(of nodes: [Node]) {
    guard 2 * nodes.count <= places.count else {
      places = Array(repeating: Self.free, count: 2 * places.count)
      for number in nodes.indices { insert(number, of: nodes) }
      return
    }
    insert(nodes.count - 1, of: nodes)
  }

  private mutating func insert(_ number: Int, of nodes: [Node]) {
    var place = first(of: nodes[number])
    while places[place] != Self.free { place = next(place) }
    places[place] = Int32(number)
  }

  private func first(of node: Node) -> Int { Int(node.digest & UInt64(places.count - 1)) }

  private func next(_ place: Int) -> Int { (place + 1) & (places.count - 1) }
}

extension Node {
  /// A number that equal nodes share, and few others.
  fileprivate var digest: UInt64 {
    switch self {
    case .draw(let input): mixed(1, input)
    case .member(let product, let index): mixed(mixed(2, product), index)
    case .interpolated(let table, let x): mixed(mixed(3, table), x)
    case .fill(let value): mixed(4, value)
    case .sum(let terms, let constant): terms.reduce(mixed(5, constant)) { mixed(mixed($0, $1.node), $1.weight) }
    case .product(let x, let y): mixed(mixed(6, x), y)
    case .quotient(let x, let y): mixed(mixed(7, x), y)
    case .reciprocal(let x): mixed(8, x)
    case .exponential(let x, let scale, let offset): mixed(mixed(mixed(9, x), scale), offset)
    case .logarithm(let x, let scale, let offset): mixed(mixed(mixed(10, x), scale), offset)
    case .maximum(let x, let y): mixed(mixed(11, x), y)
    case .minimum(let x, let y): mixed(mixed(12, x), y)
    case .selection(let x, let y, let a, let b): mixed(mixed(mixed(mixed(13, x), y), a), b)
    case .exponentialMinusOne(let x): mixed(14, x)
    case .logarithmOfOnePlus(let x): mixed(15, x)
    case .state(let loop, let index): mixed(mixed(16, loop), index)
    case .settled(let loop, let index): mixed(mixed(17, loop), index)
    }
  }
}

/// One step of a digest: the golden ratio's bits spread what differs upwards, the shift brings it down.
private func mixed(_ digest: UInt64, _ bits: UInt64) -> UInt64 {
  let product = (digest ^ bits) &* 0x9e37_79b9_7f4a_7c15
  return product ^ product >> 32
}

private func mixed(_ digest: UInt64, _ number: Int) -> UInt64 { mixed(digest, UInt64(bitPattern: Int64(number))) }

/// Both zeros are one number.
private func mixed(_ digest: UInt64, _ value: Double) -> UInt64 { mixed(digest, (value + 0).bitPattern) }
