/// Amounts of memory as people write and read them.
package enum ByteSize {
  private static let units: [(letter: Character, bytes: Int)] = [("T", 1 << 40), ("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10)]

  /// The bytes of a size such as `500M`, `4G` or `1.5 GiB`, K, M, G and T being powers of 1024; nothing for any other text, for less
  /// than one byte and for more than an `Int` holds.
  package static func bytes(_ text: String) -> Int? {
    var digits = text[...]
    if digits.last?.lowercased() == "b" { digits = digits.dropLast() }
    if digits.last?.lowercased() == "i", digits.dropLast().last?.isLetter == true { digits = digits.dropLast() }
    var scale = 1
    if let letter = digits.last?.uppercased(), let unit = units.first(where: { String($0.letter) == letter }) {
      scale = unit.bytes
      digits = digits.dropLast()
    }
    while digits.last == " " { digits = digits.dropLast() }
    guard let first = digits.first, first.isWholeNumber, digits.allSatisfy({ "0123456789.".contains($0) }) else { return nil }
    guard let number = Double(digits) else { return nil }
    return Int(exactly: (number * Double(scale)).rounded(.down)).flatMap { $0 > 0 ? $0 : nil }
  }

  /// The size as an option takes it, rounded up: `4G`, `500M`.
  package static func argument(_ bytes: Int) -> String {
    let unit = bytes >= 10 << 30 ? units[1] : units[2]
    return "\((bytes - 1) / unit.bytes + 1)\(unit.letter)"
  }

  /// The size in the largest unit of which there is one, rounded up: `21 MB`, `1.2 GB`, units being powers of 1024.
  package static func text(_ bytes: Int) -> String {
    guard let unit = units.first(where: { bytes >= $0.bytes }) else { return "\(bytes) bytes" }
    let tenths = (Double(bytes) / Double(unit.bytes) * 10).rounded(.up)
    let number = tenths < 100 ? String(tenths / 10) : String(Int((tenths / 10).rounded(.up)))
    return (number.hasSuffix(".0") ? String(number.dropLast(2)) : number) + " \(unit.letter)B"
  }
}
