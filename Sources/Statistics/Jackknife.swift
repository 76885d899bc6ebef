/// The standard error of a figure from its values without one replicate each.
///
/// √((R − 1)/R·Σ(θᵣ − θ̄)²) (J. W. Tukey; B. Efron, C. Stein, doi:10.1214/aos/1176345462).
enum Jackknife {
  static func error(of values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return ((count - 1) / count * squares).squareRoot()
  }
}
