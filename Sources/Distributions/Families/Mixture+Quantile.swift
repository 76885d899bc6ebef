extension Mixture {
  /// The smallest x with F(x) ≥ p: the knots find the smooth piece, the components' quantiles, or waypoints where components are
  /// many, bracket x in it, and a root finder follows F there.
  ///
  /// Of many components one that lies apart from all others gives its own
  /// quantile.
  func quantile(_ p: Probability) -> Double { quantile(p, near: nil) }

  func quantile(_ p: Probability, near guess: Double?) -> Double {
    if p.below <= 0 { return support.lower }
    if p.above <= 0 { return support.upper }
    let next = knots.partitionIndex { $0.upTo >= p.below }
    if next < knots.count && p.below > knots[next].before { return knots[next].value }
    let left = next > 0 ? knots[next - 1].value : support.lower
    let right = next < knots.count ? knots[next].value : support.upper
    if let (family, island) = lonelyComponent(at: p) {
      // The guess may be that of a cubic across a gap.
      let value = family.quantile(island.inside(p))
      // Rounding may lead out of the island, to an infinite end.
      return min(max(value, island.lower, left), island.upper, right)
    }
    func excess(_ x: Double) -> Double { self.excess(of: cdf(x), over: p) }
    if let guess {
      // Tabulation guesses to nine digits.
      let reach = 1e-7 * guess.magnitude
      let bracket = (max(guess - reach, left), min(guess + reach, right))
      if bracket.0 < bracket.1 {
        let ends = (excess(bracket.0), excess(bracket.1))
        if ends.0 < 0 && ends.1 >= 0 {
          return BracketedRoot.firstCrossing(from: bracket.0, to: bracket.1, where: ends, excess)
        }
      }
    }
    let after = waypoints.partitionIndex { self.excess(of: $0.probability, over: p) >= 0 }
    if after > 0 && after < waypoints.count {
      let (lower, upper) = (max(waypoints[after - 1].value, left), min(waypoints[after].value, right))
      return lower < upper ? BracketedRoot.firstCrossing(from: lower, to: upper, excess) : upper
    }
    let quantiles = parts.map { $0.family.quantile(p) }
    let lower = max(quantiles.min() ?? left, left)
    let upper = min(quantiles.max() ?? right, right)
    return lower < upper ? BracketedRoot.firstCrossing(from: lower, to: upper, excess) : upper
  }

  /// A number in [−1, 1] that grows with `reached` and is 0 where it equals `wanted`, measured in the smaller tail.
  private func excess(of reached: Probability, over wanted: Probability) -> Double {
    wanted.below <= wanted.above
      ? (reached.below - wanted.below) / (reached.below + wanted.below)
      : (wanted.above - reached.above) / (wanted.above + reached.above)
  }
}
