/// Which moments of the columns of a graph exist.
///
/// Heavy tails of inputs go through the arithmetic to the safe side (``HeavyTails``): a moment that may be missing is missing. What has
/// no moments although its inputs have all, as 1/x of a uniform from 0, is missing where that is certain (``Escapes``).
package struct MomentLimits {
  /// Why a column lacks moments.
  package enum Cause: Hashable, Sendable {
    /// It grows with an input, or a power of one, whose own moments exist below an order.
    case tail(own: Double)
    /// It is divided by what comes near to 0.
    case quotient
    /// It grows exponentially with what is unbounded.
    case exponential
  }

  /// An input that leaves a column without some moments.
  package struct Limit: Hashable {
    /// The input's own column.
    package let input: OutputColumn
    /// E|column|ᵏ is finite for k below it, as far as this input goes.
    package let order: Double
    package let cause: Cause
  }

  private let extents: Extents
  private let tails: HeavyTails
  private let escapes: Escapes

  /// O(nodes).
  package init(_ graph: ExpressionGraph) {
    extents = Extents(graph)
    tails = HeavyTails(graph, extents: extents)
    escapes = Escapes(graph, extents: extents)
  }

  /// Whether a column is known to have bounds, and on which sides.
  package func bounds(of column: OutputColumn) -> (below: Bool, above: Bool) {
    let extent = extents[column.node]
    return (extent.lower > -.infinity, extent.upper < .infinity)
  }

  /// The inputs that leave a column without some moments.
  package func limits(of column: OutputColumn) -> [Limit] {
    tails.limits(of: column.node).map { Limit(input: OutputColumn(node: $0.input), order: $0.order, cause: .tail(own: $0.own)) }
      + escapes.limits(of: column.node).flatMap { limit in
        escapes.inputs(of: limit.escape).map {
          Limit(
            input: OutputColumn(node: $0), order: limit.order, cause: limit.escape.place == nil ? .exponential : .quotient)
        }
      }
  }
}
