internal import TariffModel

extension LoadSession {
  /// `phaseIn` of a measure or a cut.
  func phaseIn(_ view: TableView) -> [PhaseInStep] { steps(view["phaseIn"], as: .phaseInStep) }

  /// `remittance` of a measure: one share, or steps of it.
  func remittance(_ view: TableView) -> (share: Quantity?, steps: [PhaseInStep]) {
    guard let field = view["remittance"] else { return (nil, []) }
    if case .array = field.value { return (nil, steps(field, as: .remittanceStep)) }
    return (quantity(field, at: field.path, as: NumberPlace(scale: .share)), [])
  }

  private func steps(_ field: Field?, as form: TableForm) -> [PhaseInStep] {
    list(field).enumerated().compactMap { index, element in
      var element = element
      let path = element.path
      element.path += "/\(index + 1)"
      guard let step = open(element, as: form), let date = date(step["date"]) else { return nil }
      // A step goes by its date: another step before it moves no draw.
      let share = step["share"].flatMap { quantity($0, at: "\(path)/\(date)", as: NumberPlace(scale: .share)) }
      return share.map { PhaseInStep(date: date, share: $0) }
    }
  }

  /// `announced` and `frontLoading` of a measure, which go together.
  func anticipation(_ view: TableView) -> Anticipation? {
    let announced = day(view, "announced")
    let share = quantity(view, "frontLoading")
    for (key, others) in [("frontLoading", ["announced", "start"]), ("announced", ["frontLoading"])] {
      let missing = others.filter { !statesDay(view, $0) }
      if let field = view[key], !missing.isEmpty { report(field, .needs(missing)) }
    }
    guard let announced, let share else { return nil }
    return Anticipation(announced: announced, frontLoading: share)
  }

  /// `longRunElasticity` and `adjustmentSpeed` of a line, which go together and beside an elasticity.
  func adjustment(_ stack: LineStack, of response: ExportResponse?) -> ElasticityAdjustment? {
    let keys = ["longRunElasticity", "adjustmentSpeed"]
    guard let first = keys.first(where: stack.states), let field = stack.field(first) else { return nil }
    if let missing = keys.first(where: { !stack.states($0) }) {
      report(field, .needs([missing]))
      return nil
    }
    // The market's elasticities are those of all its suppliers.
    if case .market? = response {
      report(field, .cannotStandBeside(["response = \"market\""]))
      return nil
    }
    // Of a supply elasticity and a pass-through the elasticity follows, and then it does not move by itself.
    if case .ownPrice(.constantElasticity(.supplyAndPassThrough))? = response {
      report(field, .needs(["elasticity"]))
      return nil
    }
    guard let longRun = quantity(stack, keys[0], .plain), let speed = quantity(stack, keys[1], .plain) else { return nil }
    return ElasticityAdjustment(longRun: longRun, speed: speed)
  }

  /// `orderLag` and `adjustmentHalfLife` of the study; nothing where neither is stated.
  func lag(_ view: TableView) -> OrderLag? {
    let lag = OrderLag(delay: quantity(view, "orderLag"), halfLife: quantity(view, "adjustmentHalfLife"))
    return lag == OrderLag() ? nil : lag
  }

  /// The same of a line or a market.
  func lag(_ stack: LineStack) -> OrderLag? {
    let lag = OrderLag(
      delay: quantity(stack, "orderLag", .plain), halfLife: quantity(stack, "adjustmentHalfLife", .plain))
    return lag == OrderLag() ? nil : lag
  }

  /// The lag of an export line; a line in a market has that of its market, as all suppliers of the market have.
  func lag(_ stack: LineStack, of response: ExportResponse?) -> OrderLag? {
    guard case .market? = response else { return lag(stack) }
    if let field = ["orderLag", "adjustmentHalfLife"].lazy.compactMap({ stack.field($0) }).first {
      report(
        field, .cannotStandBeside(["response = \"market\""]),
        "all suppliers of a market share one lag: state it in [markets.defaults], or at the head of the file")
    }
    return nil
  }

  /// `baseYear`.
  func baseYear(_ field: Field?) -> Int? {
    guard let field else { return nil }
    if case .integer(let year) = field.value, !(1900...2200).contains(year) {
      // Two digits are those of this century.
      report(field, .outsideRange(allowed: "from 1900 to 2200"), (1...99).contains(year) ? "write \(2000 + year)" : nil)
      return nil
    }
    guard let year = integer(field, from: 1900, adviseUpTo: 2200) else { return nil }
    guard year <= 2200 else {
      report(field, .outsideRange(allowed: "from 1900 to 2200"))
      return nil
    }
    return Int(year)
  }
}
