internal import Reporting
internal import ScenarioFiles
internal import TariffModel

/// The problems of an input, each in one line, and what is told of them where they are many.
package struct ProblemList: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// A line for every problem.
  let all: [String]
  /// What is told.
  private let told: [String]
  /// Problems for which no line that is told stands.
  private let untold: Int
  /// Whether some problem has no line of its own in what is told.
  private let isShortened: Bool
  /// Whether the command can tell them all.
  private let offersAll: Bool
  /// The first matrix of correlations that was refused, with its path.
  private(set) var refusedMatrix: RefusedMatrix?

  /// A matrix that is none of correlations.
  struct RefusedMatrix: Hashable, Sendable {
    let path: String
    let diagnosis: CorrelationDiagnosis
  }

  /// The problems of a scenario; the folder before its files is empty or ends with a slash.
  init(_ failure: LoadFailure, in folder: String, offersAll: Bool = true) {
    self.offersAll = offersAll
    let summary = ProblemSummary(failure, in: folder)
    all = failure.problems.map { $0.text(in: folder) }
    (told, untold, isShortened) = (summary.lines, summary.untold, summary.isShortened)
    for problem in failure.problems {
      guard case .model(.matrixIsPositiveSemidefinite(let diagnosis)) = problem.rule else { continue }
      refusedMatrix = RefusedMatrix(path: problem.path ?? "matrix", diagnosis: diagnosis)
      break
    }
  }

  /// Problems that are all told.
  init(_ lines: [String]) {
    (all, told, untold, isShortened, offersAll) = (lines, lines, 0, false, true)
  }

  package init(arrayLiteral lines: String...) { self.init(lines) }

  /// The same with a line for every problem.
  var unabridged: ProblemList {
    var list = ProblemList(all)
    list.refusedMatrix = refusedMatrix
    return list
  }

  /// What is told, each line with a line feed at its end.
  var text: String {
    var lines = told
    let more = untold == 0 ? [] : ["and \(NumberText.count(untold)) more \(untold == 1 ? "problem" : "problems")"]
    let hint = offersAll ? ["with --all-problems each is told in a line of its own"] : []
    if isShortened, !(more + hint).isEmpty { lines.append((more + hint).joined(separator: "; ")) }
    return lines.map { $0 + "\n" }.joined()
  }
}
