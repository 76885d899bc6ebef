internal import Distributions
internal import TariffModel

extension LoadSession {
  /// Takes in the replacements of the command line; of two for one path the second is an error.
  func take(_ stated: [(path: String, value: String)]) {
    for (path, value) in stated {
      let override = Override(path: NumberPath(path), field: Self.field(of: value, path, of: .commandLine))
      if let first = overrides.stated(path) {
        report(override.field, .givenTwice(first: first.field.shown), "leave one out")
        continue
      }
      overrides.append(override)
    }
  }

  /// A value of an option: as TOML, or else as number text.
  static func field(of value: String, _ path: String, of location: SourceLocation) -> Field {
    if let root = try? TOMLDocument.parse(Array("value = \(value)\n".utf8)), case .table(let entries) = root.value,
      entries.count == 1
    {
      return Field(value: entries[0].node.value, location: location, path: path)
    }
    return Field(value: .text(value), location: location, path: path, isBare: true)
  }

  /// What the command line puts at `path`, if anything; a second replacement there is an error.
  ///
  /// - Parameter isStated: Whether there is something that a scale or a mean could be that of.
  func override(at path: String, isStated: Bool = true) -> Override? {
    guard !overrides.isEmpty else { return nil }
    let places = overrides.places(at: path).filter { isStated || overrides.all[$0].path.aspect == .value }
    for place in places { overrides.use(place) }
    guard let first = places.first else { return nil }
    for other in places.dropFirst() {
      report(
        overrides.all[other].field, .replacedTwice(path: path, other: overrides.all[first].path.description), "leave one out")
    }
    return overrides.all[first]
  }

  /// The number that an override makes of the one that the file states.
  ///
  /// Its source and judgement stay in what the override does not state: a number typed by hand is judgement.
  func number(_ override: Override, inPlaceOf former: NumberField?, at path: String, as place: NumberPlace) -> NumberField? {
    let provenance =
      former.map { $0.provenance.overridden(was: $0.content.words) } ?? Provenance(isJudgement: true)
    guard override.path.aspect != .value else { return number(override.field, as: place, provenance: provenance) }
    guard let former, let value = former.content.value else { return former }
    do throws(ReplacementFailure) {
      let new: Quantity.Value
      if override.path.aspect == .scale {
        guard let factor = factor(override.field) else { return nil }
        new = try value.scaled(by: factor, at: path)
      } else {
        guard let mean = scalar(override.field, as: place.scale) else { return nil }
        new = try value.moved(toMean: mean, at: path) { sharedNumbers[$0]?.distribution.mean }
      }
      return NumberField(content: NumberField.Content(new), origin: override.field, provenance: provenance)
    } catch {
      if case .hasNoMean(_, let law) = error {
        report(override.field, .cannotMoveMean(law: law))
      } else {
        report(override.field, .distribution(.overflow))
      }
      return nil
    }
  }

  /// What a law is multiplied by.
  func factor(_ field: Field) -> Double? {
    guard let factor = plainNumber(field) else { return nil }
    guard factor >= 0, factor.isFinite else {
      report(field, .outsideRange(allowed: "0 or above"))
      return nil
    }
    return factor
  }

  /// The day of a key, or that of the command line instead.
  func day(_ view: TableView, _ key: String) -> CivilDate? {
    let path = view.path(key)
    dayPaths.append(path)
    readDayVariations(at: path)
    guard let override = override(at: path, isStated: false) else { return date(view[key]) }
    locations[path] = override.field.location
    return date(override.field)
  }

  /// Whether the file or the command line states a day.
  func statesDay(_ view: TableView, _ key: String) -> Bool {
    view[key] != nil || !overrides.places(at: view.path(key)).isEmpty
  }

  /// Has scenarios use what the command line switches on, and not what it switches off.
  func applySwitches(to study: inout Study) {
    usePaths = study.switchablePaths
    var switched: [String: String] = [:]
    for (place, override) in overrides.all.enumerated() {
      guard let isOn = override.isOn else { continue }
      for path in study.switchUses(at: override.path.pattern, on: isOn) {
        overrides.use(place)
        if let other = switched.updateValue(override.path.description, forKey: path) {
          report(override.field, .replacedTwice(path: path, other: other), "leave one out")
        }
      }
    }
  }

  /// Reports replacements whose path meets nothing, in the order of the command line.
  func reportUnusedOverrides() {
    for override in overrides.all where !override.isUsed && isComplete(under: override.path.description) {
      reportUnmet(override.field, at: override.path, isSwitch: override.isOn != nil)
    }
  }

  /// Reports a path that meets nothing, with the nearest that would.
  func reportUnmet(_ field: Field, at path: NumberPath, isSwitch: Bool) {
    report(
      InputProblem(
        location: field.location, path: Field.shortened(path.description), rule: isSwitch ? .noUseAtPath : .noNumberAtPath,
        suggestion: nearestPath(to: path.pattern.description, among: isSwitch ? usePaths : numberPaths + dayPaths)
          .map { "did you mean \($0)?" } ?? "assumptions.csv of a run lists the paths that there are"))
  }
}

extension NumberField.Content {
  /// As the model has it; nothing for what is infinite.
  var value: Quantity.Value? {
    switch self {
    case .constant(let value): .distribution(.constant(value))
    case .distribution(let law): .distribution(law)
    case .parameter(let name, let times): .parameter(name: name, times: times)
    case .infinite: nil
    }
  }

  init(_ value: Quantity.Value) {
    switch value {
    case .distribution(let law): self = .distribution(law)
    case .parameter(let name, let times): self = .parameter(name: name, times: times)
    }
  }

  /// As a list of assumptions tells it.
  var words: String { value?.description ?? "inf" }
}
