internal import CJansson

/// Why a text is no JSON document, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// In the words of the library that reads it.
  package var reason: String
  /// From 1.
  package var line: Int
  package var column: Int
}

extension JSONValue {
  /// Reads a document (RFC 8259); members keep their order, and one that is there twice is an error.
  ///
  /// Numbers without a fraction or an exponent are integers of 64 bits with a sign, all others the nearest double; where one such
  /// integer is too large, all numbers of the document are doubles.
  package init(reading bytes: [UInt8]) throws(JSONError) {
    var failure = json_error_t()
    let flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY
    let document = unsafe bytes.withUnsafeBytes { bytes in
      unsafe json_loadb(bytes.baseAddress, bytes.count, size_t(flags), &failure)
        ?? json_loadb(bytes.baseAddress, bytes.count, size_t(flags | JSON_DECODE_INT_AS_REAL), &failure)
    }
    guard let document = unsafe document else {
      let reason = unsafe withUnsafeBytes(of: failure.text) { text in
        unsafe String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw JSONError(reason: reason, line: Int(failure.line), column: Int(failure.column))
    }
    defer { unsafe json_decref(document) }
    self = unsafe Self.value(document)
  }

  private static func value(_ value: UnsafeMutablePointer<json_t>) -> JSONValue {
    switch unsafe value.pointee.type {
    case JSON_OBJECT:
      var members: [Member] = []
      var iterator = unsafe json_object_iter(value)
      while let entry = unsafe iterator {
        if let name = unsafe json_object_iter_key(entry), let content = unsafe json_object_iter_value(entry) {
          members.append(Member(unsafe String(cString: name), unsafe Self.value(content)))
        }
        unsafe iterator = unsafe json_object_iter_next(value, entry)
      }
      return .object(members)
    case JSON_ARRAY:
      return .array(
        unsafe (0..<json_array_size(value)).compactMap { unsafe json_array_get(value, $0).map { unsafe Self.value($0) } })
    case JSON_STRING:
      let bytes = unsafe UnsafeRawBufferPointer(start: json_string_value(value), count: json_string_length(value))
      return unsafe .string(String(decoding: bytes, as: UTF8.self))
    case JSON_INTEGER: return .integer(Int(unsafe json_integer_value(value)))
    case JSON_REAL: return .number(unsafe json_real_value(value))
    case JSON_TRUE: return .bool(true)
    case JSON_FALSE: return .bool(false)
    default: return .null
    }
  }
}
