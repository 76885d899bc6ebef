internal import Glibc

/// A number of the model in every draw: offset + scale × a column, or a constant.
///
/// Arithmetic on constants happens at once; everything else becomes nodes of the graph. All operands of one operation belong to
/// one graph.
package struct Expression: Hashable {
  package let graph: ExpressionGraph
  /// The column, or nothing where the value is certain.
  let node: Int?
  let scale: Double
  let offset: Double

  /// The value, where it is the same in every draw.
  package var constantValue: Double? { node == nil ? offset : nil }

  /// The same in a column of its own: what it is a product with has no part for its constant then.
  package var inOwnColumn: Expression {
    node == nil ? self : Expression(graph: graph, node: graph.materialised(self), scale: 1, offset: 0)
  }

  /// Whether it is known to stay at least so far from a number in every draw.
  package func staysApart(from number: Double, by distance: Double) -> Bool {
    guard let node else { return (offset - number).magnitude >= distance }
    guard let range = graph.ranges[node]?.mapped(scale: scale, offset: offset) else { return false }
    return range.lower >= number + distance || range.upper <= number - distance
  }

  /// Whether it is known to be at most a number in every draw, up to rounding.
  package func staysAtMost(_ number: Double) -> Bool {
    guard let node else { return offset <= number }
    return graph.ranges[node]?.mapped(scale: scale, offset: offset).map { $0.upper <= number } ?? false
  }

  /// Whether its magnitude is known to be below a number in every draw.
  package func staysWithin(_ number: Double) -> Bool {
    guard let node else { return offset.magnitude < number }
    return graph.ranges[node]?.mapped(scale: scale, offset: offset).map { max(-$0.lower, $0.upper) < number } ?? false
  }

  /// Whether its magnitude is known to have bounds, and to come to a number within them.
  package func reaches(_ number: Double) -> Bool {
    guard let node else { return offset.magnitude >= number }
    return graph.ranges[node]?.mapped(scale: scale, offset: offset).map { max(-$0.lower, $0.upper) >= number } ?? false
  }

  /// Whether both are the same column in the same way: equal in every draw.
  package static func == (x: Expression, y: Expression) -> Bool {
    x.graph === y.graph && x.node == y.node && x.scale == y.scale && x.offset == y.offset
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(node)
    hasher.combine(scale)
    hasher.combine(offset)
  }

  package static prefix func - (x: Expression) -> Expression { x * -1 }

  package static func + (x: Expression, y: Expression) -> Expression {
    if x.node == nil { return y + x.offset }
    return y.node == nil ? x + y.offset : x.graph.sum([x, y])
  }
  package static func - (x: Expression, y: Expression) -> Expression { x + -y }

  package static func * (x: Expression, y: Expression) -> Expression {
    guard let xNode = x.node else { return y * x.offset }
    guard let yNode = y.node else { return x * y.offset }
    if x.offset == 0 && y.offset == 0 {
      return x.graph.column(.product(min(xNode, yNode), max(xNode, yNode))) * (x.scale * y.scale)
    }
    let (a, b) = (x.graph.materialised(x), y.graph.materialised(y))
    return x.graph.column(.product(min(a, b), max(a, b)))
  }

  package static func / (x: Expression, y: Expression) -> Expression {
    guard let yNode = y.node else { return x / y.offset }
    let reciprocalScale = y.offset == 0 ? 1 / y.scale : 1
    let denominator = y.offset == 0 ? yNode : y.graph.materialised(y)
    guard let xNode = x.node else {
      return x.offset == 0 ? x : x.graph.column(.reciprocal(denominator)) * (x.offset * reciprocalScale)
    }
    let isPlain = x.offset == 0
    let numerator = isPlain ? xNode : x.graph.materialised(x)
    let ratioScale = isPlain ? x.scale * reciprocalScale : reciprocalScale
    // What is divided by itself is exactly 1, in every draw.
    if numerator == denominator { return x.graph.constant(isPlain && y.offset == 0 ? x.scale / y.scale : ratioScale) }
    return x.graph.column(.quotient(numerator, denominator)) * ratioScale
  }

  package static func + (x: Expression, y: Double) -> Expression {
    Expression(graph: x.graph, node: x.node, scale: x.scale, offset: x.offset + y)
  }
  package static func + (x: Double, y: Expression) -> Expression { y + x }
  package static func - (x: Expression, y: Double) -> Expression { x + -y }
  package static func - (x: Double, y: Expression) -> Expression { -y + x }

  package static func * (x: Expression, y: Double) -> Expression {
    // Every column is finite, so nothing times a column is certain to be nothing.
    if y == 0 { return x.graph.constant(0) }
    return Expression(graph: x.graph, node: x.node, scale: x.scale * y, offset: x.offset * y)
  }
  package static func * (x: Double, y: Expression) -> Expression { y * x }

  package static func / (x: Expression, y: Double) -> Expression {
    Expression(graph: x.graph, node: x.node, scale: x.scale / y, offset: x.offset / y)
  }
  package static func / (x: Double, y: Expression) -> Expression { y.graph.constant(x) / y }
}

/// eˣ.
package func exp(_ x: Expression) -> Expression {
  guard let node = x.node else { return x.graph.constant(Glibc.exp(x.offset)) }
  return x.graph.column(.exponential(of: node, scale: x.scale, offset: x.offset))
}

/// What of a logarithm counts.
package enum LogarithmAccuracy: Sendable {
  /// Its digits, however near to 0 it is.
  case relative
  /// How far it is from the true value: no further than 2⁻⁵⁴, or half an ulp.
  case absolute
}

/// ln x, for an x that is positive in every draw.
package func log(_ x: Expression, accuracy: LogarithmAccuracy = .relative) -> Expression {
  guard let node = x.node else { return x.graph.constant(Glibc.log(x.offset)) }
  return x.graph.logarithm(of: node, scale: x.scale, offset: x.offset, accuracy: accuracy)
}

/// eˣ − 1, accurate where x is near 0.
package func expm1(_ x: Expression) -> Expression {
  guard x.node != nil else { return x.graph.constant(Glibc.expm1(x.offset)) }
  return x.graph.column(.exponentialMinusOne(of: x.graph.materialised(x)))
}

/// ln(1 + x), accurate where x is near 0, for an x above −1 in every draw.
package func log1p(_ x: Expression) -> Expression {
  guard x.node != nil else { return x.graph.constant(Glibc.log1p(x.offset)) }
  return x.graph.column(.logarithmOfOnePlus(of: x.graph.materialised(x)))
}

/// base^exponent, for a base that is positive in every draw.
package func power(_ base: Expression, _ exponent: Expression) -> Expression { exp(exponent * log(base, accuracy: .absolute)) }

/// The larger of two in each draw.
package func maximum(_ x: Expression, _ y: Expression) -> Expression {
  if let a = x.constantValue, let b = y.constantValue { return x.graph.constant(max(a, b)) }
  let (a, b) = (x.graph.materialised(x), x.graph.materialised(y))
  return a == b ? x : x.graph.column(.maximum(min(a, b), max(a, b)))
}

/// The smaller of two in each draw.
package func minimum(_ x: Expression, _ y: Expression) -> Expression {
  if let a = x.constantValue, let b = y.constantValue { return x.graph.constant(min(a, b)) }
  let (a, b) = (x.graph.materialised(x), x.graph.materialised(y))
  return a == b ? x : x.graph.column(.minimum(min(a, b), max(a, b)))
}

/// `yes` in the draws where x ≥ y, `no` in the others.
package func select(_ x: Expression, atLeast y: Expression, then yes: Expression, else no: Expression) -> Expression {
  if let a = x.constantValue, let b = y.constantValue { return a >= b ? yes : no }
  let graph = x.graph
  let (a, b) = (graph.materialised(yes), graph.materialised(no))
  if a == b { return yes }
  return graph.column(.selection(x: graph.materialised(x), y: graph.materialised(y), whenAtLeast: a, otherwise: b))
}
