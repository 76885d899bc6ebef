import Statistics
import Testing

/// Known sums: computed with Python's fractions and rounded to the nearest double, ties to even.
@Suite struct ExactSumTests {
  struct Case: CustomStringConvertible {
    let description: String
    let values: [Double]
    let sum: Double
  }

  static let cases = [
    Case(description: "Neumaier", values: [1, 0x1.249a_d259_4c37_dp332, 1, -0x1.249a_d259_4c37_dp332], sum: 2),
    Case(description: "half-ulp ties", values: [1, 0x1p-53, 0x1p-106], sum: 0x1.0000_0000_0000_1p0),
    Case(
      description: "cancellation",
      values: [
        0x1.1c37_937e_08p53, 0x1.921f_9f01_b866_ep1, -0x1.1c37_937e_08p53, 0x1.5bf0_995a_af79p1, 0x1.5798_ee23_08c3_ap-27,
      ],
      sum: 0x1.7708_1c38_f0b7_6p2),
    Case(
      description: "subnormals",
      values: [Double](repeating: Double(bitPattern: 1), count: 7)
        + [Double(bitPattern: 0x0126_88b7_0e62_b), -Double(bitPattern: 0x0126_88b7_0e62_b)],
      sum: Double(bitPattern: 7)),
    Case(
      description: "overflow in the middle",
      values: [
        0x1.e42d_1307_73b7_6p1023, 0x1.e42d_1307_73b7_6p1023, -0x1.e42d_1307_73b7_6p1023, -0x1.e42d_1307_73b7_6p1023, 1,
      ],
      sum: 1),
    Case(
      description: "wide exponents",
      values: (0..<64).map { k in
        let magnitude = Double(sign: .plus, exponent: 37 * k % 200 - 100, significand: 1 + Double(k) / 64)
        return k % 2 == 0 ? magnitude : -magnitude
      },
      sum: -0x1.fcbc_f734_3059_ap97),
    Case(description: "harmonic", values: (1...100_000).map { 1 / Double($0) }, sum: 0x1.82e2_7a22_f3fbp3),
    Case(description: "a million tenths", values: [Double](repeating: 0.1, count: 1_000_000), sum: 0x1.86ap16),
  ]

  private func sum(_ values: some Sequence<Double>) -> ExactSum {
    var sum = ExactSum()
    for x in values { sum.add(x) }
    return sum
  }

  @Test(arguments: cases) func `is correctly rounded`(_ known: Case) {
    #expect(sum(known.values).rounded == known.sum)
    #expect(sum(known.values.map { -$0 }).rounded == -known.sum)
  }

  @Test(arguments: cases) func `does not depend on order or grouping`(_ known: Case) {
    let forwards = sum(known.values)
    var merged = sum(known.values.dropFirst(known.values.count / 3).reversed())
    merged.merge(sum(known.values.prefix(known.values.count / 3)))
    #expect(merged == forwards)
    #expect(merged.rounded == forwards.rounded)
  }

  @Test func `tells sums apart that round alike`() {
    #expect(sum([1, 0x1p-200]) != sum([1]))
    #expect(sum([1, 0x1p-200]).rounded == 1)
  }

  @Test func `rounds ties to even, upwards and into the next power of two`() {
    #expect(sum([0x1p53, 1]).rounded == 0x1p53)
    #expect(sum([0x1p53, 3]).rounded == 0x1p53 + 4)
    #expect(sum([0x1.ffff_ffff_ffff_fp52, 0.5]).rounded == 0x1p53)
    #expect(sum([0x1p-1022, -Double(bitPattern: 1)]).rounded == 0x1p-1022 - Double(bitPattern: 1))
  }

  @Test func `leaves the format only when the sum does`() {
    let greatest = Double.greatestFiniteMagnitude
    #expect(sum([greatest, greatest]).rounded == .infinity)
    #expect(sum([-greatest, -greatest]).rounded == -.infinity)
    #expect(sum([greatest, greatest.ulp / 4]).rounded == greatest)
  }

  @Test func `never comes out as a negative zero`() {
    #expect(sum([-0.0]).rounded.sign == .plus)
    #expect(sum([1, -1]).rounded.sign == .plus)
    #expect(ExactSum().rounded.sign == .plus)
  }
}
