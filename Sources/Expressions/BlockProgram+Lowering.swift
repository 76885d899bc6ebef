internal import Distributions

extension BlockProgram {
  /// The program that computes `outputs`, each the values of one node (see ``Expression/outputView``).
  ///
  /// Only what the outputs need is computed, in the order in which the model was written; a column's place is reused after its
  /// last reader.
  package init(graph: ExpressionGraph, outputs: [OutputColumn]) {
    var lowering = Lowering(graph: graph, outputs: outputs.map(\.node))
    lowering.emitAll()
    instructions = lowering.instructions
    inputs = lowering.inputs
    matrices = lowering.matrices
    tables = graph.tables
    cubics = graph.tables.flatMap(\.coefficients)
    polynomials = lowering.polynomials
    columnCount = lowering.slots.count
    outputCount = outputs.count
  }
}
