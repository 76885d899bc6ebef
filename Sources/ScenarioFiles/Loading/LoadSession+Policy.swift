internal import TariffModel

extension LoadSession {
  /// `[[measures]]` of the scenario file and of those it includes.
  func measures(_ sections: [Field]) -> [TariffMeasure] {
    named(sections, as: .measure) { view, name in
      let rate = view["rates"] == nil ? quantity(view, "rate").map { .uniform($0) } : rateTable(view["rates"])
      let stacking = stacking(view)
      let countries = namedOrigins(view["countries"], in: origins)
      let covers = prefixes(view, "covers")
      let exempt = prefixes(view, "exempt")
      let validity = validity(view)
      let coverage = quantity(view, "coverage")
      let exemptions = uniqueNames(view["exemptions"])
      let remittance = remittance(view)
      let rule = contentRule(view["contentRule"])
      let phaseIn = phaseIn(view)
      let anticipation = anticipation(view)
      let isInclusive = isInclusive(view)
      let part = text(view["part"])
      guard let rate, let stacking else { return nil }
      var measure = TariffMeasure(
        name: name, rate: rate, countries: countries, covers: covers, exemptions: exempt, validity: validity,
        stacking: stacking, coverage: coverage, remittance: remittance.share, contentRule: rule, phaseIn: phaseIn,
        anticipation: anticipation, isInclusive: isInclusive, part: part)
      measure.exemptionTables = exemptions
      measure.remittanceSteps = remittance.steps
      measure.isIncluded = view.location.file != fileName
      return measure
    }
  }

  /// A list of names, each once.
  private func uniqueNames(_ field: Field?) -> [String] { uniqueNames(field) { name, _ in name } }

  /// Whether a rate tops the baseline up; one that takes its place cannot.
  private func isInclusive(_ view: TableView) -> Bool {
    guard let field = view["inclusive"], let isInclusive = boolean(field) else { return false }
    if isInclusive && view["replaces"] != nil { report(field, .cannotStandBeside(["replaces"])) }
    if isInclusive, case .text("replace")? = view["stacking"]?.value {
      report(field, .cannotStandBeside(["stacking = \"replace\""]))
    }
    return isInclusive
  }

  private func stacking(_ view: TableView) -> Stacking? {
    let word = view["stacking"] == nil ? "add" : choice(view["stacking"], in: view, "stacking")
    guard let word else { return nil }
    if let field = view["replaces"] {
      guard choice(field, in: view, "replaces") != nil else { return nil }
      guard view["stacking"] == nil || word == "replace" else {
        report(field, .cannotStandBeside(["stacking = \"\(word)\""]))
        return nil
      }
      return .preference
    }
    guard word == "exclusive" else {
      for key in ["exclusiveGroup", "priority", "choose"] {
        if let field = view[key] { report(field, .goesOnlyWith("stacking = \"exclusive\"")) }
      }
      return word == "floor" ? .floor : word == "replace" ? .replace : .add
    }
    let chosen =
      view["choose"] == nil
      ? ExclusiveChoice.lowestPriority : choice(view["choose"], in: view, "choose").flatMap(ExclusiveChoice.init)
    if view["exclusiveGroup"] == nil { reportMissing("exclusiveGroup", in: view) }
    let group = text(view["exclusiveGroup"])
    let priority = integer(view["priority"], from: .min)
    guard let chosen else { return nil }
    switch chosen {
    case .highest:
      if let field = view["priority"] { report(field, .cannotStandBeside(["choose = \"highest\""])) }
      return group.map { .exclusive(group: $0, priority: 0, choice: chosen) }
    case .lowestPriority:
      if view["priority"] == nil { reportMissing("priority", in: view) }
      guard let group, let priority else { return nil }
      return .exclusive(group: group, priority: Int(priority), choice: chosen)
    }
  }

  private func contentRule(_ field: Field?) -> ContentRule? {
    guard let field, let view = open(field, as: .contentRule) else { return nil }
    let initial = quantity(view, "initialShare")
    // 0.20 is the threshold of the order of April 2025.
    let stated = view["threshold"] == nil ? NumberField(content: .constant(0.2), origin: field, provenance: Provenance()) : nil
    let threshold =
      stated.map { quantity($0, at: view.path("threshold"), as: NumberPlace(scale: .share)) } ?? quantity(view, "threshold")
    let commitment = text(view["commitment"])
    let perUSDm = quantity(view, "sharePerUSDm")
    let qualifying = quantity(view, "qualifyingShare")
    for (key, other) in [("commitment", "sharePerUSDm"), ("sharePerUSDm", "commitment")] where view[other] == nil {
      if let field = view[key] { report(field, .needs([other])) }
    }
    guard let initial, let threshold else { return nil }
    return ContentRule(
      initialShare: initial, threshold: threshold, commitment: commitment, sharePerUSDm: perUSDm, qualifyingShare: qualifying)
  }

  /// Codes that a measure or a cut covers or exempts.
  private func prefixes(_ view: TableView, _ key: String) -> [CodePrefix] {
    var first: [String: SourceLocation] = [:]
    return list(view[key]).compactMap { element in
      guard let prefix = prefix(element) else { return nil }
      if let earlier = first[prefix.digits] {
        report(element, .duplicateName(first: earlier))
        return nil
      }
      first[prefix.digits] = element.location
      locations["\(element.path)/\(prefix.digits)"] = element.location
      return prefix
    }
  }

  private func prefix(_ element: Field) -> CodePrefix? {
    guard case .table = element.value else { return code(element).map { CodePrefix(digits: $0) } }
    guard let view = open(element, as: .coveredPrefix), let digits = code(view["prefix"]) else { return nil }
    let path = "\(element.path)/\(digits)"
    return CodePrefix(
      digits: digits, share: view["share"].flatMap { quantity($0, at: path, as: NumberPlace(scale: .share)) })
  }

  /// `[[tariffCuts]]`.
  func tariffCuts(_ field: Field?) -> [TariffCut] {
    named(field, as: .tariffCut) { view, name in
      let rules = TableForm.tariffCut.exactlyOne.compactMap { key in quantity(view, key).map { (key, $0) } }
      let covers = prefixes(view, "covers")
      let validity = validity(view)
      let phaseIn = phaseIn(view)
      guard let (key, number) = rules.first else { return nil }
      let rule: TariffCut.Rule =
        switch key {
        case "cut": .share(number)
        case "newRate": .newRate(number)
        case "cap": .cap(number)
        default: .swiss(coefficient: number)
        }
      return TariffCut(name: name, rule: rule, covers: covers, validity: validity, phaseIn: phaseIn)
    }
  }

  /// `[[barrierCuts]]`.
  func barrierCuts(_ field: Field?) -> [BarrierCut] {
    named(field, as: .barrierCut) { view, name in
      let share = quantity(view, "cut")
      let covers = prefixes(view, "covers")
      let validity = validity(view)
      let phaseIn = phaseIn(view)
      return share.map { BarrierCut(name: name, share: $0, covers: covers, validity: validity, phaseIn: phaseIn) }
    }
  }

  /// `[[periods]]`, or a span that is cut into them.
  func periods(_ field: Field?) -> [Period] {
    if let field, case .text(let text) = field.value { return periods(spelling: text, field) }
    return named(field, as: .period) { view, name in
      let start = day(view, "start")
      let end = day(view, "end")
      let share = quantity(view, "share")
      guard let start, let end else { return nil }
      return Period(name: name, start: start, end: end, seasonalShare: share)
    }
  }

  /// The elements of a list of tables with unique names; an element that cannot be made is left out.
  func named<Element>(_ field: Field?, as form: TableForm, _ make: (TableView, String) -> Element?) -> [Element] {
    named(field.map { [$0] } ?? [], as: form, make)
  }

  /// The same of several lists that share their names.
  func named<Element>(_ lists: [Field], as form: TableForm, _ make: (TableView, String) -> Element?) -> [Element] {
    var first: [String: SourceLocation] = [:]
    return lists.flatMap { tables($0, as: form) }.compactMap { view in
      let name = name(view["name"])
      if let name, let earlier = first[name], let field = view["name"] {
        report(field, .duplicateName(first: earlier))
        return nil
      }
      if let name { first[name] = view["name"]?.location }
      // Without a name the rest is read all the same, for what else is wrong with it.
      return make(view, name ?? "")
    }
  }
}
