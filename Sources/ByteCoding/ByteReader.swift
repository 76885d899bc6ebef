/// Reads bytes that a ``ByteWriter`` wrote, or that only look so: any bytes end in a value or an error.
///
/// No memory is taken for what a number in the bytes merely promises: at most a few times the bytes themselves.
package struct ByteReader: Sendable {
  private var rest: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Bytes that are still to be read.
  package var remaining: Int { rest.count }

  /// A word of eight bytes.
  package mutating func word() throws(DamagedBytes) -> UInt64 {
    try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A double, NaN and infinity among them.
  package mutating func double() throws(DamagedBytes) -> Double { Double(bitPattern: try word()) }

  /// A double that is a finite number.
  package mutating func finite() throws(DamagedBytes) -> Double {
    let double = try double()
    guard double.isFinite else { throw DamagedBytes("a number is not finite") }
    return double
  }

  /// A whole number, in its shortest form only.
  package mutating func whole() throws(DamagedBytes) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      let byte = try byte()
      let group = UInt64(byte & 0x7f)
      if shift == 63 && group > 1 { break }
      number |= group << shift
      if byte & 0x80 == 0 {
        if group == 0 && shift > 0 { break }
        return number
      }
    }
    throw DamagedBytes("a whole number has too many bytes")
  }

  /// A count of at most `limit`.
  package mutating func count(atMost limit: Int) throws(DamagedBytes) -> Int {
    guard let count = Int(exactly: try whole()), count <= limit else { throw DamagedBytes("a count is too large") }
    return count
  }

  /// An answer of yes or no.
  package mutating func flag() throws(DamagedBytes) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw DamagedBytes("a flag is neither 0 nor 1")
    }
  }

  /// Bytes with their number before them.
  package mutating func section() throws(DamagedBytes) -> [UInt8] { Array(try take(try count(atMost: rest.count))) }

  /// A text in valid UTF-8 with its length before it.
  package mutating func text() throws(DamagedBytes) -> String {
    guard let text = String(validating: try section(), as: UTF8.self) else { throw DamagedBytes("a text is not UTF-8") }
    return text
  }

  /// Doubles with their number before them.
  package mutating func doubles() throws(DamagedBytes) -> [Double] {
    let count = try count(atMost: rest.count / MemoryLayout<Double>.size)
    var doubles: [Double] = []
    doubles.reserveCapacity(count)
    for _ in 0..<count { doubles.append(try double()) }
    return doubles
  }

  /// Fails where bytes are left over.
  package func end() throws(DamagedBytes) {
    guard rest.isEmpty else { throw DamagedBytes("\(rest.count) bytes are left over") }
  }

  private mutating func byte() throws(DamagedBytes) -> UInt8 {
    guard let byte = rest.popFirst() else { throw DamagedBytes("the bytes end early") }
    return byte
  }

  private mutating func take(_ count: Int) throws(DamagedBytes) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw DamagedBytes("the bytes end early") }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}

/// Bytes that no writer of this program has written.
package struct DamagedBytes: Error, Hashable, Sendable {
  /// What gives them away, for the end of "damaged: …".
  package var reason: String

  package init(_ reason: String) { self.reason = reason }
}
