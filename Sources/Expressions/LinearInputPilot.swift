internal import Sampling
package import VectorMath

/// Finds the input that outputs are best averaged over in closed form: of those in which they are linear, the one with the largest share of
/// their variance.
///
/// The share is the squared correlation of the output with the input in few random draws, of a seed that never changes: so the choice is one of
/// the model, not of a run. It is one input for all outputs, since each one chosen stays out of the rotation of all others.
package struct LinearInputPilot: Sendable {
  /// Draws of the pilot, in blocks.
  private static let blocks = 4
  private static let seed: UInt64 = 1
  /// Outputs that are looked at, at most.
  private static let mostOutputs = 64
  /// Inputs whose linearity is looked into, at most.
  private static let mostTries = 64
  /// Inputs that are correlated, at most: 4 MB of a block's columns, as of those that are rotated.
  private static let mostInputs = 1_024
  /// The least mean share of the variance that is worth the time.
  private static let leastShare = 0.005

  private let kernels: KernelChoice

  package init(kernels: KernelChoice) { self.kernels = kernels }

  /// The input with its laws and slopes; nothing where no output is linear in one that matters.
  ///
  /// - Parameters:
  ///   - outputs: What a program is to hand out.
  ///   - leading: The numbers of those whose variance counts.
  /// - Complexity: O(draws · (instructions + inputs · outputs) + tries · nodes).
  package func input(of outputs: [OutputColumn], leading: [Int], in graph: ExpressionGraph) -> LinearInput? {
    let step = (leading.count + Self.mostOutputs - 1) / Self.mostOutputs
    let wanted = leading.isEmpty ? [] : stride(from: 0, to: leading.count, by: step).map { outputs[leading[$0]].node }
    let inputs = LoneInput.all(in: graph, neededBy: wanted)
    guard !inputs.isEmpty, inputs.count <= Self.mostInputs else { return nil }
    let shares = shares(of: inputs.map(\.column), in: wanted, graph)
    let totals = shares.map { $0.reduce(0, +) }
    var best: (part: LinearPart, input: LoneInput, law: CumulativeTable, share: Double)?
    for candidate in inputs.indices.sorted(by: { (totals[$0], $1) > (totals[$1], $0) }).prefix(Self.mostTries) {
      guard totals[candidate] > max(best?.share ?? 0, Self.leastShare * Double(wanted.count)) else { break }
      let input = inputs[candidate]
      let part = LinearPart(graph, column: input.column, draw: input.draw)
      let share = zip(wanted, shares[candidate]).reduce(0) { $0 + (part.isLinear($1.0) ? $1.1 : 0) }
      guard share > max(best?.share ?? 0, Self.leastShare * Double(wanted.count)), let law = input.law(in: graph) else {
        continue
      }
      best = (part, input, law, share)
    }
    return best.map { best in
      let nodes = outputs.map(\.node)
      let slopes = best.part.slopes(of: nodes)
      let input = graph.inputs[best.input.input]
      return LinearInput(
        path: input.path, stream: input.stream, law: best.law, column: OutputColumn(node: best.input.column),
        slopes: nodes.map { slopes[$0] })
    }
  }

  /// By input and then by output, the square of their correlation; 0 where an output does not vary or lacks a value.
  private func shares(of inputs: [Int], in outputs: [Int], _ graph: ExpressionGraph) -> [[Double]] {
    var places: [Int: Int] = [:]
    var columns: [OutputColumn] = []
    for node in outputs + inputs where places[node] == nil {
      places[node] = columns.count
      columns.append(OutputColumn(node: node))
    }
    let program = BlockProgram(graph: graph, outputs: columns)
    var draws = [[Double]](repeating: [], count: columns.count)
    var workspace = program.makeWorkspace()
    for block in 0..<Self.blocks {
      program.run(
        block: UInt64(block), source: .random(seed: Self.seed), kernels: kernels.kernels, in: &workspace
      ) { output, values in
        for index in values.indices { draws[output].append(values[index]) }
      }
    }
    let standard = draws.map(Self.standardised)
    return inputs.map { input in
      outputs.map { output in
        guard let x = places[input].flatMap({ standard[$0] }), let y = places[output].flatMap({ standard[$0] }) else { return 0 }
        let correlation = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
        return correlation * correlation
      }
    }
  }

  /// The deviations from the mean, over the root of the sum of their squares.
  private static func standardised(_ draws: [Double]) -> [Double]? {
    guard draws.allSatisfy(\.isFinite) else { return nil }
    let mean = draws.reduce(0, +) / Double(draws.count)
    let length = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    guard length.isFinite, length > 0 else { return nil }
    return draws.map { ($0 - mean) / length }
  }
}
