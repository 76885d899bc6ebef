import Expressions

extension InputStudy {
  /// Every target in each of the first sample's first draws, and each of some linear forms of the inputs: by target or form,
  /// then draw.
  ///
  /// - Parameters:
  ///   - forms: Weighted sums of inputs.
  ///   - blocks: How many blocks of draws.
  package func values(
    of forms: [[(input: Int, weight: Double)]], blocks: Int, conduct: InputConduct
  ) -> (targets: [[Double]], forms: [[Double]])? {
    let found = forEach(blocks, conduct: conduct) { block, points in
      let draws = groups.draws(ofBlock: block)
      for input in program.inputs.indices { points.draw(input, .first, block: block) }
      var values: [[Double]] = []
      points.evaluate(draws, into: &values)
      var known: [Int: [Double]] = [:]
      let sums = forms.map { form in
        var sum = [Double](repeating: 0, count: draws)
        for (input, weight) in form {
          let column = known[input] ?? points.column(input)
          known[input] = column
          for index in 0..<draws { sum[index] += weight * column[index] }
        }
        return sum
      }
      conduct.advance(draws)
      return (values, sums)
    }
    guard let found else { return nil }
    return (
      targets.indices.map { target in found.flatMap { $0.0[target] } }, forms.indices.map { form in found.flatMap { $0.1[form] } }
    )
  }

  /// Every target at single points: by point, then target.
  ///
  /// - Parameter points: The numbers of all inputs, by their number.
  package func values(at wanted: [[Double]], conduct: InputConduct) -> [[Double]]? {
    forEach(wanted.count, conduct: conduct) { number, points in
      for (input, value) in wanted[number].enumerated() { points.fill(input, with: value) }
      var values: [[Double]] = []
      points.evaluate(1, into: &values)
      return values.map { $0[0] }
    }
  }

  /// The distance between two percentiles of each target when some inputs are known: by set of inputs, then target, then
  /// known draw.
  ///
  /// Known draw k has the second sample's inputs of draw 0 of block k, the others are those of the first sample's block k.
  ///
  /// - Parameter fractions: Of the percentiles, between 0 and 1.
  package func knownWidths(
    _ sets: [[Int]], known: Int, fractions: (low: Double, high: Double), conduct: InputConduct
  ) -> [[[Double]]]? {
    let found = forEach(known, conduct: conduct) { block, points in
      for input in program.inputs.indices { points.draw(input, .first, block: block) }
      var values: [[Double]] = []
      return sets.map { set in
        for input in set {
          points.draw(input, .second, block: block)
          points.fill(input, with: points.column(input)[0])
        }
        points.evaluate(Extent.drawsPerBlock, into: &values)
        for input in set { points.draw(input, .first, block: block) }
        conduct.advance(Extent.drawsPerBlock)
        return values.map { Self.width($0, fractions: fractions) }
      }
    }
    return found.map { found in
      sets.indices.map { set in targets.indices.map { target in found.map { $0[set][target] } } }
    }
  }

  /// The distance between two percentiles of usable draws (Hyndman–Fan type 7); not a number where there is none.
  package static func width(_ draws: [Double], fractions: (low: Double, high: Double)) -> Double {
    let sorted = draws.filter { !$0.isNaN }.sorted()
    guard let last = sorted.indices.last else { return .nan }
    func percentile(_ fraction: Double) -> Double {
      let place = fraction * Double(last)
      let lower = Int(place)
      let upper = min(lower + 1, last)
      return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
    }
    return percentile(fractions.high) - percentile(fractions.low)
  }
}
