import Distributions
import Expressions
import Sampling
import TestSupport
import Testing
import VectorMath

@Suite("Inputs of a program under a design")
struct DesignedInputTests {
  private let graph = ExpressionGraph()

  /// Two uniforms and two normals, as a program hands them out.
  private func columns(_ design: Design, draws: Int, level: InstructionSet) throws -> (columns: [[Double]], source: DrawSource) {
    let uniforms = try ["u", "v"].map { graph.draw(try .uniform(lower: 0, upper: 1), stream: $0) }
    let expressions = uniforms + ["x", "y"].map(graph.standardNormal)
    let program = BlockProgram(graph: graph, outputs: expressions.compactMap { $0.outputView?.column })
    #expect(program.inputs.map(\.path) == ["u", "v", "x", "y"])
    let source = DrawSource(seed: 9, design: design, draws: draws, inputs: program.inputs.map(\.stream))
    return (outputs(of: program, draws: draws, source: source, kernels: KernelChoice(level)), source)
  }

  @Test(
    "Columns are the design's points to the last bit, normals their quantiles",
    arguments: PointSet.allCases, [1, 3, 6, 9, 10, 12])
  func columnsArePoints(set: PointSet, pointBits: Int) throws {
    for level in InstructionSet.allCases where level.isAvailable {
      let replicates = 3
      let (columns, source) = try columns(
        .replicated(set, replicates: replicates), draws: replicates << pointBits, level: level)
      for (column, path) in ["u", "v", "x", "y"].enumerated() {
        let points = (0..<columns[column].count).map { source.uniform(of: StreamID(path: path), at: UInt64($0)) }
        if column < 2 {
          #expect(columns[column] == points)
        } else if ![.random, .antithetic].contains(source.layout(of: StreamID(path: path))) {
          #expect(columns[column] == quantiles(points, level))
        }
      }
    }
  }

  @Test("Antithetic normals are z and −z, the z those of the stream")
  func antitheticNormals() throws {
    let (columns, _) = try columns(.replicated(.antithetic, replicates: 2), draws: 2_048, level: .detected)
    let stream = DrawStream(seed: 9, stream: StreamID(path: "x"))
    for draw in 0..<1_024 {
      let (block, pair) = draw.quotientAndRemainder(dividingBy: 256)
      let z = columns[2][512 * block + 2 * pair]
      #expect(columns[2][512 * block + 2 * pair + 1] == -z)
      #expect((z - stream.normal(at: UInt64(512 * block + pair))).magnitude < 1e-14)
    }
  }

  @Test("Inputs beyond the dimensions are drawn as under random")
  func beyondTheDimensions() throws {
    let expressions = (0..<40).map { graph.standardNormal(stream: "z\($0)") }
    let program = BlockProgram(graph: graph, outputs: expressions.compactMap { $0.outputView?.column })
    let design = DrawSource(
      seed: 3, design: .replicated(.lattice, replicates: 2), draws: 512, inputs: program.inputs.map(\.stream))
    let kernels = KernelChoice(.detected)
    let designed = outputs(of: program, draws: 512, source: design, kernels: kernels)
    let random = outputs(of: program, draws: 512, seed: 3, kernels: kernels)
    for column in 0..<40 { #expect((designed[column] == random[column]) == (column >= 32)) }
  }

  @Test(
    "Rotated normals are the rotation of those before it, to rounding; uniforms stay",
    arguments: [PointSet.latin, .sobol, .lattice])
  func rotated(set: PointSet) throws {
    let normals = (0..<5).map { graph.standardNormal(stream: "z\($0)") }
    let uniform = graph.draw(try .uniform(lower: 0, upper: 1), stream: "u")
    // One of the rotated is no input of this program.
    let program = BlockProgram(graph: graph, outputs: (normals.dropFirst() + [uniform]).compactMap { $0.outputView?.column })
    let streams = (0..<5).map { StreamID(path: "z\($0)") }
    let rotation = Rotation(streams: streams, directions: [[0.6, 0, 0.8, 0, 0], [0, 0.8, 0, 0, -0.6]])
    let design = Design.replicated(set, replicates: 2)
    let inputs = streams + [StreamID(path: "u")]
    let source = DrawSource(seed: 4, design: design, draws: 2_048, inputs: inputs, rotation: rotation)
    let plain = DrawSource(seed: 4, design: design, draws: 2_048, inputs: inputs)
    let kernels = KernelChoice(.detected)
    let columns = outputs(of: program, draws: 2_048, source: source, kernels: kernels)
    let before = (0..<5).map { place in quantiles((0..<2_048).map { plain.uniform(of: streams[place], at: $0) }, .detected) }
    for draw in 0..<2_048 {
      let wanted = rotation(before.map { $0[draw] })
      for place in 1..<5 { #expect((columns[place - 1][draw] - wanted[place]).magnitude < 1e-13) }
      #expect(columns[4][draw] == plain.uniform(of: StreamID(path: "u"), at: UInt64(draw)))
    }
  }

  private func quantiles(_ points: [Double], _ level: InstructionSet) -> [Double] {
    var z = points
    var span = z.mutableSpan
    level.kernels.normalQuantile(points.span, into: &span)
    return z
  }
}
