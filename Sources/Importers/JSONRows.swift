internal import CJansson
internal import Files

/// The records of a JSON document as rows: of a list of lists whose first has the names, or of a list of objects, alone or as the
/// member *data* of one.
///
/// A row's line is the number of its record, the names being the first; its columns are counted in fields. The document is in memory
/// as a whole, which takes some ten times the bytes of the file.
enum JSONRows {
  /// Calls a function with the names and then with every record.
  static func read(
    _ file: String, _ body: (borrowing CellRow) throws(ImportFailure) -> Void
  ) throws(ImportFailure) {
    let bytes: [UInt8]
    do throws(FileBytes.Failure) {
      bytes = try FileBytes.read(file)
    } catch {
      throw ImportFailure(file, error.reason, isUnreadable: true)
    }
    var failure = json_error_t()
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let document = unsafe bytes.withUnsafeBytes { bytes in
      unsafe json_loadb(
        bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start, size_t(JSON_REJECT_DUPLICATES), &failure)
    }
    guard let document = unsafe document else {
      let reason = unsafe withUnsafeBytes(of: failure.text) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw ImportFailure(file, line: Int(failure.line), column: Int(failure.column), "it is no JSON: \(reason)")
    }
    defer { unsafe json_decref(document) }
    guard let list = unsafe list(document) else {
      throw ImportFailure(file, line: 1, column: 1, "there is no list of records in it")
    }
    try unsafe readRecords(list, file, body)
  }

  private typealias Node = UnsafeMutablePointer<json_t>

  private static func list(_ document: Node) -> Node? {
    if unsafe document.pointee.type == JSON_ARRAY { return unsafe document }
    guard let data = unsafe json_object_get(document, "data"), unsafe data.pointee.type == JSON_ARRAY else { return nil }
    return unsafe data
  }

  private static func readRecords(
    _ list: Node, _ file: String, _ body: (borrowing CellRow) throws(ImportFailure) -> Void
  ) throws(ImportFailure) {
    var row = CellRow()
    var names: [String] = []
    for index in 0..<(unsafe json_array_size(list)) {
      guard let record = unsafe json_array_get(list, index) else { continue }
      let isObject = unsafe record.pointee.type == JSON_OBJECT
      if isObject, index == 0 {
        names = unsafe keys(record)
        row.clear(line: 1)
        for (column, name) in names.enumerated() { row.append(name, line: 1, column: column + 1) }
        try body(row)
      }
      let line = index + (isObject ? 2 : 1)
      row.clear(line: line)
      guard isObject || (unsafe record.pointee.type == JSON_ARRAY) else {
        throw ImportFailure(file, line: line, column: 1, "the record is neither a list nor an object")
      }
      if isObject {
        for (column, name) in names.enumerated() {
          row.append(unsafe json_object_get(record, name).map { unsafe text($0) } ?? "", line: line, column: column + 1)
        }
      } else {
        for column in 0..<(unsafe json_array_size(record)) {
          row.append(unsafe json_array_get(record, column).map { unsafe text($0) } ?? "", line: line, column: column + 1)
        }
      }
      try body(row)
    }
  }

  private static func keys(_ object: Node) -> [String] {
    var names: [String] = []
    var iterator = unsafe json_object_iter(object)
    while let entry = unsafe iterator {
      if let name = unsafe json_object_iter_key(entry) { names.append(unsafe String(cString: name)) }
      unsafe iterator = unsafe json_object_iter_next(object, entry)
    }
    return names
  }

  /// A value as a cell has it; lists of texts with blanks between them, nothing for null and for objects.
  private static func text(_ value: Node) -> String {
    switch unsafe value.pointee.type {
    case JSON_STRING:
      let bytes = unsafe UnsafeRawBufferPointer(start: json_string_value(value), count: json_string_length(value))
      return unsafe String(decoding: bytes, as: UTF8.self)
    case JSON_INTEGER: return String(unsafe json_integer_value(value))
    case JSON_REAL: return String(unsafe json_real_value(value))
    case JSON_TRUE: return "true"
    case JSON_FALSE: return "false"
    case JSON_ARRAY:
      return (0..<(unsafe json_array_size(value))).compactMap { unsafe json_array_get(value, $0).map { unsafe text($0) } }
        .joined(separator: " ")
    default: return ""
    }
  }
}
