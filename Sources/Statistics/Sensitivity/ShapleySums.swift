/// Sums over draws of what each input adds to the variance that is left, when inputs are drawn anew one after the other in
/// an order.
///
/// With f(x), and zₖ the point at which the first k inputs of the order are drawn anew given all others, ½·(f(x) − f(zₖ))²
/// has the mean E Var(f | the others). Its increase at an input's turn, over all orders alike, is the input's Shapley effect
/// times the variance: the effects are shares of it that add up to 1, whether inputs depend on each other or not.
///
/// Source: A. B. Owen, doi:10.1137/130936233; E. Song, B. L. Nelson, J. Staum, doi:10.1137/15M1048070, for dependent inputs;
/// the single inner draw and the product form of the increase are those of T. Goda, doi:10.1016/j.ress.2021.107702. Tested
/// on linear functions of correlated normals and on Ishigami's function, whose effects are known.
package struct ShapleySums: DrawSums {
  /// By input, Σ of the increases.
  package private(set) var increases: [Double] = []

  package init() {}

  /// - Parameter inputs: How many there are.
  package init(inputs: Int) { increases = [Double](repeating: 0, count: inputs) }

  /// Adds a draw's increase at an input's turn.
  package mutating func add(_ x: Double, from before: Double, to after: Double, input: Int) {
    increases[input] += (x - (before + after) / 2) * (before - after)
  }

  package mutating func add(_ more: Self) {
    if increases.isEmpty {
      increases = more.increases
    } else {
      for input in more.increases.indices { increases[input] += more.increases[input] }
    }
  }

  /// An input's share of the sum; nothing where there is no variance.
  package func effect(of input: Int) -> Double? {
    let sum = increases.reduce(0, +)
    return sum > 0 ? increases[input] / sum : nil
  }
}
