internal import Distributions
package import Sampling

/// An uncertain number X of a law that is known, in which outputs are a + b·X, with X independent of a and b.
package struct LinearInput {
  /// The number that it is drawn for, and its random stream.
  package let path: String
  package let stream: StreamID
  package let law: CumulativeTable
  /// X itself.
  package let column: OutputColumn
  /// By output, b; nothing where the output is not linear in X.
  package let slopes: [Expression?]
}

/// A column that is made of one random number alone, as far as the graph is known.
struct LoneInput {
  /// The number of the input, the node of its random number, and the node of the column: it may be the same.
  let input: Int
  let draw: Int
  let column: Int

  /// Those of all inputs of some nodes that have a random number to themselves: no product correlates it with others.
  ///
  /// O(nodes).
  static func all(in graph: ExpressionGraph, neededBy outputs: [Int]) -> [Self] {
    var isNeeded = [Bool](repeating: false, count: graph.nodes.count)
    for output in outputs { isNeeded[output] = true }
    for number in graph.nodes.indices.reversed() where isNeeded[number] {
      graph.nodes[number].forEachOperand { isNeeded[$0] = true }
      if case .settled(let loop, _) = graph.nodes[number] {
        for operand in graph.loops[loop].operands { isNeeded[operand] = true }
      }
    }
    var readers: [Int: [Int]] = [:]
    for number in graph.nodes.indices where isNeeded[number] {
      graph.nodes[number].forEachOperand { operand in
        if case .draw = graph.nodes[operand] { readers[operand, default: []].append(number) }
      }
    }
    var isJoined = [Bool](repeating: false, count: graph.inputs.count)
    for product in graph.products {
      switch product {
      case .triangular(let inputs, _), .factors(let inputs): for input in inputs { isJoined[input] = true }
      case .loadings: continue
      }
    }
    return graph.nodes.indices.compactMap { number in
      guard isNeeded[number], case .draw(let input) = graph.nodes[number], !isJoined[input] else { return nil }
      guard let reader = readers[number]?.first, readers[number]?.count == 1 else {
        return Self(input: input, draw: number, column: number)
      }
      switch graph.nodes[reader] {
      case .interpolated, .exponential: return Self(input: input, draw: number, column: reader)
      default: return Self(input: input, draw: number, column: number)
      }
    }
  }

  /// The distribution function of the column; nothing where it is not smooth.
  func law(in graph: ExpressionGraph) -> CumulativeTable? {
    let law: Distribution?
    switch graph.nodes[column] {
    case .interpolated(let table, _): law = graph.tables[table].distribution
    case .exponential(_, let scale, let offset):
      law = try? .lognormal(logMean: offset, logStandardDeviation: scale.magnitude)
    default:
      switch graph.inputs[input].kind {
      case .uniform: law = try? .uniform(lower: 0, upper: 1)
      case .standardNormal: law = try? .normal(mean: 0, standardDeviation: 1)
      }
    }
    return law.flatMap(CumulativeTable.init)
  }
}
