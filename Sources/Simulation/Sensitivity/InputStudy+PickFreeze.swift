import Expressions
package import Statistics

extension InputStudy {
  /// What two samples say of a target and of some sets of inputs.
  package struct Mixed: Sendable {
    /// By target, then set of inputs, then group of draws.
    package var sums: [[[PickFreezeSums]]]
    /// By target: the draws in which it has no usable value at some point.
    package var unusable: [Int]
  }

  /// Evaluates both samples, and the first with each set of inputs out of the second: as many evaluations a draw as there
  /// are sets, and two.
  ///
  /// - Parameter sets: Of inputs by their numbers; what is taken together is drawn together, and each set is independent of all others.
  package func mixed(_ sets: [[Int]], conduct: InputConduct) -> Mixed? {
    let found = forEach(DrawGroups.count, conduct: conduct) { group, points in
      var sums = [[PickFreezeSums]](
        repeating: [PickFreezeSums](repeating: PickFreezeSums(), count: sets.count), count: targets.count)
      var unusable = [Int](repeating: 0, count: targets.count)
      var (first, second, third): ([[Double]], [[Double]], [[Double]]) = ([], [], [])
      for block in groups.blocks(of: group) {
        let draws = groups.draws(ofBlock: block)
        for input in program.inputs.indices { points.draw(input, .second, block: block) }
        points.evaluate(draws, into: &second)
        for input in program.inputs.indices { points.draw(input, .first, block: block) }
        points.evaluate(draws, into: &first)
        var isUnusable = first.indices.map { target in
          zip(first[target], second[target]).map { $0.isNaN || $1.isNaN }
        }
        for (number, set) in sets.enumerated() {
          for input in set { points.draw(input, .second, block: block) }
          points.evaluate(draws, into: &third)
          for input in set { points.draw(input, .first, block: block) }
          for target in targets.indices {
            let centre = centres[target]
            var own = PickFreezeSums()
            for draw in 0..<draws {
              let (x, y, mixed) = (first[target][draw], second[target][draw], third[target][draw])
              if (x + y + mixed).isNaN {
                isUnusable[target][draw] = true
              } else {
                own.add(x - centre, y - centre, mixed: mixed - centre)
              }
            }
            sums[target][number].add(own)
          }
        }
        for target in targets.indices { unusable[target] += isUnusable[target].count { $0 } }
        conduct.advance(draws * (sets.count + 2))
      }
      return (sums: sums, unusable: unusable)
    }
    guard let found else { return nil }
    return Mixed(
      sums: targets.indices.map { target in sets.indices.map { set in found.map { $0.sums[target][set] } } },
      unusable: targets.indices.map { target in found.reduce(0) { $0 + $1.unusable[target] } })
  }
}
