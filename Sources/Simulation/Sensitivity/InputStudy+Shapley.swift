import Expressions
internal import Sampling
package import Statistics

extension InputStudy {
  /// What is drawn anew at one input's turn.
  package struct Player: Sendable {
    /// Columns that nothing else depends on.
    package var columns: [Int]
    /// Rows of linear forms of columns that other players' rows share: the numbers behind correlated normals.
    package var rows: [Row]

    package init(columns: [Int], rows: [Row] = []) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// A standard normal as a form of the independent columns of a dependence.
  package struct Row: Sendable {
    /// Which dependence.
    package var block: Int
    /// By the place of a column among those of the dependence.
    package var weights: [Double]

    package init(block: Int, weights: [Double]) {
      self.block = block
      self.weights = weights
    }
  }

  /// What players' turns say of a target.
  package struct Turns: Sendable {
    /// By target, then group of draws.
    package var sums: [[ShapleySums]]
    /// By target: the draws in which it has no usable value at some point.
    package var unusable: [Int]
  }

  /// The increases of the variance that is left when players are drawn anew one after the other, given all others.
  ///
  /// Each pair of blocks has an order of its own and its reverse. Of normals z = A·w, those that keep their numbers span a
  /// space of rows of A with projection P: P·w + (1 − P)·w', w' of the second sample, has exactly the law of w given them,
  /// whatever the rank of A.
  ///
  /// - Parameter blocks: By dependence, its columns.
  /// - Complexity: As many evaluations a draw as players, and one; besides, the columns of a dependence for each of its rows.
  package func shapley(_ players: [Player], blocks dependences: [[Int]], conduct: InputConduct) -> Turns? {
    let found = forEach(DrawGroups.count, conduct: conduct) { group, points in
      var sums = [ShapleySums](repeating: ShapleySums(inputs: players.count), count: targets.count)
      var unusable = [Int](repeating: 0, count: targets.count)
      var (values, after, before): ([[Double]], [[Double]], [[Double]]) = ([], [], [])
      for block in groups.blocks(of: group) {
        let draws = groups.draws(ofBlock: block)
        for input in program.inputs.indices { points.draw(input, .first, block: block) }
        points.evaluate(draws, into: &values)
        var differences = dependences.map { columns in columns.map { points.column($0) } }
        for input in program.inputs.indices { points.draw(input, .second, block: block) }
        for (number, columns) in dependences.enumerated() {
          for (place, input) in columns.enumerated() {
            let second = points.column(input)
            for draw in second.indices { differences[number][place][draw] -= second[draw] }
          }
        }
        points.evaluate(draws, into: &after)
        var isUnusable = values.indices.map { target in zip(values[target], after[target]).map { $0.isNaN || $1.isNaN } }
        var bases = [[[Double]]](repeating: [], count: dependences.count)
        // From all drawn anew back to none: the rows of those that keep their numbers then grow one by one.
        for player in order(of: players.count, inBlock: block).reversed() {
          keep(players[player], block: block, dependences, differences, &bases, in: &points)
          points.evaluate(draws, into: &before)
          for target in targets.indices {
            for draw in 0..<draws {
              let (x, y, z) = (values[target][draw], before[target][draw], after[target][draw])
              if (x + y + z).isNaN {
                isUnusable[target][draw] = true
              } else {
                sums[target].add(x, from: y, to: z, input: player)
              }
            }
          }
          swap(&before, &after)
        }
        for target in targets.indices { unusable[target] += isUnusable[target].count { $0 } }
        conduct.advance(draws * (players.count + 2))
      }
      return (sums: sums, unusable: unusable)
    }
    guard let found else { return nil }
    return Turns(
      sums: targets.indices.map { target in found.map { $0.sums[target] } },
      unusable: targets.indices.map { target in found.reduce(0) { $0 + $1.unusable[target] } })
  }

  /// Gives a player the numbers of the first sample.
  private func keep(
    _ player: Player, block: Int, _ dependences: [[Int]], _ differences: [[[Double]]], _ bases: inout [[[Double]]],
    in points: inout SuppliedPoints
  ) {
    for input in player.columns { points.draw(input, .first, block: block) }
    for row in player.rows {
      guard let q = Self.direction(row.weights, orthogonalTo: bases[row.block]) else { continue }
      bases[row.block].append(q)
      let difference = differences[row.block]
      var along = [Double](repeating: 0, count: Extent.drawsPerBlock)
      for (place, weight) in q.enumerated() where weight != 0 {
        for draw in along.indices { along[draw] += weight * difference[place][draw] }
      }
      for (place, weight) in q.enumerated() where weight != 0 {
        let input = dependences[row.block][place]
        var column = points.column(input)
        for draw in along.indices { column[draw] += weight * along[draw] }
        points.fill(input, with: column)
      }
    }
  }

  /// The unit vector of what a row has beside others; nothing where it has but rounding.
  private static func direction(_ row: [Double], orthogonalTo basis: [[Double]]) -> [Double]? {
    var rest = row
    // Twice is enough (W. Kahan; B. N. Parlett): what rounding leaves of the others goes with the second pass.
    for _ in 0..<2 {
      for q in basis {
        var product = 0.0
        for index in rest.indices { product += q[index] * rest[index] }
        for index in rest.indices { rest[index] -= product * q[index] }
      }
    }
    let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 1e-7 ? rest.map { $0 / length } : nil
  }

  /// An order of the players: one for each pair of blocks, in the second the reverse of the first.
  private func order(of count: Int, inBlock block: Int) -> [Int] {
    let stream = DrawStream(seed: seed, stream: StreamID(path: "sensitivity/order"))
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      let u = stream.uniform(at: UInt64(block / 2 * count + place))
      order.swapAt(place, min(place, Int(u * Double(place + 1))))
    }
    return block % 2 == 0 ? order : order.reversed()
  }
}
