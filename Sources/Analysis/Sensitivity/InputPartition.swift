package import TariffModel

/// The uncertain numbers of a study as inputs, each number in one.
package struct InputPartition: Sendable {
  package let inputs: [SensitivityInput]

  /// Inputs that somebody names: all numbers whose paths meet one of the patterns.
  package struct Named: Hashable, Sendable {
    package var name: String
    package var patterns: [PathPattern]

    package init(name: String, patterns: [PathPattern]) {
      self.name = name
      self.patterns = patterns
    }
  }

  /// Why there are no such inputs.
  package enum Failure: Error, Hashable, Sendable {
    /// The pattern meets no uncertain number; the path that is most like it.
    case meetsNothing(pattern: String, nearest: String?)
    /// A number would belong to two inputs.
    case inTwo(path: String, first: String, second: String)
    /// An input has a part of the numbers that depend on each other, and not this one.
    case partOfDependence(input: String, dependence: String, without: String)
    case nameTwice(String)
  }

  /// - Parameters:
  ///   - noise: Streams that the model draws besides the numbers.
  ///   - method: Under ``SensitivityMethod/sobol`` numbers that depend on each other are one input; under ``SensitivityMethod/plain`` each number is
  ///     an input, whatever is said.
  package init(
    _ study: Study, noise: [String], named: [Named], grouping: InputGrouping, method: SensitivityMethod
  ) throws(Failure) {
    let numbers = study.uncertainPaths.uniqued
    var membership: [String: SensitivityInput.Member] = [:]
    for (dependence, block) in study.dependence.enumerated() {
      for (member, path) in block.members.enumerated() {
        membership[path] = SensitivityInput.Member(dependence: dependence, member: member)
      }
    }
    let owners = try Self.owners(of: numbers + noise, named: named)
    func keys(splitting: Bool, byKind: Bool) -> [Key] {
      (numbers + noise).map { path in
        if let owner = owners[path] { return .named(owner) }
        if let member = membership[path] { return splitting ? .own(path) : .dependence(member.dependence) }
        return .own(byKind ? Self.kind(of: path) : path)
      }
    }
    // The finest first: what is asked for, or what is not too many.
    let splits = method != .sobol
    let ways: [(splitting: Bool, byKind: Bool)] =
      switch grouping {
      case _ where method == .plain: [(true, false)]
      case .number: [(splits, false)]
      case .kind: [(false, true)]
      case .automatic: [(splits, false), (false, false), (false, true)]
      }
    var chosen: [Key] = []
    for way in ways {
      chosen = keys(splitting: way.splitting, byKind: way.byKind)
      if chosen.uniqued.count <= InputGrouping.mostSingle { break }
    }
    var places: [Key: Int] = [:]
    var inputs: [SensitivityInput] = []
    let normals = study.dependence.isEmpty ? [] : study.dependentNormals
    for (path, key) in zip(numbers + noise, chosen) {
      let place = places[key] ?? inputs.count
      if place == inputs.count {
        places[key] = place
        inputs.append(SensitivityInput(name: Self.name(of: key, named, study), numbers: []))
      }
      inputs[place].numbers.append(path)
      if let member = membership[path] { inputs[place].members.append(member) } else { inputs[place].columns.append(path) }
    }
    if method == .sobol {
      // What is left of a dependence is no mistake of its own: the input that took a part is told of.
      let order = places.sorted { ($0.key.isNamed ? 0 : 1, $0.value) < ($1.key.isNamed ? 0 : 1, $1.value) }
      for place in order.map(\.value) { try Self.takeWhole(&inputs[place], study, normals) }
    }
    self.inputs = inputs
  }

  private enum Key: Hashable {
    case named(Int)
    case dependence(Int)
    case own(String)

    var isNamed: Bool { if case .named = self { true } else { false } }
  }

  private static func name(of key: Key, _ named: [Named], _ study: Study) -> String {
    switch key {
    case .named(let number): named[number].name
    case .dependence(let number): study.dependence[number].name
    case .own(let path): path
    }
  }

  /// The named input of each number that has one.
  private static func owners(of paths: [String], named: [Named]) throws(Failure) -> [String: Int] {
    var owners: [String: Int] = [:]
    for (number, input) in named.enumerated() {
      if named.prefix(number).contains(where: { $0.name == input.name }) { throw .nameTwice(input.name) }
      for pattern in input.patterns {
        let met = paths.filter(pattern.matches)
        guard !met.isEmpty else {
          throw .meetsNothing(pattern: pattern.description, nearest: nearestName(to: pattern.description, among: paths))
        }
        for path in met {
          if let first = owners[path], first != number {
            throw .inTwo(path: path, first: named[first].name, second: input.name)
          }
          owners[path] = number
        }
      }
    }
    return owners
  }

  /// Puts the streams of dependences in place of their members, all of which belong to the input.
  private static func takeWhole(
    _ input: inout SensitivityInput, _ study: Study, _ normals: [DependentNormals]
  ) throws(Failure) {
    for dependence in input.members.map(\.dependence).uniqued {
      let own = Set(input.numbers)
      if let missing = study.dependence[dependence].members.first(where: { !own.contains($0) }) {
        throw .partOfDependence(input: input.name, dependence: study.dependence[dependence].name, without: missing)
      }
      input.columns += normals[dependence].streams
    }
  }

  /// The pattern of a path: its second name of three or more, or the number of a noise, is any.
  private static func kind(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 2 else { return path }
    parts[1] = "*"
    if Int(parts[parts.count - 1]) != nil { parts[parts.count - 1] = "*" }
    return parts.joined(separator: "/")
  }
}
