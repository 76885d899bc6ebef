package import Expressions
package import Sampling

/// The number X that outcomes of a model are averaged over in closed form: each is a + b·X, a and b independent of X.
package struct Smoothing: Sendable {
  /// Its path, and its random stream.
  package let path: String
  package let stream: StreamID
  package let law: CumulativeTable
  /// The output of the program that is X.
  package let output: Int
  /// By output that is linear in X, its slope.
  package let slopes: [Int: Slope]

  /// A slope: offset + scale × an output, or the offset alone.
  package struct Slope: Sendable {
    package let output: Int?
    package let scale: Double
    package let offset: Double
  }

  /// Adds what it needs to the outputs of a program; nothing where no output is linear in the number.
  init?(_ input: LinearInput, after outputs: inout [OutputColumn]) {
    var numbers = Dictionary(uniqueKeysWithValues: outputs.enumerated().map { ($1, $0) })
    var extended = outputs
    func number(of column: OutputColumn) -> Int {
      if let known = numbers[column] { return known }
      numbers[column] = extended.count
      extended.append(column)
      return extended.count - 1
    }
    path = input.path
    stream = input.stream
    law = input.law
    output = number(of: input.column)
    var slopes: [Int: Slope] = [:]
    for (place, slope) in input.slopes.enumerated() {
      guard let slope, slope.constantValue != 0 else { continue }
      let view = slope.outputView
      slopes[place] = Slope(
        output: view.map { number(of: $0.column) }, scale: view?.scale ?? 0, offset: view?.offset ?? slope.constantValue ?? 0)
    }
    guard !slopes.isEmpty else { return nil }
    self.slopes = slopes
    outputs = extended
  }
}
