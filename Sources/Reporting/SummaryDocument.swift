package import Analysis
internal import Sampling
internal import Statistics
internal import TariffModel

/// `summary.json`: the whole result nested, with everything that determines it.
package enum SummaryDocument {
  /// Names the form of the document and marks a result folder as ours; the first member of every summary.
  package static let schema = "tariffsim.summary/1"

  /// The document.
  ///
  /// It depends on the study, the plan and the versions only, never on threads or time.
  package static func document(_ result: SimulationResult, of run: RunDescription, facts: ProgramFacts) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("schema", .string(schema))
    ]
    if let coverage = result.coverage { members.append(coverage.member) }
    members += [
      .init("title", .string(run.title)),
      .init("summary", .optional(run.summary)),
      .init("home", .string(run.home)),
      .init("partner", .string(run.partner)),
      .init("horizon", .optional(run.horizon)),
      .init("determinedBy", determinants(result.plan, of: run, facts: facts)),
      .init("percentileRule", .string("Hyndman-Fan type 7; 95 % intervals from " + result.plan.intervalSource)),
      .init("percentilesFrom", .string(result.plan.percentileSource)),
      .init("headline", .array(Headline.paragraphs(result, of: run).map(JSONValue.string))),
      .init("notes", .array(result.notes.map(note))),
    ]
    if let unsolved = result.unsolved { members.append(.init("unsolved", leftOut(unsolved, of: result))) }
    if !result.conditions.isEmpty { members.append(.init("probabilities", .array(result.conditions.map(ConditionRows.member)))) }
    if !result.comparisons.isEmpty {
      let compared = result.comparisons.map { comparison in
        JSONValue.object(ComparisonDocument.members(comparison) { _ in run.title })
      }
      members.append(.init("comparisons", .array(compared)))
    }
    members.append(.init("scenarios", .array(result.scenarioNames.map { scenario($0, of: run, in: result) })))
    return .object(members)
  }

  /// The draws in which something is not solved, and in how many each outcome is not; a ratio says of its own in how many it is
  /// defined.
  private static func leftOut(_ unsolved: UnsolvedReport, of result: SimulationResult) -> JSONValue {
    let outcomes = result.totalsAndGroups.filter { !$0.key.outcome.isRatio && $0.summary.draws < result.plan.draws }
    return .object([
      .init("draws", .integer(unsolved.count)),
      .init(
        "outcomes",
        .array(
          outcomes.map {
            .object([
              .init("scenario", .string($0.key.scenario)), .init("period", .string($0.key.period)),
              .init("outcome", .string($0.key.outcome.rawValue)), .init("group", .string($0.key.slice.groupColumn)),
              .init("draws", .integer(result.plan.draws - $0.summary.draws)),
            ])
          })),
    ])
  }

  static func determinants(_ plan: Plan, of run: RunDescription, facts: ProgramFacts) -> JSONValue {
    let replicates =
      plan.design.replicates.map {
        [
          JSONValue.Member("replicates", .integer($0)), JSONValue.Member("rotated", .bool(plan.rotates)),
          JSONValue.Member("smoothed", .bool(plan.smooths)),
        ]
      } ?? []
    return .object(
      [
        .init("program", .string("tariffsim")),
        .init("programVersion", .string(facts.version)),
        .init("scenarioSchema", .integer(facts.scenarioSchema)),
        .init(
          "files", .array(run.files.map { .object([.init("name", .string($0.name)), .init("sha256", .string($0.sha256))]) })),
        .init(
          "overrides",
          .array(run.overrides.map { .object([.init("path", .string($0.path)), .init("value", .string($0.value))]) })),
        .init("seed", .unsigned(plan.seed)),
        .init("draws", .integer(plan.draws)),
        .init("drawsPerBlock", .integer(Plan.drawsPerBlock)),
        .init("design", .string(plan.design.name)),
      ] + replicates + [
        .init("percentiles", .array(plan.percentiles.map(JSONValue.number))),
        .init("exactPercentiles", .bool(plan.seeksExactPercentiles)),
        .init(
          "thresholds",
          .array(
            plan.thresholds.map {
              .object([.init("outcome", .string($0.outcome.rawValue)), .init("value", .number($0.value))])
            })),
        .init("shortfallPercent", .number(plan.shortfallPercent)),
      ] + selected(plan) + [.init("blasCore", .string(facts.blasCore))])
  }

  /// What alone is asked for, and the conditions; nothing where a run is asked for everything.
  private static func selected(_ plan: Plan) -> [JSONValue.Member] {
    func list(_ name: String, _ names: [String]?) -> [JSONValue.Member] {
      names.map { [.init(name, .array($0.map(JSONValue.string)))] } ?? []
    }
    let outcomes = plan.selection.outcomes.map { chosen in Outcome.allCases.filter(chosen.contains).map(\.rawValue) }
    return list("outcomes", outcomes) + list("groups", plan.selection.groups?.sorted())
      + list("periods", plan.selection.periods?.sorted())
      + list("conditions", plan.conditions.isEmpty ? nil : plan.conditions.map(\.text))
  }

  static func note(_ note: ModelNote) -> JSONValue {
    .object([.init("scenario", .optional(note.scenario)), .init("text", .string(note.sentence))])
  }

  private static func scenario(_ name: String, of run: RunDescription, in result: SimulationResult) -> JSONValue {
    let own = Dictionary(grouping: result.withUndefined(of: name).filter { !$0.key.slice.isLine }, by: \.key.period)
    let periods = result.periods(of: name).map { period in
      JSONValue.object([
        .init("period", .string(period)),
        .init("outcomes", .array((own[period] ?? []).map { outcome($0.key, $0.result, in: result) })),
      ])
    }
    return .object([
      .init("scenario", .string(name)),
      .init("summary", .optional(run.scenarios.first { $0.name == name }?.summary)),
      .init("periods", .array(periods)),
    ])
  }

  private static func outcome(_ key: OutcomeKey, _ outcome: OutcomeResult?, in result: SimulationResult) -> JSONValue {
    let head: [JSONValue.Member] =
      [
        .init("outcome", .string(key.outcome.rawValue)),
        .init("group", .string(key.slice.groupColumn)),
        .init("unit", .string(key.outcome.unit.rawValue)),
      ] + (key.slice.market.map { [.init("market", .string($0))] } ?? [])
      + (key.outcome.isForecast ? [.init("kind", .string("forecast"))] : [])
    guard let outcome else { return .object(head + [.init("drawsDefined", .integer(0))]) }
    let summary = outcome.summary
    let defined = result.drawsDefined(outcome).map { [JSONValue.Member("drawsDefined", .integer($0))] } ?? []
    return .object(
      head + defined + [
        .init("minimum", .number(summary.minimum)),
        .init("maximum", .number(summary.maximum)),
        .init("percentiles", .array(summary.percentiles.map(percentile))),
        .init(
          "statistics",
          .object(summary.namedStatistics.map { .init($0.name, statistic($0)) })),
        .init(
          "histogram",
          .object([
            .init("lower", .number(summary.histogram.lower)), .init("upper", .number(summary.histogram.upper)),
            .init("counts", .array(summary.histogram.counts.map(JSONValue.unsigned))),
          ])),
      ])
  }

  private static func percentile(_ percentile: PercentileEstimate) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("percent", .number(percentile.percent)), .init("value", .number(percentile.value)),
      .init("low", .optional(percentile.interval?.lowerBound)), .init("high", .optional(percentile.interval?.upperBound)),
    ]
    if percentile.isWidened { members.append(.init("resolution", .string("coarse"))) }
    return .object(members)
  }

  private static func statistic(_ statistic: NamedStatistic) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("value", .optional(statistic.estimate?.value)),
      .init("standardError", .optional(statistic.estimate?.standardError)),
    ]
    if let interval = statistic.interval {
      members += [.init("low", .number(interval.lowerBound)), .init("high", .number(interval.upperBound))]
    }
    return .object(members)
  }
}
