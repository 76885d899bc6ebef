internal import Analysis
internal import ScenarioFiles

/// The axes of a sweep: the files where there are several, then what is varied.
struct SweepAxes {
  let design: SweepDesign
  /// Whether the first axis is that of the files.
  let hasFiles: Bool

  /// - Parameter groups: What is varied: groups that move together.
  init(files: [String], groups: [[Variation]]) throws(CommandFailure) {
    hasFiles = files.count > 1
    var axes: [[SweepDesign.Coordinate]] = hasFiles ? [[SweepDesign.Coordinate(name: "file", values: files)]] : []
    axes += groups.map { $0.map { SweepDesign.Coordinate(name: $0.path, values: $0.values) } }
    var whole: [SweepDesign.Axis] = []
    for axis in axes {
      guard let made = SweepDesign.Axis(axis) else {
        let counts = axis.map { "\($0.name) \($0.values.count)" }.joined(separator: ", ")
        throw .contradiction("--together needs as many values of each: there are \(counts)", command: "sweep")
      }
      whole.append(made)
    }
    guard !whole.isEmpty else {
      throw .contradiction(
        "nothing is varied: say --vary PATH=VALUES, as in --vary 'measures/NAME/rate=0%..50%:10%', state [sweep] in the file, or name several files",
        command: "sweep")
    }
    design = SweepDesign(axes: whole)
  }

  /// Which file a variant is of.
  func file(of variant: Int) -> Int { hasFiles ? design.places(of: variant)[0] : 0 }

  /// By variation, which of its values a variant has.
  func places(of variant: Int) -> [Int] {
    let places = design.places(of: variant).dropFirst(hasFiles ? 1 : 0)
    return zip(design.axes.dropFirst(hasFiles ? 1 : 0), places).flatMap { axis, place in axis.coordinates.map { _ in place } }
  }

  /// For each variant the one that it is compared with: the same but for some coordinates; nothing where no difference is asked for.
  func references(_ against: [(name: String, value: String)]) throws(CommandFailure) -> (@Sendable (Int) -> Int)? {
    guard !against.isEmpty else { return nil }
    var fixed: [Int: Int] = [:]
    for (name, value) in against {
      var found: (axis: Int, place: Int)?
      for (number, axis) in design.axes.enumerated() {
        guard let coordinate = axis.coordinates.first(where: { $0.name == name }) else { continue }
        guard let place = coordinate.values.firstIndex(of: value) else {
          throw .contradiction(
            "--against \(name)=\(value): no variant has this value; there are \(coordinate.values.prefix(8).joined(separator: ", "))",
            command: "sweep")
        }
        found = (number, place)
      }
      guard let found else {
        throw .contradiction(
          "--against \(name): it is not varied; there are \(design.coordinates.map(\.name).joined(separator: ", "))",
          command: "sweep")
      }
      if let other = fixed.updateValue(found.place, forKey: found.axis), other != found.place {
        throw .contradiction("--against names two variants that move together", command: "sweep")
      }
    }
    let (design, places) = (design, fixed)
    return { variant in
      var own = design.places(of: variant)
      for (axis, place) in places { own[axis] = place }
      return design.variant(at: own)
    }
  }
}
