import Files
import Testing

@Suite("Hidden names and the processes they belong to")
struct HiddenNameTests {
  @Test("a name says what it is of, how far it is and whose it is", arguments: HiddenName.Stage.allCases)
  func roundTrip(stage: HiddenName.Stage) throws {
    for label in ["study", "a.partial-b", "é", "x-2", String(repeating: "n", count: 100)] {
      let name = HiddenName(of: label, stage: stage)
      #expect(HiddenName(name.text) == name && name.label == label)
      #expect(name.text.utf8.count <= 255)
    }
  }

  @Test("a name too long for its hidden one is in short, and no two are the same")
  func long() {
    let names = (0..<3).map { String(repeating: "ä", count: 120) + "\($0)" }
    let labels = names.map(HiddenName.label)
    #expect(Set(labels).count == 3 && labels.allSatisfy { $0.utf8.count <= 100 && $0.hasPrefix("ää") })
    #expect(names.allSatisfy { HiddenName(of: $0, stage: .former).text.utf8.count <= 255 })
  }

  @Test(
    "other names are none of ours",
    arguments: [
      "", ".", "..", "study", ".study", ".partial-a-b-c-1-2", "study.partial-a-b-c-1-2", ".study.partial-123",
      ".study.partial-a-b-c-0-2", ".study.partial-a-b-c-x-2", ".study.parts-a-b-c-1-2",
    ])
  func foreign(name: String) { #expect(HiddenName(name) == nil) }

  @Test("this process is running, one with another beginning is gone, and of another host, boot or space nothing is known")
  func states() throws {
    let own = ProcessMark.own
    #expect(own.state == .running)
    let text = HiddenName(of: "a", stage: .partial).text
    #expect(try #require(HiddenName(text + "0")).owner.state == .gone)
    let words = text.split(separator: "-").map(String.init)
    for place in (words.count - 4)..<(words.count - 2) {
      var other = words
      other[place] += "0"
      #expect(try #require(HiddenName(other.joined(separator: "-"))).owner.state == .elsewhere)
    }
    #expect(try #require(HiddenName(text.replacing(own.host, with: "elsewhere"))).owner.state == .elsewhere)
  }
}
