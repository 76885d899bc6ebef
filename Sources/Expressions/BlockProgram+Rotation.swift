internal import LinearAlgebra
internal import Sampling
internal import VectorMath

extension BlockProgram {
  /// Fills the columns of the normals that are rotated together, which inputs are then copied from.
  ///
  /// A reflection is a sum of all columns and as many additions of it.
  func fillRotated(block: UInt64, source: DrawSource, kernels: any KernelSet.Type, in workspace: inout BlockWorkspace) {
    guard let rotation = source.rotation else { return }
    let first = workspace.rotated.lowerBound
    for (place, stream) in rotation.streams.enumerated() {
      draw(
        .standardNormal, of: stream, layout: source.layout(beforeRotation: stream), block: block, source: source,
        kernels: kernels, into: first + place, of: &workspace)
    }
    for u in rotation.reflections.reversed() {
      workspace.columns.update(workspace.points) { y in for i in 0..<y.count { y[i] = 0 } }
      for (place, component) in u.enumerated() where component != 0 {
        workspace.columns.update(workspace.points, reading: first + place) { x, y in
          kernels.addScaled(x, scale: component, into: &y)
        }
      }
      for (place, component) in u.enumerated() where component != 0 {
        workspace.columns.update(first + place, reading: workspace.points) { x, y in
          kernels.addScaled(x, scale: -2 * component, into: &y)
        }
      }
    }
  }
}
