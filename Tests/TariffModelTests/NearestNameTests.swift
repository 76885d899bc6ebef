import TariffModel
import Testing

@Suite("Suggested names")
struct NearestNameTests {
  @Test(
    "The nearest name within a third of its letters",
    arguments: [
      ("reciprocal-92", "reciprocal-29"), ("deal19", "deal-19"), ("Crude", "crude"), ("xyz", nil), ("", nil),
    ])
  func nearest(name: String, expected: String?) {
    #expect(nearestName(to: name, among: ["deal-19", "reciprocal-29", "crude"]) == expected)
  }

  @Test("Of equally near names the first is taken")
  func first() {
    #expect(nearestName(to: "abcx", among: ["abcd", "abce"]) == "abcd")
  }
}
