import BenchmarkKit
import Expressions
import TariffModel
import Testing
import VectorMath

@Suite("The floor")
struct FloorTests {
  private let costs = ["exp": 0.5, "log": 0.75]

  private func table() throws -> FloorTable {
    try FloorTable(
      passes: [("exp", 4), ("log", 2), ("exp", 8)], measured: [(1, 15), (2, 8.25)],
      cost: { (pass: String) throws -> Double in try #require(costs[pass]) })
  }

  @Test("Passes of one kernel are added up, the dearest come first")
  func rows() throws {
    let table = try table()
    #expect(table.rows.map(\.kernel) == ["exp", "log"])
    #expect(table.rows.map(\.valuesPerDraw) == [12, 2])
    #expect(table.nanoseconds == 7.5)
  }

  @Test("The table, and time over floor on every number of threads")
  func text() throws {
    #expect(
      try table().text == """
        kernel               values/draw  ns/value  ns/draw
        exp                           12     0.500      6.0
        log                            2     0.750      1.5
        floor of one thread                             7.5

        1 thread: 15.0 ns a draw, floor 7.5, time ÷ floor 2.00
        2 threads: 8.3 ns a draw, floor 3.8, time ÷ floor 2.20

        """)
  }

  @Test("Every pass of a workload has a unit cost", arguments: [(ReferenceWorkload.w1, "dtrmm"), (.w3, "exponentialOfProduct")])
  func unitCosts(workload: ReferenceWorkload, pass: String) throws {
    var sampler = Sampler()
    sampler.samples = 1
    sampler.shortest = 1e-5
    let passes = Set(try WorkloadRun(workload, places: places).model.program.passes.map(\.kernel)).union(["sketch"])
    #expect(passes.contains(pass) && passes.contains("normals"))
    for pass in passes.sorted() {
      let cost = UnitCost.nanoseconds(of: pass, .detected, sampler)
      #expect((cost ?? 0) > 0, "\(pass)")
    }
    #expect(UnitCost.nanoseconds(of: "none", .detected, sampler) == nil)
  }
}
