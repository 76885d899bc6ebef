internal import Distributions
internal import TariffModel

extension LoadSession {
  /// The number of a key, at its own path.
  func quantity(_ view: TableView, _ key: String) -> Quantity? {
    guard let field = view[key], case .number(let scale) = view.form[key]?.form else { return nil }
    return quantity(field, at: view.path(key), as: NumberPlace(scale: scale))
  }

  /// Reads a number and gives it to the place `path`.
  func quantity(_ field: Field, at path: String, as place: NumberPlace) -> Quantity? {
    quantity(number(field, as: place), at: path, as: place)
  }

  /// Gives a number to the place `path`, or the number of the command line instead.
  func quantity(_ number: NumberField?, at path: String, as place: NumberPlace) -> Quantity? {
    guard let number = settled(number, at: path, as: place) else { return nil }
    return quantity(of: number, at: path)
  }

  /// A supply elasticity at the place `path`.
  func supply(_ number: NumberField?, at path: String) -> SupplyElasticity? {
    let place = NumberPlace(scale: .plain, allowsInfinity: true)
    guard let number = settled(number, at: path, as: place) else { return nil }
    if case .infinite = number.content { return .infinite }
    return quantity(of: number, at: path).map { .finite($0) }
  }

  /// A number of a line at its key's path, or at that of all lines whose codes begin alike where they share it.
  func quantity(_ number: NumberField?, of key: String, _ stack: LineStack, _ scale: NumberScale) -> Quantity? {
    guard let path = path(of: key, number, stack) else { return nil }
    var quantity = quantity(number, at: path, as: NumberPlace(scale: scale))
    quantity?.isShared = number?.perDigits != nil
    return quantity
  }

  /// A supply elasticity of a line, likewise.
  func supply(_ number: NumberField?, of key: String, _ stack: LineStack) -> SupplyElasticity? {
    guard let path = path(of: key, number, stack), let supply = supply(number, at: path) else { return nil }
    guard case .finite(var quantity) = supply else { return .infinite }
    quantity.isShared = number?.perDigits != nil
    return .finite(quantity)
  }

  /// Where a number of a line stands; nothing, with a report, where the line's code does not tell with whom it is shared.
  private func path(of key: String, _ number: NumberField?, _ stack: LineStack) -> String? {
    guard let digits = number?.perDigits else { return "\(stack.path)/\(key)" }
    guard let code = stack.text("hs") else {
      let suggestion = "perDigits = \(digits) groups lines by their code"
      report(
        InputProblem(
          location: stack.levels[0].location, path: stack.path, rule: .missingKey("hs"), suggestion: suggestion))
      return nil
    }
    guard code.utf8.count >= digits else {
      report(
        InputProblem(
          location: stack.levels[0].location, path: "\(stack.path)/hs", value: Field.quoted(code),
          rule: .outsideRange(allowed: "of \(digits) digits or more: \(key) states perDigits = \(digits)")))
      return nil
    }
    let section = stack.path.prefix { $0 != "/" }
    return "\(section)/\(code.prefix(digits))/\(key)"
  }

  private func quantity(of number: NumberField, at path: String) -> Quantity? {
    switch number.content {
    case .constant(let value): .constant(value, path: path, provenance: number.provenance)
    case .distribution(let distribution): Quantity(.distribution(distribution), path: path, provenance: number.provenance)
    case .parameter(let name, let times):
      Quantity(.parameter(name: name, times: times), path: path, provenance: number.provenance)
    case .infinite:
      // Only a supply elasticity is read with infinity allowed, and it takes that before it asks for a quantity.
      nil
    }
  }

  /// The number that counts at `path`, taken down with its place.
  private func settled(_ number: NumberField?, at path: String, as place: NumberPlace) -> NumberField? {
    var number = number
    readVariations(at: path, as: place)
    if let override = override(at: path, isStated: number != nil) {
      let isDrawnInFile = number?.isDrawn == true
      number = self.number(override, inPlaceOf: number, at: path, as: place)
      if isDrawnInFile, let number, !number.isDrawn { fixed[path] = number.content }
    }
    guard let number else { return nil }
    locations[path] = number.origin.location
    if number.isDrawn { intervals[path] = number.origin.statedInterval }
    if number.isDrawn, case .table = number.origin.value { drawnTables[path] = number }
    numberPaths.append(path)
    return number
  }
}
