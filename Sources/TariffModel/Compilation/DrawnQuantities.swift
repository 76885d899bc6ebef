internal import Distributions
internal import Expressions
internal import LinearAlgebra

/// Turns the numbers of a study into columns of draws, each with its stream and its dependence.
final class DrawnQuantities {
  let graph: ExpressionGraph
  private let parameters: [String: Quantity]
  private let dependence: [Dependence]
  /// Draws that were written already, by path.
  private var drawn: [String: Expression] = [:]
  /// Those of parameters by name: they are asked for once a line.
  private var drawnParameters: [String: Expression] = [:]
  private var membership: [String: (structure: Int, member: Int)] = [:]
  private var loaded: [Int: LoadedNormals] = [:]
  private var correlated: [Int: [Expression]] = [:]
  /// Means of the members' own normals, of groups with a negative correlation.
  private var means: [Int: Expression] = [:]

  init(study: Study, graph: ExpressionGraph) {
    self.graph = graph
    parameters = study.parameters
    dependence = study.dependence
    for (structure, block) in study.dependence.enumerated() {
      for (member, path) in block.members.enumerated() { membership[path] = (structure, member) }
    }
  }

  /// The number in every draw.
  func callAsFunction(_ quantity: Quantity) -> Expression {
    switch quantity.value {
    case .parameter(let name, let times):
      if let known = drawnParameters[name] { return known * times }
      guard let parameter = parameters[name] else { preconditionFailure("the study was checked: parameter \(name) exists") }
      let value = self(parameter)
      drawnParameters[name] = value
      return value * times
    case .distribution(let distribution):
      if let value = distribution.constantValue { return graph.constant(value) }
      if let known = drawn[quantity.path] { return known }
      let draw = draw(distribution, path: quantity.path)
      drawn[quantity.path] = draw
      return draw
    }
  }

  /// The paths of the numbers drawn so far, by their columns, in alphabetical order.
  var pathsByColumn: [OutputColumn: [String]] {
    var paths: [OutputColumn: [String]] = [:]
    for (path, draw) in drawn { if let view = draw.outputView { paths[view.column, default: []].append(path) } }
    return paths.mapValues { $0.sorted() }
  }

  private func draw(_ distribution: Distribution, path: String) -> Expression {
    guard let (structure, member) = membership[path] else { return graph.draw(distribution, stream: path) }
    return graph.draw(distribution, gaussian: normal(of: member, in: structure))
  }

  /// The number, or a constant where the study is silent and the model has a stated default.
  func callAsFunction(_ quantity: Quantity?, default value: Double) -> Expression {
    quantity.map { self($0) } ?? graph.constant(value)
  }

  /// The standard normal of a member of a dependence structure.
  private func normal(of member: Int, in number: Int) -> Expression {
    let block = dependence[number]
    switch block.structure {
    case .group(let correlation) where correlation < 0:
      // e − a·ē, stretched to variance 1, where a makes the correlation: 1 at its least, −1/(n − 1).
      let count = Double(block.members.count)
      let mean = means[number] ?? graph.sum(block.members.map { graph.standardNormal(stream: $0) }) * (1 / count)
      means[number] = mean
      let share = 1 - max(0, 1 + count * correlation / (1 - correlation)).squareRoot()
      let own = graph.standardNormal(stream: block.members[member])
      return (own - mean * share) * (1 - correlation).squareRoot()
    case .group(let correlation):
      let factor = graph.standardNormal(stream: block.factorPath("factor"))
      let own = graph.standardNormal(stream: block.members[member])
      return factor * correlation.squareRoot() + own * (1 - correlation).squareRoot()
    case .loadings(let factors, let rows):
      if let normals = loaded[number] { return normals.member(member) }
      let normals = LoadedNormals(
        graph: graph, streams: block.members, factors: factors.map(block.factorPath), loadings: rows)
      loaded[number] = normals
      return normals.member(member)
    case .matrix(let rows):
      if let normals = correlated[number] { return normals[member] }
      guard let factor = Matrix(rows: rows).choleskyFactor() else {
        preconditionFailure("the study was checked: the correlation matrix of \(block.name) is positive semidefinite")
      }
      let normals = graph.correlatedNormals(streams: block.members, factor: factor)
      correlated[number] = normals
      return normals[member]
    }
  }
}

extension Dependence {
  /// The stream of a common factor.
  func factorPath(_ factor: String) -> String { "dependence/\(name)/\(factor)" }

  /// The streams of all its common factors.
  var factorPaths: [String] {
    switch structure {
    case .group: [factorPath("factor")]
    case .loadings(let factors, _): factors.map(factorPath)
    case .matrix: []
    }
  }
}
