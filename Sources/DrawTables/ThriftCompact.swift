/// Structures in Thrift's compact protocol, as the metadata of Parquet files are written.
///
/// https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
struct ThriftCompact {
  private(set) var bytes: [UInt8] = []
  /// The number of the last field of each structure that is open.
  private var lastFields: [Int] = [0]

  /// The kinds of a field, by their numbers in the protocol.
  private enum Kind: UInt8 {
    case int32 = 5
    case int64 = 6
    case binary = 8
    case list = 9
    case structure = 12
  }

  mutating func int32(_ field: Int, _ value: Int) {
    begin(field, .int32)
    zigzag(value)
  }

  mutating func int64(_ field: Int, _ value: Int) {
    begin(field, .int64)
    zigzag(value)
  }

  mutating func text(_ field: Int, _ value: String) {
    begin(field, .binary)
    add(text: value)
  }

  mutating func structure(_ field: Int, _ body: (inout ThriftCompact) -> Void) {
    begin(field, .structure)
    nested(body)
  }

  mutating func structures<Element>(_ field: Int, _ elements: [Element], _ body: (inout ThriftCompact, Element) -> Void) {
    list(field, count: elements.count, .structure)
    for element in elements { nested { body(&$0, element) } }
  }

  mutating func texts(_ field: Int, _ values: [String]) {
    list(field, count: values.count, .binary)
    for value in values { add(text: value) }
  }

  mutating func int32s(_ field: Int, _ values: [Int]) {
    list(field, count: values.count, .int32)
    for value in values { zigzag(value) }
  }

  /// Ends the outermost structure.
  mutating func end() { bytes.append(0) }

  private mutating func nested(_ body: (inout ThriftCompact) -> Void) {
    lastFields.append(0)
    body(&self)
    bytes.append(0)
    lastFields.removeLast()
  }

  private mutating func begin(_ field: Int, _ kind: Kind) {
    let step = field - lastFields[lastFields.count - 1]
    precondition((1...15).contains(step), "fields are written in order")
    bytes.append(UInt8(step) << 4 | kind.rawValue)
    lastFields[lastFields.count - 1] = field
  }

  private mutating func list(_ field: Int, count: Int, _ kind: Kind) {
    begin(field, .list)
    if count < 15 {
      bytes.append(UInt8(count) << 4 | kind.rawValue)
    } else {
      bytes.append(0xF0 | kind.rawValue)
      varint(UInt64(count))
    }
  }

  private mutating func add(text: String) {
    varint(UInt64(text.utf8.count))
    bytes += Array(text.utf8)
  }

  private mutating func zigzag(_ value: Int) { varint(UInt64(bitPattern: Int64(value << 1 ^ value >> 63))) }

  private mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
