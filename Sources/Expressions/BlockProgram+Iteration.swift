internal import LinearAlgebra
internal import Sampling
internal import VectorMath

extension BlockProgram {
  /// Some instructions in their order, with the iterations among them.
  func execute(
    _ range: Range<Int>, block: UInt64, source: DrawSource, kernels: any KernelSet.Type, in workspace: inout BlockWorkspace,
    sink: (Int, Span<Double>) -> Void
  ) {
    var next = range.lowerBound
    while next < range.upperBound {
      let instruction = instructions[next]
      next += 1
      guard case .iterate(let check, let advance, let residual, let states, let tolerance, let limit) = instruction else {
        execute(instruction, block: block, source: source, kernels: kernels, in: &workspace, sink: sink)
        continue
      }
      let checking = next..<(next + check)
      let advancing = checking.upperBound..<(checking.upperBound + advance)
      next = advancing.upperBound
      var remaining = limit
      while true {
        execute(checking, block: block, source: source, kernels: kernels, in: &workspace, sink: sink)
        let bounds = kernels.bounds(workspace.columns.column(residual))
        // Not a number is not within any tolerance.
        if bounds.minimum >= -tolerance && bounds.maximum <= tolerance { break }
        if remaining == 0 {
          discardUnsettled(states, residual: residual, tolerance: tolerance, on: &workspace.columns)
          break
        }
        execute(advancing, block: block, source: source, kernels: kernels, in: &workspace, sink: sink)
        remaining -= 1
      }
    }
  }

  /// Makes the values of draws whose residual is beyond the tolerance NaN.
  private func discardUnsettled(_ states: Range<Int>, residual: Int, tolerance: Double, on columns: inout ColumnStore) {
    for state in states {
      columns.update(state, reading: residual) { residual, y in
        for i in 0..<y.count where !(residual[i].magnitude <= tolerance) { y[i] = .nan }
      }
    }
  }
}
