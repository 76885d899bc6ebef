internal import CSQLite

/// The memory of what was computed: an SQLite database in the folder of results.
///
/// It is written with a log ahead of it and without waiting for the disk, so that several processes use it at once, none waits for
/// long, and a process that is killed leaves it as it was before or after an entry. Texts of inputs are kept once by their digest.
@safe package struct Ledger: ~Copyable {
  package static let fileName = "ledger.sqlite"

  let connection: OpaquePointer

  /// Milliseconds that a process waits for others.
  private static let patience: Int32 = 2_000

  /// Opens the ledger at a path.
  ///
  /// - Parameter creates: Whether one is made where there is none; else it must be there.
  package init(path: String, creates: Bool) throws(LedgerFailure) {
    self = try Self.opened(path, creates: creates)
  }

  private init(_ connection: OpaquePointer) { unsafe self.connection = unsafe connection }

  private static func opened(_ path: String, creates: Bool) throws(LedgerFailure) -> Ledger {
    var opened: OpaquePointer?
    let flags = (creates ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let connection = unsafe opened else {
      defer { unsafe sqlite3_close_v2(opened) }
      throw unsafe Statement.failure(opened)
    }
    let ledger = unsafe Ledger(connection)
    unsafe sqlite3_busy_timeout(ledger.connection, patience)
    unsafe _ = tariffsim_sqlite_keeps_log(ledger.connection)
    try ledger.keepLog()
    try ledger.execute("PRAGMA synchronous = NORMAL")
    try ledger.execute("PRAGMA foreign_keys = ON")
    try ledger.migrate()
    return ledger
  }

  deinit { unsafe sqlite3_close_v2(connection) }

  /// Has changes go through a log beside the ledger (WAL), which readers do not wait for.
  ///
  /// Of several that open a new ledger at once SQLite turns away all but one at once, whatever their patience.
  private func keepLog() throws(LedgerFailure) {
    let end = ContinuousClock.now + .milliseconds(Int(Self.patience))
    while true {
      do throws(LedgerFailure) {
        return try execute("PRAGMA journal_mode = WAL")
      } catch {
        guard unsafe sqlite3_errcode(connection) & 0xFF == SQLITE_BUSY, ContinuousClock.now < end else { throw error }
        _ = sqlite3_sleep(5)
      }
    }
  }

  func execute(_ text: String) throws(LedgerFailure) {
    guard unsafe sqlite3_exec(connection, text, nil, nil, nil) == SQLITE_OK else { throw unsafe Statement.failure(connection) }
  }

  func statement(_ text: String) throws(LedgerFailure) -> Statement { try unsafe Statement(text, on: connection) }

  /// Does all or nothing of a change.
  func transaction<Value>(_ body: () throws(LedgerFailure) -> Value) throws(LedgerFailure) -> Value {
    try execute("BEGIN IMMEDIATE")
    do throws(LedgerFailure) {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      unsafe sqlite3_exec(connection, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }

  /// Brings an earlier form of the ledger to this one; another process may do so at the same time.
  private func migrate() throws(LedgerFailure) {
    guard try version() != Self.migrations.count else { return }
    try transaction { () throws(LedgerFailure) in
      let version = try version()
      guard version <= Self.migrations.count else { throw .tooNew(version: version) }
      for step in Self.migrations.dropFirst(version) { try execute(step) }
      try execute("PRAGMA user_version = \(Self.migrations.count)")
    }
  }

  private func version() throws(LedgerFailure) -> Int {
    let statement = try statement("PRAGMA user_version")
    return try statement.step() ? statement.integer(0) : 0
  }

  /// What leads from each form to the next; one that was released never changes.
  private static let migrations = [
    """
    CREATE TABLE text (digest TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE run (
      id INTEGER PRIMARY KEY, question TEXT NOT NULL, stem TEXT NOT NULL, title TEXT NOT NULL, identity TEXT NOT NULL,
      working_folder TEXT NOT NULL, result_folder TEXT NOT NULL, completed TEXT NOT NULL, wall_seconds REAL NOT NULL,
      program_version TEXT NOT NULL, source_commit TEXT, program_file TEXT NOT NULL, draws INTEGER NOT NULL, seed TEXT NOT NULL, design TEXT NOT NULL,
      assumptions TEXT REFERENCES text (digest), report TEXT REFERENCES text (digest)
    ) STRICT;
    CREATE INDEX run_identity ON run (identity);
    CREATE TABLE argument (
      run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, place INTEGER NOT NULL, word TEXT NOT NULL,
      PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE input (
      run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, place INTEGER NOT NULL, name TEXT NOT NULL,
      digest TEXT NOT NULL REFERENCES text (digest), PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE setting (
      run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, place INTEGER NOT NULL, path TEXT NOT NULL,
      value TEXT NOT NULL, PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE figure (
      run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE, place INTEGER NOT NULL, scenario TEXT NOT NULL,
      period TEXT NOT NULL, outcome TEXT NOT NULL, unit TEXT NOT NULL, statistic TEXT NOT NULL, value REAL NOT NULL,
      standard_error REAL, PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID;
    """
  ]
}
