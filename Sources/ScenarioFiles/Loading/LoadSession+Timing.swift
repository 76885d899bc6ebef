internal import TariffModel

extension LoadSession {
  /// `phaseIn` of a measure or a cut.
  func phaseIn(_ view: TableView) -> [PhaseInStep] {
    list(view["phaseIn"]).enumerated().compactMap { index, element in
      var element = element
      let path = element.path
      element.path += "/\(index + 1)"
      guard let step = open(element, as: .phaseInStep), let date = date(step["date"]) else { return nil }
      // A step goes by its date: another step before it moves no draw.
      let share = step["share"].flatMap { quantity($0, at: "\(path)/\(date)", as: NumberPlace(scale: .share)) }
      return share.map { PhaseInStep(date: date, share: $0) }
    }
  }

  /// `announced` and `frontLoading` of a measure, which go together.
  func anticipation(_ view: TableView) -> Anticipation? {
    let announced = date(view["announced"])
    let share = quantity(view, "frontLoading")
    for (key, others) in [("frontLoading", ["announced", "start"]), ("announced", ["frontLoading"])] {
      let missing = others.filter { view[$0] == nil }
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

  /// `baseYear`.
  func baseYear(_ field: Field?) -> Int? {
    guard let field, let year = integer(field, from: 1) else { return nil }
    guard year <= 9999 else {
      report(field, .outsideRange(allowed: "9999 or below"))
      return nil
    }
    return Int(year)
  }
}
