package import TariffModel

/// What a file's `[sweep]` asks for where the command line does not say.
package struct SweepDefaults: Hashable, Sendable {
  /// What is varied: groups that move together, combined with each other; each of a group has as many values as the others.
  package var axes: [[Variation]] = []
  /// Nothing where the leading ones are wanted.
  package var outcomes: [Outcome]?
  /// Nothing where all are wanted.
  package var scenarios: [String]?

  package init() {}
}
