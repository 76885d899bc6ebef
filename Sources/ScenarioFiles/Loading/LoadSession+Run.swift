internal import Sampling
internal import TariffModel

extension LoadSession {
  /// `[run]`, with what the command line puts in its place.
  func run(_ field: Field?) -> RunDefaults {
    var run = RunDefaults()
    let empty = Field(value: .table([]), location: SourceLocation(file: fileName), path: "run")
    guard var view = open(field ?? empty, as: .run) else { return run }
    for key in view.form.keys {
      if let override = override(at: "run/\(key.name)", isStated: false) { view.fields[key.name] = override.field }
      numberPaths.append("run/\(key.name)")
    }
    if let draws = integer(view["draws"], from: 1) { run.draws = Int(draws) }
    if let design = design(view) { run.design = design }
    if let field = view["draws"], let draws = run.draws { checkDraws(draws, of: run.design, field) }
    run.rotates = gain(view["rotate"], of: run.design)
    run.smooths = gain(view["smooth"], of: run.design)
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
    run.conditions = view["conditions"].map { list($0).compactMap { text($0) } } ?? []
    run.selection.outcomes = view["outcomes"].map { Set(list($0).compactMap(outcome)) }
    run.selection.groups = names(view["groups"])
    run.selection.periods = names(view["periods"])
    return run
  }

  /// An outcome by its name.
  func outcome(_ field: Field) -> Outcome? {
    guard let name = text(field) else { return nil }
    if let outcome = Outcome(rawValue: name) { return outcome }
    let names = Outcome.allCases.map(\.rawValue)
    report(field, .unknownOutcome, question(name, among: names) ?? "the outcomes are \(names.joined(separator: ", "))")
    return nil
  }

  /// `"a", "b" or "c"`, the first of many.
  private static func alternatives(_ names: [String]) -> String {
    let quoted = names.prefix(6).map(Field.quoted)
    return quoted.count < 2 ? quoted.joined() : quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
  }

  /// The names of a list; nothing where there is none.
  private func names(_ field: Field?) -> Set<String>? {
    guard let field else { return nil }
    let elements = list(field)
    selectedNames += elements
    return Set(elements.compactMap { text($0) })
  }

  /// Reports groups and periods of `[run]` that a study has nothing of; not where what could not be read may bring it.
  func reportIdleSelection(of study: Study) {
    guard incomplete.isSubset(of: ["run"]), !selectedNames.isEmpty else { return }
    let (groups, periods) = (study.reportedGroups, study.reportedPeriods)
    for field in selectedNames {
      guard case .text(let name) = field.value else { continue }
      let isGroup = field.path.hasPrefix("run/groups")
      let known = isGroup ? groups : periods
      guard !known.contains(name) else { continue }
      report(
        field, .notReported(kind: isGroup ? "group" : "period"),
        question(name, among: known) ?? "write " + Self.alternatives(known))
    }
  }

  /// The design with its replicates.
  private func design(_ view: TableView) -> Design? {
    let name = choice(view["design"], in: view, "design") ?? Design.random.name
    let replicates = integer(view["replicates"], from: Int64(Design.replicateRange.lowerBound))
    guard name != Design.random.name else {
      if let field = view["replicates"] {
        report(field, .goesOnlyWith("design = \"sobol\" or another design of points"))
      }
      return nil
    }
    let count = replicates.flatMap { Int(exactly: $0) } ?? Design.usualReplicates
    guard let design = Design(name: name, replicates: count) else {
      if let field = view["replicates"] {
        report(
          field, .outsideRange(allowed: "from \(Design.replicateRange.lowerBound) to \(Design.replicateRange.upperBound)"))
      }
      return nil
    }
    return design
  }

  /// Whether what only some designs gain by is done; nothing where the file does not say.
  private func gain(_ field: Field?, of design: Design) -> Bool? {
    guard let field, let isWanted = boolean(field) else { return nil }
    if isWanted, !design.gainsByRotation { report(field, .goesOnlyWith("design = \"sobol\", \"lattice\" or \"latin\"")) }
    return isWanted
  }

  /// Reports a number of draws that is none of a design's.
  private func checkDraws(_ draws: Int, of design: Design, _ field: Field) {
    guard let replicates = design.replicates, !design.admits(draws: draws) else { return }
    let nearest = design.nearestDraws(to: draws, atMost: .max)
    let ways = [nearest.below, nearest.above].compactMap { $0 }.map(String.init)
    report(
      field, .outsideRange(allowed: "\(replicates) replicates times a power of two under \(design.name)"),
      "write " + ways.joined(separator: " or "))
  }

  private func percentiles(_ field: Field) -> [Double] {
    guard case .array = field.value else {
      report(field, .wrongKind(expected: "a list"), Self.percentileAdvice(field))
      return []
    }
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

  /// Percentiles that stand without brackets, alone or as in `5,50,95`; nothing for what is none.
  private static func percentileAdvice(_ field: Field) -> String? {
    let parts: [String] =
      switch field.value {
      case .text(let text): text.split { ",; ".contains($0) }.map(String.init)
      case .integer, .float: field.shown.map { [$0] } ?? []
      default: []
      }
    let values = parts.compactMap { NumberText.end($0.utf8[...]) }.map {
      $0.isPercent ? ($0.value * 1e8).rounded() / 1e6 : $0.value
    }
    guard !values.isEmpty, values.count == parts.count, values.allSatisfy((0...100).contains),
      zip(values, values.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return "write [\(values.map(shown).joined(separator: ", "))]"
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
    guard let field = view["outcome"], let outcome = outcome(field) else { return nil }
    thresholdOutcomes.append((outcome, field))
    return value.map { RunDefaults.Threshold(outcome: outcome, value: $0) }
  }
}
