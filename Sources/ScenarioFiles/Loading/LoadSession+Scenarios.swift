internal import TariffModel

extension LoadSession {
  /// `[[scenarios]]`.
  func scenarios(_ field: Field?) -> [PolicyScenario] {
    named(field, as: .scenario) { view, name in
      PolicyScenario(
        name: name, summary: text(view["summary"]), measures: uses(view["measures"]), tariffCuts: uses(view["tariffCuts"]),
        barrierCuts: uses(view["barrierCuts"]), commitments: uses(view["commitments"]),
        quotas: uses(view["quotas"]), worldTariffs: uses(view["worldTariffs"]))
    }
  }

  /// A list of names, or a table of names and scales.
  private func uses(_ field: Field?) -> [PolicyScenario.Use] {
    guard let field else { return [] }
    switch field.value {
    case .array: return listedUses(field)
    case .table:
      return entries(field).map { entry, number in
        PolicyScenario.Use(entry.key, scale: quantity(number, at: number.path, as: NumberPlace(scale: .plain)))
      }
    default:
      report(field, .wrongKind(expected: "a list of names or a table of names and scales"))
      return []
    }
  }

  private func listedUses(_ field: Field) -> [PolicyScenario.Use] {
    uniqueNames(field) { name, element in
      let path = "\(field.path)/\(name)"
      locations[path] = element.location
      numberPaths.append(path)
      // A name alone has the scale 1, which the command line may replace.
      let place = NumberPlace(scale: .plain)
      guard !overrides.places(at: path).isEmpty else {
        readVariations(at: path, as: place)
        return PolicyScenario.Use(name)
      }
      let one = NumberField(content: .constant(1), origin: element, provenance: Provenance())
      return PolicyScenario.Use(name, scale: quantity(one, at: path, as: place))
    }
  }

  /// What is made of a list of names, each of which may stand there once.
  func uniqueNames<Made>(_ field: Field?, _ make: (String, Field) -> Made?) -> [Made] {
    var first: [String: SourceLocation] = [:]
    return list(field).compactMap { element in
      guard let name = text(element) else { return nil }
      if let earlier = first[name] {
        report(element, .duplicateName(first: earlier))
        return nil
      }
      first[name] = element.location
      return make(name, element)
    }
  }

  /// `[parameters.NAME]` of the scenario file and of those it includes.
  func parameters(_ sections: [Field]) -> [String: Quantity] {
    var parameters: [String: Quantity] = [:]
    var first: [String: SourceLocation] = [:]
    for (entry, field) in sections.flatMap({ entries($0) }) {
      let place = SourceLocation(file: field.location.file, line: entry.line, column: entry.column)
      if let earlier = first[entry.key] {
        report(InputProblem(location: place, path: Field.shortened(field.path), rule: .duplicateName(first: earlier)))
        continue
      }
      first[entry.key] = place
      guard NumberText.isParameterName(entry.key), case .name = NumberText(entry.key) else {
        report(
          InputProblem(
            location: place, path: Field.shortened(field.path),
            rule: .badName(allowed: "it has letters, digits, - and _, starts with a letter and is not inf or nan")))
        continue
      }
      guard let view = open(field, as: .parameter), var value = view["value"] else { continue }
      let stated = Provenance(
        source: text(view["source"]), isJudgement: boolean(view["judgement"]) ?? false, asOf: date(view["asOf"]))
      _ = text(view["note"])
      // The number's own name is the parameter's, not that of its key.
      value.path = view.path
      let form = NumberPlace(scale: .plain, allowsParameter: false)
      let number = number(value, as: form, provenance: stated)
      guard let quantity = quantity(number, at: view.path, as: form) else { continue }
      parameters[entry.key] = quantity
      guard case .distribution(let distribution) = quantity.value else { continue }
      let stands = overrides.number(at: view.path) ?? value
      sharedNumbers[entry.key] = SharedNumber(
        distribution: distribution, interval: stands.statedInterval.flatMap { SharedNumber.plainEnds(of: $0.text) },
        percentages: stands.inPercentages,
        hasBareNumberBeyondOne: stands.hasBareNumberBeyondOne)
    }
    return parameters
  }
}
