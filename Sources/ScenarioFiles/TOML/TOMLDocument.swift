internal import CTOML

/// TOML 1.0 text as a tree of plain values.
package enum TOMLDocument {
  /// Most levels that keys, arrays and inline tables may build inside one another.
  ///
  /// toml++ 3.3 recurses over the segments of a dotted key without a bound: 100,000 of them overflow an 8 MB stack.
  package static let depthLimit = 100

  /// Parses a whole document; the root is a table.
  ///
  /// Linear in the number of bytes, but for the sort of each table's entries.
  package static func parse(_ bytes: [UInt8]) throws(TOMLError) -> TOMLNode {
    if let place = DepthScan.firstPlace(in: bytes, deeperThan: depthLimit) {
      throw .tooDeep(line: place.line, column: place.column)
    }
    guard let handle = Handle(bytes) else { throw .outOfMemory }
    if let error = handle.error { throw error }
    var index = 0
    return handle.tree(at: &index).node
  }
}

/// The owner of a C document.
@safe
private struct Handle: ~Copyable {
  private let document: OpaquePointer

  /// Nothing where memory ran out.
  init?(_ bytes: [UInt8]) {
    let parsed = unsafe bytes.withUnsafeBytes { buffer in
      // An empty array has no address, and the parser wants one.
      guard let start = buffer.baseAddress, buffer.count > 0 else { return unsafe ctoml_parse("", 0) }
      return unsafe ctoml_parse(start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let document = unsafe parsed else { return nil }
    unsafe self.document = document
  }

  deinit { unsafe ctoml_free(document) }

  /// What stopped the parser, where something did.
  var error: TOMLError? {
    var error = unsafe ctoml_error()
    guard unsafe ctoml_get_error(document, &error) else { return nil }
    return unsafe .syntax(message: text(error.message), line: Int(error.line), column: Int(error.column))
  }

  /// The node at `index` with its children, and its key; leaves `index` behind them.
  ///
  /// The recursion is as deep as the document, which `TOMLDocument.depthLimit` bounds.
  func tree(at index: inout Int) -> TOMLEntry {
    let raw = unsafe ctoml_at(document, index)
    index += 1
    let value: TOMLValue
    switch unsafe raw.kind {
    case ctoml_kind_table:
      var entries: [TOMLEntry] = []
      for _ in 0..<(unsafe raw.children) { entries.append(tree(at: &index)) }
      value = .table(entries)
    case ctoml_kind_array:
      var elements: [TOMLNode] = []
      for _ in 0..<(unsafe raw.children) { elements.append(tree(at: &index).node) }
      value = .array(elements)
    case ctoml_kind_string: value = unsafe .text(text(raw.text))
    case ctoml_kind_integer: value = unsafe .integer(raw.integer)
    case ctoml_kind_float: value = unsafe .float(raw.number)
    case ctoml_kind_boolean: value = unsafe .boolean(raw.boolean)
    case ctoml_kind_date: value = unsafe .date(year: Int(raw.year), month: Int(raw.month), day: Int(raw.day))
    default: value = .time
    }
    let keyLine = unsafe Int(raw.key_line)
    let keyColumn = unsafe Int(raw.key_column)
    // A table that headers or dotted keys build has no place of its own; its key has one.
    let line = unsafe raw.line == 0 ? max(keyLine, 1) : Int(raw.line)
    let column = unsafe raw.line == 0 ? max(keyColumn, 1) : Int(raw.column)
    return unsafe TOMLEntry(
      key: text(raw.key), line: keyLine, column: keyColumn, node: TOMLNode(value, line: line, column: column))
  }

  private func text(_ text: ctoml_text) -> String {
    guard let bytes = unsafe text.bytes else { return "" }
    let raw = unsafe UnsafeRawBufferPointer(start: bytes, count: text.count)
    return unsafe String(decoding: raw, as: UTF8.self)
  }
}
