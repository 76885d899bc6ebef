import Distributions
import TariffModel
import Testing

@Suite("What the correlation of yes/no numbers becomes")
struct SwitchNoteTests {
  /// Four parameters, of which three take two values, and a dependence between them.
  private func notes(_ structure: Dependence.Structure) throws -> [ModelNote.Subject] {
    var study = StudyFixture().study
    let numbers: [Distribution] = [
      try .bernoulli(probability: 0.3), try .bernoulli(probability: 0.6), try .uniform(lower: 0, upper: 1),
      try .discrete(values: [0.1, 0.29], probabilities: [0.5, 0.5]),
    ]
    for (index, number) in numbers.enumerated() {
      study.parameters["p\(index)"] = Quantity(.distribution(number), path: "parameters/p\(index)")
    }
    study.dependence = [Dependence(name: "d", members: (0..<4).map { "parameters/p\($0)" }, structure: structure)]
    #expect(study.problems().isEmpty)
    return try CompiledModel(study).notes.map(\.subject).filter { $0.kind == "correlationOfSwitches" }
  }

  private func check(
    _ structure: Dependence.Structure, second: String, stated: Double, actual: Double, others: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try notes(structure)
    guard found.count == 1, case .correlationOfSwitches("parameters/p0", second, let given, let become, others) = found[0] else {
      Issue.record("\(found)", sourceLocation: sourceLocation)
      return
    }
    #expect((given - stated).magnitude <= 1e-15 && (become - actual).magnitude <= 1e-12, sourceLocation: sourceLocation)
  }

  // The values of mpmath in BinaryCorrelationTests.
  @Test("The first pair of a group, of a matrix, of loadings is told with both correlations, and the others are counted")
  func told() throws {
    try check(.group(correlation: 0.5), second: "parameters/p1", stated: 0.5, actual: 0.296283456147469704, others: 2)
    let matrix = [[1, 0, 0.4, 0.5], [0, 1, 0, 0], [0.4, 0, 1, 0], [0.5, 0, 0, 1.0]]
    try check(.matrix(matrix), second: "parameters/p3", stated: 0.5, actual: 0.312559330935305435, others: 0)
    let loadings = [[0.5, 0.5], [0.6, 0.4], [0, 0], [0, 0.0]]
    try check(
      .loadings(factors: ["f", "g"], rows: loadings), second: "parameters/p1", stated: 0.5, actual: 0.296283456147469704,
      others: 0)
  }

  @Test("Nothing is told where no two of them depend on each other")
  func none() throws {
    #expect(try notes(.group(correlation: 0)).isEmpty)
    #expect(try notes(.loadings(factors: ["f"], rows: [[0.5], [0], [0.5], [0]])).isEmpty)
  }
}
