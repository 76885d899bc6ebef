/// The exact sum of any doubles, whatever their order: a fixed-point number that spans the whole range of the format.
///
/// Goals in order of priority: the same bits for every order and grouping; the correctly rounded sum; speed per addition.
/// A floating-point (compensated) sum fails the first. The number is kept as 32-bit digits in signed 64-bit limbs, limb i
/// weighing 2^(32·i − 1074), after U. W. Kulisch, "Computer Arithmetic and Validity" (doi:10.1515/9783110301793), with
/// carries put off as in R. M. Neal, "Fast exact summation using small and large superaccumulators" (arXiv:1505.05571).
package struct ExactSum: Sendable {
  /// 2,046 exponents and 53 bits fill 66 digits; the rest is room for the carries of 2^63 summands.
  static let limbCount = 68
  /// Additions after which a limb of 32-bit digits might leave 64 signed bits, with a wide margin.
  private static let additionsBetweenCarries = 1 << 30

  /// In place: a sketch has ten sums, and every block adds to each.
  var limbs = InlineArray<68, Int64>(repeating: 0)
  private var additions = 0

  package init() {}

  /// Memory one sum takes.
  static var byteCount: Int { limbCount * MemoryLayout<Int64>.stride }

  /// Adds a finite number.
  package mutating func add(_ x: Double) {
    precondition(x.isFinite, "an exact sum takes finite numbers only")
    if additions >= Self.additionsBetweenCarries { carry() }
    additions += 1
    let exponent = Int(x.exponentBitPattern)
    let significand = exponent == 0 ? x.significandBitPattern : x.significandBitPattern | (1 << 52)
    let position = max(exponent - 1, 0)
    let shift = UInt64(position & 31)
    let low = significand << shift
    // Two steps, since a shift by 64 bits is none.
    let high = (significand >> 1) >> (63 - shift)
    let first = position >> 5
    let sign: Int64 = x.sign == .minus ? -1 : 1
    limbs[first] += sign * Int64(low & 0xffff_ffff)
    limbs[first + 1] += sign * Int64(low >> 32)
    limbs[first + 2] += sign * Int64(high)
  }

  /// Adds all that `other` has added.
  package mutating func merge(_ other: Self) {
    if additions + other.additions >= Self.additionsBetweenCarries { carry() }
    var other = other
    if additions + other.additions >= Self.additionsBetweenCarries { other.carry() }
    for index in limbs.indices { limbs[index] += other.limbs[index] }
    additions += other.additions + 1
  }

  /// Brings the limbs into their one canonical form: digits in [0, 2^32), the sign in the last limb.
  mutating func carry() {
    var carry: Int64 = 0
    for index in 0..<(Self.limbCount - 1) {
      let limb = limbs[index] + carry
      limbs[index] = limb & 0xffff_ffff
      carry = limb >> 32
    }
    limbs[Self.limbCount - 1] += carry
    // A canonical limb weighs as much as one addition.
    additions = 1
  }

  /// The double nearest to the exact sum, ties to even; infinite where that leaves the format; never −0.
  package var rounded: Double {
    let (isNegative, magnitude) = signAndMagnitude
    return isNegative ? -magnitude.roundedMagnitude : magnitude.roundedMagnitude
  }

  /// The sign, and the magnitude in canonical limbs.
  var signAndMagnitude: (isNegative: Bool, magnitude: Self) {
    var magnitude = self
    magnitude.carry()
    let isNegative = magnitude.limbs[Self.limbCount - 1] < 0
    if isNegative {
      for index in magnitude.limbs.indices { magnitude.limbs[index] = -magnitude.limbs[index] }
      magnitude.carry()
    }
    return (isNegative, magnitude)
  }

  /// The nearest double of canonical, non-negative limbs.
  private var roundedMagnitude: Double {
    guard let top = limbs.indices.last(where: { limbs[$0] != 0 }) else { return 0 }
    let highestBit = 32 * top + 63 - limbs[top].leadingZeroBitCount
    guard highestBit > 52 else {
      // At most 53 bits above 2^-1074: a subnormal or the first normals, exactly.
      return Double(bitPattern: UInt64(limbs[1]) << 32 | UInt64(limbs[0]))
    }
    let lowestKept = highestBit - 52
    var significand: UInt64 = 0
    for bit in stride(from: highestBit, through: lowestKept, by: -1) { significand = significand << 1 | self.bit(at: bit) }
    if bit(at: lowestKept - 1) == 1 && (significand & 1 == 1 || hasBits(below: lowestKept - 1)) { significand += 1 }
    return Double(sign: .plus, exponent: lowestKept - 1074, significand: Double(significand))
  }

  private func bit(at position: Int) -> UInt64 {
    // The last limb is wider than a digit.
    let limb = min(position >> 5, Self.limbCount - 1)
    return UInt64(bitPattern: limbs[limb]) >> UInt64(position - 32 * limb) & 1
  }

  private func hasBits(below position: Int) -> Bool {
    let limb = position >> 5
    let mask = (Int64(1) << Int64(position & 31)) - 1
    return limbs[limb] & mask != 0 || (0..<limb).contains { limbs[$0] != 0 }
  }
}

extension ExactSum: Equatable {
  /// Whether both sums are the same number.
  package static func == (left: Self, right: Self) -> Bool {
    var left = left
    var right = right
    left.carry()
    right.carry()
    return left.limbs.indices.allSatisfy { left.limbs[$0] == right.limbs[$0] }
  }
}
