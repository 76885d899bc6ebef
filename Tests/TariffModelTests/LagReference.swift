import Glibc

/// The share of the orders of a day that have arrived after some days, by quadrature of k alone.
///
/// k(s) = (ln 2/h)·2^(−(s−ℓ)/h) beyond ℓ. Sixteen panels of five Gauss points resolve it to 10⁻¹³ where the panels are no wider than h.
func arrivedShare(after days: Double, lag: Double, halfLife: Double) -> Double {
  guard days > lag else { return 0 }
  if halfLife == 0 { return 1 }
  let panels = max(16, Int(((days - lag) / halfLife).rounded(.up)))
  return integral(from: lag, to: days, panels: panels) { log(2) / halfLife * exp2(-($0 - lag) / halfLife) }
}

/// The share of what arrives evenly on [a, b) that was ordered on day c or later, by quadrature.
func orderedShare(_ a: Double, _ b: Double, from c: Double, lag: Double, halfLife: Double) -> Double {
  // The share has a kink where the first of those orders arrive, and after fifty half-lives all of them have.
  let kink = min(max(c + lag, a), b)
  let bend = min(b, kink + 50 * halfLife)
  return [(kink, bend, 60), (bend, b, 4)].reduce(0) { sum, part in
    sum + integral(from: part.0, to: part.1, panels: part.2) { arrivedShare(after: $0 - c, lag: lag, halfLife: halfLife) }
  } / (b - a)
}

/// ∫ f by Gauss and Legendre's rule of five points in each panel.
private func integral(from a: Double, to b: Double, panels: Int, _ f: (Double) -> Double) -> Double {
  let outer = (5 + 2 * (10.0 / 7).squareRoot()).squareRoot() / 3
  let inner = (5 - 2 * (10.0 / 7).squareRoot()).squareRoot() / 3
  let (low, high) = ((322 - 13 * 70.0.squareRoot()) / 900, (322 + 13 * 70.0.squareRoot()) / 900)
  let rule = [(-outer, low), (-inner, high), (0.0, 128.0 / 225), (inner, high), (outer, low)]
  let half = (b - a) / Double(panels) / 2
  return (0..<panels).reduce(0) { sum, panel in
    let middle = a + (2 * Double(panel) + 1) * half
    return sum + rule.reduce(0) { $0 + $1.1 * f(middle + half * $1.0) } * half
  }
}
