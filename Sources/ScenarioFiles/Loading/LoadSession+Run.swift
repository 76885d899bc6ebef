internal import TariffModel

extension LoadSession {
  /// `[run]`, with what the command line puts in its place.
  func run(_ field: Field?) -> RunDefaults {
    var run = RunDefaults()
    let empty = Field(value: .table([]), location: SourceLocation(file: fileName), path: "run")
    guard var view = open(field ?? empty, as: .run) else { return run }
    for key in view.form.keys {
      if let override = override(at: "run/\(key.name)") { view.fields[key.name] = override }
      numberPaths.append("run/\(key.name)")
    }
    if let draws = integer(view["draws"], from: 1) { run.draws = Int(draws) }
    if let seed = seed(view["seed"]) { run.seed = seed }
    if let field = view["percentiles"] { run.percentiles = percentiles(field) }
    if let field = view["shortfallPercent"], let percent = plainNumber(field, inPercent: true) {
      if percent > 0, percent <= 50 {
        run.shortfallPercent = percent
      } else {
        report(field, .outsideRange(allowed: "above 0 and at most 50"))
      }
    }
    run.thresholds = tables(view["thresholds"], as: .threshold).compactMap { threshold($0) }
    return run
  }

  private func percentiles(_ field: Field) -> [Double] {
    let elements = list(field)
    var values: [Double] = []
    for element in elements {
      guard let value = plainNumber(element, inPercent: true) else { continue }
      guard (0...100).contains(value) else {
        report(element, .outsideRange(allowed: "from 0 to 100"))
        continue
      }
      if let last = values.last, value <= last {
        report(element, .outsideRange(allowed: "above \(Self.shown(last)): percentiles ascend"))
        continue
      }
      values.append(value)
    }
    if elements.isEmpty, case .array = field.value { report(field, .isEmpty) }
    return values
  }

  /// Reports thresholds of outcomes that the study has no total of; not where what could not be read may bring it.
  func reportIdleThresholds(of study: Study) {
    guard incomplete.isSubset(of: ["run"]) else { return }
    for (outcome, field) in thresholdOutcomes where !study.reportsTotal(of: outcome) {
      report(field, .outcomeWithoutTotal)
    }
  }

  private func threshold(_ view: TableView) -> RunDefaults.Threshold? {
    let value = plainNumber(view["value"])
    guard let field = view["outcome"], let name = text(field) else { return nil }
    guard let outcome = Outcome(rawValue: name) else {
      let names = Outcome.allCases.map(\.rawValue)
      report(field, .unknownOutcome, question(name, among: names) ?? "the outcomes are \(names.joined(separator: ", "))")
      return nil
    }
    thresholdOutcomes.append((outcome, field))
    return value.map { RunDefaults.Threshold(outcome: outcome, value: $0) }
  }
}
