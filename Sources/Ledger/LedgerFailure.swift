/// Why a ledger cannot be used.
package enum LedgerFailure: Error, Hashable, Sendable {
  /// The library says so, in its words.
  case database(reason: String)
  /// It was written by a later version of the program.
  case tooNew(version: Int)
  /// The library was built without what a ledger needs.
  case missing

  /// In a few words.
  package var words: String {
    switch self {
    case .database(let reason): reason
    case .tooNew(let version): "a later version of the program wrote it (form \(version))"
    case .missing: "the system gives no memory for it"
    }
  }
}
