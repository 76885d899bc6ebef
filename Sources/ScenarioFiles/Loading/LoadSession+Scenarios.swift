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
    var first: [String: SourceLocation] = [:]
    return list(field).compactMap { element in
      guard let name = text(element) else { return nil }
      if let earlier = first[name] {
        report(element, .duplicateName(first: earlier))
        return nil
      }
      first[name] = element.location
      let path = "\(field.path)/\(name)"
      locations[path] = element.location
      numberPaths.append(path)
      // A name alone has the scale 1, which the command line may replace.
      let scale = override(at: path).flatMap { quantity($0, at: path, as: NumberPlace(scale: .plain)) }
      return PolicyScenario.Use(name, scale: scale)
    }
  }

  /// `[parameters.NAME]`.
  func parameters(_ field: Field?) -> [String: Quantity] {
    var parameters: [String: Quantity] = [:]
    for (entry, field) in entries(field) {
      guard NumberText.isParameterName(entry.key), case .name = NumberText(entry.key) else {
        report(
          InputProblem(
            location: location(entry), path: Field.shortened(field.path),
            rule: .badName(allowed: "it has letters, digits, - and _, starts with a letter and is not inf or nan")))
        continue
      }
      guard let view = open(field, as: .parameter), var value = view["value"] else { continue }
      let stated = Provenance(source: text(view["source"]), isJudgement: boolean(view["judgement"]) ?? false)
      _ = text(view["note"])
      // The number's own name is the parameter's, not that of its key.
      value.path = view.path
      let place = NumberPlace(scale: .plain, allowsParameter: false)
      let number = number(value, as: place, provenance: stated)
      guard let quantity = quantity(number, at: view.path, as: place) else { continue }
      parameters[entry.key] = quantity
      guard case .distribution(let distribution) = quantity.value else { continue }
      sharedNumbers[entry.key] = SharedNumber(
        distribution: distribution,
        hasBareNumberBeyondOne: (overrides[view.path]?.field ?? value).hasBareNumberBeyondOne)
    }
    return parameters
  }
}
