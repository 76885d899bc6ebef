/// A column that a program hands out.
package struct OutputColumn: Hashable, Sendable {
  let node: Int
}

extension Expression {
  /// The uncertain part of the expression: value = scale × column + offset; nothing where it is certain.
  package var outputView: (column: OutputColumn, scale: Double, offset: Double)? {
    node.map { (OutputColumn(node: $0), scale, offset) }
  }
}
