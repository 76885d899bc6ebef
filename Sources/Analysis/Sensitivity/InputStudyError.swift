/// Why a question that fills the inputs itself has no answer.
package enum InputStudyError: Error, Sendable {
  case cancelled
  /// Too many draws without a value.
  case unsolved(UnsolvedFailure)
}
