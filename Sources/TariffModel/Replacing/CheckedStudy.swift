/// A study whose rules hold: what can be compiled.
///
/// Only ``Study/checked(excusing:)`` makes one of a study; one with something replaced is checked in what reads that alone.
package struct CheckedStudy: Sendable {
  package private(set) var study: Study
  /// Problems of it that are none.
  private let excused: Set<ModelProblem>

  fileprivate init(_ study: Study, excused: Set<ModelProblem>) {
    self.study = study
    self.excused = excused
  }

  /// What a reader should know of the files that it was read from, beside the numbers.
  package mutating func note(_ notes: [ModelNote]) { study.inputNotes = notes }

  /// The first scenarios and some of the export lines, not meant to be answered but to be weighed: see ``Study/sample(lines:scenarios:)``.
  package func sample(lines: Int, scenarios: Int) -> CheckedStudy {
    CheckedStudy(study.sample(lines: lines, scenarios: scenarios), excused: excused)
  }

  /// The study with some of its scenarios, all of which hold without the others.
  package func keeping(scenarios names: Set<String>) -> CheckedStudy {
    var kept = self
    kept.study.scenarios.removeAll { !names.contains($0.name) }
    return kept
  }

  /// The study with other scenarios and comparisons.
  ///
  /// - Throws: ``ModelError`` with every rule that is broken.
  package func with(
    scenarios: [PolicyScenario], comparisons: [ScenarioComparison]
  ) throws(ModelError) -> CheckedStudy {
    var changed = study
    (changed.scenarios, changed.comparisons) = (scenarios, comparisons)
    return try changed.checked(excusing: excused.contains)
  }

  /// The study with something else at some paths, one replacement after another.
  ///
  /// Checked are the numbers that were replaced, those that name a parameter that was, and the rules of the sections in which they
  /// stand, not the whole study.
  ///
  /// - Throws: ``ReplacementFailure``, with every rule that is broken.
  /// - Complexity: O(numbers) and what the rules of the sections take; nothing is compiled.
  package func replacing(_ replacements: [Replacement]) throws(ReplacementFailure) -> CheckedStudy {
    var changed = study
    var paths: Set<String> = []
    for replacement in replacements { paths.formUnion(try changed.replace(replacement)) }
    let problems = changed.problems(reading: paths).filter { !excused.contains($0) }
    guard problems.isEmpty else { throw .broken(problems) }
    return CheckedStudy(changed, excused: excused)
  }

  /// The study with a value at a path, or at all paths of a pattern.
  package func replacing(_ value: Replacement.Value, at path: String) throws(ReplacementFailure) -> CheckedStudy {
    try replacing([Replacement(path, value)])
  }
}

extension Study {
  /// The study, once all its rules are found to hold.
  ///
  /// - Parameter isExcused: Whether a problem is known to be none.
  /// - Throws: ``ModelError`` with every problem that is not excused.
  package func checked(excusing isExcused: (ModelProblem) -> Bool = { _ in false }) throws(ModelError) -> CheckedStudy {
    let problems = problems()
    let excused = Set(problems.filter(isExcused))
    guard excused.count == Set(problems).count else { throw ModelError(problems: problems.filter { !excused.contains($0) }) }
    return CheckedStudy(self, excused: excused)
  }
}
