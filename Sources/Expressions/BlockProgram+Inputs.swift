internal import LinearAlgebra
internal import Sampling
internal import VectorMath

extension BlockProgram {
  /// Fills a column with the draws of an input.
  func draw(
    _ kind: InputColumn.Kind, of stream: StreamID, layout: DrawSource.Layout, block: UInt64, source: DrawSource,
    kernels: any KernelSet.Type, into target: Int, of workspace: inout BlockWorkspace
  ) {
    switch (layout, kind) {
    case (.rotated(let place), _):
      workspace.columns.update(target, reading: workspace.rotated.lowerBound + place) { x, y in
        for i in 0..<y.count { y[i] = x[i] }
      }
    case (.supplied(let place), _):
      workspace.columns.update(target, reading: workspace.supplied.lowerBound + place) { x, y in
        for i in 0..<y.count { y[i] = x[i] }
      }
    case (.random, .uniform):
      workspace.columns.update(target) { y in
        kernels.uniforms(into: &y, stream: stream.value, key: source.seed, block: block)
      }
    case (.random, .standardNormal):
      workspace.columns.update(target) { y in
        kernels.normals(into: &y, stream: stream.value, key: source.seed, block: block)
      }
    case (.antithetic, .uniform):
      workspace.columns.update(target) { y in
        kernels.uniforms(into: &y, stream: stream.value, key: source.seed, block: block)
        Self.mirror(&y, about: 1)
      }
    case (.antithetic, .standardNormal):
      workspace.columns.update(target) { y in
        kernels.normals(into: &y, stream: stream.value, key: source.seed, block: block)
        Self.mirror(&y, about: 0)
      }
    case (.latin, .uniform), (.sobol, .uniform), (.lattice, .uniform):
      workspace.columns.update(target) { y in
        Self.fill(&y, layout: layout, stream: stream, block: block, source: source, kernels: kernels)
      }
    case (.latin, .standardNormal), (.sobol, .standardNormal), (.lattice, .standardNormal):
      workspace.columns.update(workspace.points) { y in
        Self.fill(&y, layout: layout, stream: stream, block: block, source: source, kernels: kernels)
      }
      workspace.columns.update(target, reading: workspace.points) { u, z in kernels.normalQuantile(u, into: &z) }
    }
  }

  /// Puts each number of the first half, and its reflection, side by side in place of both halves.
  private static func mirror(_ y: inout MutableSpan<Double>, about sum: Double) {
    for pair in stride(from: y.count / 2 - 1, through: 0, by: -1) {
      let value = y[pair]
      y[2 * pair + 1] = sum - value
      y[2 * pair] = value
    }
  }

  /// The uniforms of a layout that is made replicate by replicate (see `DrawSource`).
  private static func fill(
    _ y: inout MutableSpan<Double>, layout: DrawSource.Layout, stream: StreamID, block: UInt64, source: DrawSource,
    kernels: any KernelSet.Type
  ) {
    let randomness = DrawStream(seed: source.seed, stream: stream)
    if layout == .latin { kernels.uniforms(into: &y, stream: stream.value, key: source.seed, block: block) }
    for segment in source.segments(ofBlock: block) {
      let words = randomness.randomisation(ofReplicate: segment.replicate)
      switch layout {
      case .random, .antithetic, .rotated, .supplied:
        preconditionFailure("draws that no replicate shares are not made replicate by replicate")
      case .latin:
        kernels.stratify(
          &y, places: segment.places, firstPoint: segment.firstPoint, bits: source.pointBits, key: words.span)
      case .sobol(let dimension):
        source.withDirections(dimension) { directions in
          kernels.digitalPoints(
            into: &y, places: segment.places, first: DrawSource.reversedPoint(segment.firstPoint, directions: directions),
            directions: directions, seed: words[0], shift: words[1])
        }
      case .lattice(let component):
        kernels.latticePoints(
          into: &y, places: segment.places, first: segment.firstPoint.bitsReversed &* component &+ words[1],
          component: component)
      }
    }
  }
}
