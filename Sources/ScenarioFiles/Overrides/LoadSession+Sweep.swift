internal import TariffModel
internal import TextFormats

extension LoadSession {
  /// `[sweep]`; what it varies is read with the study, unless the command line varies something itself.
  func sweep(_ field: Field?) -> SweepDefaults {
    var sweep = SweepDefaults()
    guard let field, let view = open(field, as: .sweep) else { return sweep }
    if let outcomes = view["outcomes"] {
      let names = Outcome.allCases.map(\.rawValue)
      sweep.outcomes = list(outcomes).compactMap { choice($0, among: names).flatMap(Outcome.init) }
    }
    if let scenarios = view["scenarios"] { sweep.scenarios = list(scenarios).compactMap { text($0) } }
    var groups: [(name: String?, readings: [VariationReading], values: [Variation])] = []
    for entry in tables(view["vary"], as: .variation) {
      guard let path = text(entry["path"]), let stated = entry["values"], let values = values(stated) else { continue }
      let variation = Variation(path: path, values: values.map(\.text))
      let reading = VariationReading(
        NumberPath(path),
        values.map { Field(value: .text($0.text), location: $0.location, path: path, isBare: true) })
      guard !groups.joined(by: reading.path) else {
        report(stated, .givenTwice(first: nil), "leave one out")
        continue
      }
      let axis = text(entry["axis"])
      if let axis, let group = groups.firstIndex(where: { $0.name == axis }) {
        guard groups[group].values[0].values.count == values.count else {
          report(stated, .valueCount(found: values.count, expected: groups[group].values[0].values.count, axis: axis))
          continue
        }
        groups[group].readings.append(reading)
        groups[group].values.append(variation)
      } else {
        groups.append((axis, [reading], [variation]))
      }
    }
    guard variations.isEmpty else { return sweep }
    sweep.axes = groups.map(\.values)
    variations = groups.flatMap(\.readings)
    return sweep
  }

  /// The values of a list or of a text, each as it could be typed, with its place.
  private func values(_ field: Field) -> [(text: String, location: SourceLocation)]? {
    if case .text(let text) = field.value {
      do throws(ValueListError) {
        return try ValueList.values(text).map { ($0, field.location) }
      } catch {
        report(field, .notAValueList(error))
        return nil
      }
    }
    let elements = list(field)
    var values: [(String, SourceLocation)] = []
    for element in elements {
      switch element.value {
      case .text(let text): values.append((text, element.location))
      case .integer, .float, .date: values.append((element.shown ?? "", element.location))
      default: report(element, .wrongKind(expected: "a number, a day or text"))
      }
    }
    if elements.isEmpty, case .array = field.value { report(field, .isEmpty) }
    return values.isEmpty ? nil : values
  }
}

extension [(name: String?, readings: [VariationReading], values: [Variation])] {
  /// Whether one of the groups varies this path already.
  fileprivate func joined(by path: NumberPath) -> Bool { contains { $0.readings.contains { $0.path == path } } }
}
