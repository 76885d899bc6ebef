package import Expressions

/// The uncertain numbers of a study as a program of their own, which draws them as the study's model does.
///
/// Numbers that share a column, such as a distribution and its double, are images of one output.
package struct UncertainNumbers: Sendable {
  package let program: BlockProgram
  /// Where each number comes from, in the study's order.
  package let paths: [String]
  /// Each number as offset + scale × an output of the program.
  package let images: [Image]

  /// A number of the study in every draw.
  package struct Image: Sendable {
    package let output: Int
    package let scale: Double
    package let offset: Double
  }

  /// Takes a study that was checked.
  package init(_ study: Study) {
    let graph = ExpressionGraph()
    let number = DrawnQuantities(study: study, graph: graph)
    var outputs: [OutputColumn] = []
    var numbers: [OutputColumn: Int] = [:]
    var paths: [String] = []
    var images: [Image] = []
    for quantity in study.uncertainQuantities {
      guard let view = number(quantity).outputView else { continue }
      let output = numbers[view.column] ?? outputs.count
      if output == outputs.count {
        numbers[view.column] = output
        outputs.append(view.column)
      }
      paths.append(quantity.path)
      images.append(Image(output: output, scale: view.scale, offset: view.offset))
    }
    program = BlockProgram(graph: graph, outputs: outputs)
    self.paths = paths
    self.images = images
  }
}
