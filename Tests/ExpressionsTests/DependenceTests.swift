import Distributions
import Expressions
import LinearAlgebra
import Testing

@Suite("Dependent normals")
struct DependenceTests {
  private let fixture = ProgramFixture()

  /// The standard normal of a stream in every draw of some blocks, by itself.
  private func normals(_ path: String, blocks: Int) -> [Double] {
    let alone = ProgramFixture()
    return alone.draws(of: [alone.graph.standardNormal(stream: path)], blocks: blocks)[0]
  }

  @Test("Correlated normals are Z·Lᵀ of the members' own streams")
  func correlated() throws {
    let factor = Matrix(rows: [[1, 0, 0], [0.6, 0.8, 0], [0, 0.5, 0.75.squareRoot()]])
    let paths = ["a", "b", "c"]
    let draws = fixture.draws(of: fixture.graph.correlatedNormals(streams: paths, factor: factor))
    let z = paths.map { normals($0, blocks: 1) }
    for draw in draws[0].indices {
      let expected = [z[0][draw], 0.6 * z[0][draw] + 0.8 * z[1][draw], 0.5 * z[1][draw] + 0.75.squareRoot() * z[2][draw]]
      for (column, wanted) in zip(draws, expected) { #expect(abs(column[draw] - wanted) <= 1e-14 * 8) }
    }
  }

  @Test("A member's draws do not depend on members that come after it")
  func leadingMembersStay() {
    let small = fixture.draws(
      of: fixture.graph.correlatedNormals(streams: ["a", "b"], factor: Matrix(rows: [[1, 0], [0.6, 0.8]])))
    let other = ProgramFixture()
    let large = other.draws(
      of: other.graph.correlatedNormals(
        streams: ["a", "b", "c"], factor: Matrix(rows: [[1, 0, 0], [0.6, 0.8, 0], [0, 0.6, 0.8]])))
    #expect(small[0] == large[0])
    #expect(small[1] == large[1])
  }

  @Test("Loaded normals are F·Λᵀ plus the members' own part, over several tiles")
  func loaded() {
    let count = 150
    let loadings = (0..<count).map { [Double($0 % 7) / 10, -Double($0 % 5) / 10] }
    let normals = LoadedNormals(
      graph: fixture.graph, streams: (0..<count).map { "m\($0)" }, factors: ["f", "g"], loadings: loadings)
    let wanted = [0, 63, 64, 100, 149]
    let draws = fixture.draws(of: wanted.map(normals.member))
    let (f, g) = (self.normals("f", blocks: 1), self.normals("g", blocks: 1))
    for (column, member) in zip(draws, wanted) {
      let own = self.normals("m\(member)", blocks: 1)
      let row = loadings[member]
      let residual = (1 - row[0] * row[0] - row[1] * row[1]).squareRoot()
      for draw in column.indices {
        let expected = row[0] * f[draw] + row[1] * g[draw] + residual * own[draw]
        #expect(abs(column[draw] - expected) <= 1e-14 * 8)
      }
    }
  }
}
