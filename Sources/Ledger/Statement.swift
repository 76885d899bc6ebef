internal import CSQLite

/// A prepared statement of a connection that outlives it.
@safe struct Statement: ~Copyable {
  private let statement: OpaquePointer

  init(_ text: String, on connection: OpaquePointer) throws(LedgerFailure) {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(connection, text, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared = unsafe prepared else { throw unsafe Self.failure(connection) }
    unsafe statement = unsafe prepared
  }

  deinit { unsafe sqlite3_finalize(statement) }

  /// Values for the places, from 1 on.
  enum Value {
    case text(String)
    case integer(Int)
    case number(Double)
    case blob([UInt8])
    case null
  }

  /// Carries the statement out with these values to its end.
  func run(_ values: Value...) throws(LedgerFailure) {
    try bind(values)
    while try step() {}
  }

  /// Gives the places values, and begins anew.
  func bind(_ values: [Value]) throws(LedgerFailure) {
    unsafe sqlite3_reset(statement)
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value {
        case .text(let text): unsafe tariffsim_sqlite_bind_text(statement, place, text, Int32(text.utf8.count))
        case .integer(let number): unsafe sqlite3_bind_int64(statement, place, Int64(number))
        case .number(let number): unsafe sqlite3_bind_double(statement, place, number)
        case .blob(let bytes):
          unsafe bytes.withUnsafeBytes { unsafe tariffsim_sqlite_bind_blob(statement, place, $0.baseAddress, Int32($0.count)) }
        case .null: unsafe sqlite3_bind_null(statement, place)
        }
      guard code == SQLITE_OK else { throw unsafe Self.failure(sqlite3_db_handle(statement)) }
    }
  }

  /// Goes on to the next row; false where there is none.
  func step() throws(LedgerFailure) -> Bool {
    switch unsafe sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw unsafe Self.failure(sqlite3_db_handle(statement))
    }
  }

  /// The column of the row, from 0 on.
  func text(_ column: Int) -> String { String(decoding: blob(column), as: UTF8.self) }

  func textIfAny(_ column: Int) -> String? {
    unsafe sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL ? nil : text(column)
  }

  func blob(_ column: Int) -> [UInt8] {
    let bytes = unsafe UnsafeRawBufferPointer(
      start: sqlite3_column_blob(statement, Int32(column)), count: Int(sqlite3_column_bytes(statement, Int32(column))))
    return unsafe Array(bytes)
  }

  func integer(_ column: Int) -> Int { unsafe Int(sqlite3_column_int64(statement, Int32(column))) }

  func number(_ column: Int) -> Double { unsafe sqlite3_column_double(statement, Int32(column)) }

  func numberIfAny(_ column: Int) -> Double? {
    unsafe sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL ? nil : number(column)
  }

  /// What the library says of its last mistake.
  static func failure(_ connection: OpaquePointer?) -> LedgerFailure {
    guard let words = unsafe sqlite3_errmsg(connection) else { return .missing }
    return unsafe .database(reason: String(cString: words))
  }
}
