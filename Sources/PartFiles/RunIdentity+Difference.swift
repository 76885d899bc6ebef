internal import Analysis
internal import Reporting
internal import Sampling
internal import ScenarioFiles
internal import TariffModel

extension RunIdentity {
  /// One of the things that make two runs different ones.
  package struct Difference: Hashable, Sendable {
    package var aspect: Aspect
    /// The two values as a user writes or knows them.
    package var first: String
    package var second: String

    package init(aspect: Aspect, first: String, second: String) {
      self.aspect = aspect
      self.first = first
      self.second = second
    }
  }

  /// What runs may differ in; the raw value is its name.
  package enum Aspect: String, Hashable, Sendable {
    case program
    case files = "list of files"
    case file
    case overrides = "--set"
    case draws = "number of draws"
    case seed
    case design
    case replicates = "number of replicates"
    case rotation = "--rotate"
    case smoothing = "--smooth"
    case percentiles = "list of percentiles"
    case thresholds = "list of thresholds"
    case shortfall = "shortfall percentage"
    case lines = "--by-line"
    case exactPercentiles = "--exact-percentiles"
    case outcomes = "--outcomes"
    case groups = "--groups"
    case periods = "--periods"
    case conditions = "list of conditions"
    case arithmetic
    case blasCore = "BLAS core"
  }

  /// The first thing in which this run differs from another, those that explain others before them; nothing where the results
  /// are the same.
  package func difference(from other: Self) -> Difference? {
    for (mine, others) in zip(aspects, other.aspects) where mine != others {
      return Difference(aspect: mine.aspect, first: mine.value, second: others.value)
    }
    // Lists of other numbers may read the same: a value may hold what looks like the next number.
    for (mine, others) in zip(overrides, other.overrides) where mine != others {
      return Difference(aspect: .overrides, first: Self.text(mine), second: Self.text(others))
    }
    return nil
  }

  private struct AspectValue: Equatable {
    var aspect: Aspect
    var value: String
  }

  /// Every aspect as text, files one by one after their list, so that equal lists have equal numbers of aspects.
  private var aspects: [AspectValue] {
    var aspects = [
      AspectValue(aspect: .program, value: programVersion + (commit.map { " of commit " + $0 } ?? "")),
      AspectValue(aspect: .files, value: files.map(\.name).joined(separator: ", ")),
    ]
    aspects += files.map { AspectValue(aspect: .file, value: "\($0.name) with SHA-256 \($0.digest.sha256)") }
    aspects += [
      AspectValue(aspect: .overrides, value: Self.list(overrides.map(Self.text))),
      AspectValue(aspect: .draws, value: String(plan.draws)),
      AspectValue(aspect: .seed, value: String(plan.seed)),
      AspectValue(aspect: .design, value: plan.design.name),
      AspectValue(aspect: .replicates, value: plan.design.replicates.map(String.init) ?? "none"),
      AspectValue(aspect: .rotation, value: plan.rotates ? "on" : "off"),
      AspectValue(aspect: .smoothing, value: plan.smooths ? "on" : "off"),
      AspectValue(aspect: .percentiles, value: Self.list(plan.percentiles.map { "\($0)" })),
      AspectValue(aspect: .thresholds, value: Self.list(plan.thresholds.map { "\($0.outcome.rawValue) \($0.value)" })),
      AspectValue(aspect: .shortfall, value: "\(plan.shortfallPercent)"),
      AspectValue(aspect: .lines, value: Self.option(plan.reportsLines)),
      AspectValue(aspect: .exactPercentiles, value: Self.option(plan.seeksExactPercentiles)),
      AspectValue(aspect: .outcomes, value: Self.names(plan.selection.outcomes?.map(\.rawValue))),
      AspectValue(aspect: .groups, value: Self.names(plan.selection.groups.map(Array.init))),
      AspectValue(aspect: .periods, value: Self.names(plan.selection.periods.map(Array.init))),
      AspectValue(aspect: .conditions, value: Self.list(plan.conditions.map(\.text))),
      AspectValue(aspect: .arithmetic, value: arithmetic),
      AspectValue(aspect: .blasCore, value: blasCore),
    ]
    return aspects
  }

  private static func text(_ override: RunDescription.Override) -> String { "\(override.path)=\(override.value)" }

  private static func option(_ isGiven: Bool) -> String { isGiven ? "given" : "not given" }

  private static func names(_ names: [String]?) -> String { names.map { list($0.sorted()) } ?? "all" }

  private static func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }
}
