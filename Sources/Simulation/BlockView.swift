/// The outputs that derived columns and pairs name, of all evaluations of one block, side by side.
///
/// They are copied when they are emitted, 4 KB a column: so the programs' places are reused as if nobody looked.
struct BlockView {
  private let placeOfOutput: [OutputPlace: Int]
  private var values: [Double]

  /// Room for some outputs.
  init(of outputs: Set<OutputPlace>) {
    let ordered = outputs.sorted { ($0.evaluation, $0.number) < ($1.evaluation, $1.number) }
    placeOfOutput = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
    values = [Double](repeating: 0, count: ordered.count * Extent.drawsPerBlock)
  }

  /// The place of an output; nothing where nobody looks at it.
  func place(of output: OutputPlace) -> Int? { placeOfOutput[output] }

  /// Takes in the draws of the output at a place.
  mutating func copy(_ draws: Span<Double>, to place: Int) {
    let start = place * Extent.drawsPerBlock
    var target = values.mutableSpan
    for index in draws.indices { target[start + index] = draws[index] }
  }

  /// An operand in the first draws of the block; unusable ones stay what they are.
  func load(_ operand: Operand, into column: inout [Double], draws: Int) {
    column.removeAll(keepingCapacity: true)
    guard let output = operand.output, let place = placeOfOutput[output] else {
      column.append(contentsOf: repeatElement(operand.offset, count: draws))
      return
    }
    let start = place * Extent.drawsPerBlock
    for index in start..<(start + draws) { column.append(operand(values[index])) }
  }
}
