import Analysis
import Testing

@Suite("Variants of a sweep")
struct SweepDesignTests {
  private func axis(_ coordinates: (String, Int)...) throws -> SweepDesign.Axis {
    try #require(
      SweepDesign.Axis(
        coordinates.map { name, count in SweepDesign.Coordinate(name: name, values: (0..<count).map { "\(name)\($0)" }) }))
  }

  @Test("Every combination is a variant, once, the last axis moving fastest")
  func combines() throws {
    let design = SweepDesign(axes: [try axis(("a", 2)), try axis(("b", 3), ("c", 3))])
    #expect(design.count == 6)
    #expect(
      (0..<6).map { design.values(of: $0).joined(separator: " ") } == [
        "a0 b0 c0", "a0 b1 c1", "a0 b2 c2", "a1 b0 c0", "a1 b1 c1", "a1 b2 c2",
      ])
    for variant in 0..<6 { #expect(design.variant(at: design.places(of: variant)) == variant) }
    #expect(design.coordinates.map(\.name) == ["a", "b", "c"])
  }

  @Test("Coordinates that move together have as many values, at least one")
  func refusesAxes() {
    let (one, two) = (SweepDesign.Coordinate(name: "a", values: ["1"]), SweepDesign.Coordinate(name: "b", values: ["1", "2"]))
    #expect(SweepDesign.Axis([one, two]) == nil)
    #expect(SweepDesign.Axis([SweepDesign.Coordinate(name: "a", values: [])]) == nil)
    #expect(SweepDesign.Axis([]) == nil)
  }

  @Test("Along each axis some variants stand for all, the ends of the axis among them")
  func spans() throws {
    let design = SweepDesign(axes: [try axis(("a", 3)), try axis(("b", 101))])
    let variants = design.spanning(most: 5)
    #expect(
      variants.map { design.values(of: $0).joined(separator: " ") } == [
        "a0 b0", "a1 b0", "a2 b0", "a0 b25", "a0 b50", "a0 b75", "a0 b100",
      ])
    #expect(try SweepDesign(axes: [axis(("a", 1))]).spanning(most: 5) == [0])
  }

  @Test("More variants than can be counted have no number")
  func overflows() throws {
    let axis = try axis(("a", 1 << 16))
    #expect(SweepDesign(axes: [axis, axis]).count == 1 << 32)
    #expect(SweepDesign(axes: [axis, axis, axis, axis]).count == nil)
    #expect(SweepDesign(axes: []).count == 1)
  }
}
