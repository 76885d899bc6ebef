import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("The section that a sweep reads")
struct SweepSectionTests {
  @Test("Lists and ranges, with what moves together side by side")
  func reads() throws {
    let loaded = try ScenarioFolder(SampleScenario.files).load()
    #expect(loaded.sweep.outcomes == [.balance, .imports] && loaded.sweep.scenarios == ["deal"])
    #expect(
      loaded.sweep.axes == [
        [
          Variation(path: "cifFactor", values: ["1", "1.05", "1.1"]),
          Variation(path: "exports/*/elasticity*", values: ["0.5", "1", "2"]),
        ], [Variation(path: "imports/5201/substitution.mean", values: ["10", "15"])],
      ])
    #expect(loaded.variations.map(\.count) == [3, 3, 2])
    #expect(loaded.variations[0][1] == [Replacement("cifFactor", .number(.distribution(.constant(1.05))))])
    #expect(loaded.variations[2][0] == [Replacement("imports/5201/substitution", .mean(10))])
    #expect(loaded.variations[1][0].count > 1 && loaded.variations[1][0].allSatisfy { $0.value == .factor(0.5) })
  }

  @Test("What the command line varies takes the place of what the section does")
  func yields() throws {
    let folder = try ScenarioFolder(SampleScenario.files)
    let loaded = try loadStudy(at: folder.path, variations: [Variation(path: "cifFactor", values: ["1.2"])])
    #expect(loaded.sweep.axes.isEmpty && loaded.sweep.outcomes == [.balance, .imports])
    #expect(loaded.variations == [[[Replacement("cifFactor", .number(.distribution(.constant(1.2))))]]])
  }

  @Test(
    "A mistake is told with its place",
    arguments: [
      (
        "vary = [{ path = \"cifFactr\", values = \"1\" }]",
        "scenario.toml:39:39: cifFactr: names no number of the study; assumptions.csv of a run lists the paths that there are"
      ),
      (
        "vary = [{ path = \"measures/reciprocal/rate\", values = [0.1, 29] }]",
        "scenario.toml:39:61: measures/reciprocal/rate: 29: is above 1 and not written as a percentage; write it as text: \"29%\" or \"2900%\""
      ),
      (
        "vary = [{ path = \"measures/reciprocal/rate\", values = \"0%..50%\" }]",
        "scenario.toml:39:55: sweep/vary/1/values: \"0%..50%\": is no list of values: the range '0%..50%' has no step; add one, as in 0%..50%:5%"
      ),
      (
        "vary = [{ path = \"measures/reciprocal/rate\", values = [] }]",
        "scenario.toml:39:55: sweep/vary/1/values: is empty"
      ),
      (
        "vary = [{ path = \"measures/reciprocal/rate\", values = [true] }]",
        "scenario.toml:39:56: sweep/vary/1/values: true: is not a number, a day or text"
      ),
      (
        "vary = [{ path = \"exports/6302/value\", values = [1, 2], axis = \"a\" }, { path = \"exports/6302/duty\", values = [0.1], axis = \"a\" }]",
        "scenario.toml:39:110: sweep/vary/2/values: has 1 value, and what moves with it on axis \"a\" has 2"
      ),
      (
        "vary = [{ path = \"exports/6302/value\", values = [1] }, { path = \"exports/6302/value\", values = \"2\" }]",
        "scenario.toml:39:96: sweep/vary/2/values: \"2\": is given twice; leave one out"
      ),
      (
        "vary = [{ path = \"exports/6302/value\", values = [1] }]\noutcomes = [\"balanse\"]",
        "scenario.toml:40:13: sweep/outcomes: \"balanse\": is not one of "
      ),
      ("outcomes = [\"balance\"]", "scenario.toml:38:1: sweep: lacks the key vary"),
    ])
  func refuses(section: String, message: String) throws {
    let folder = try ScenarioFolder(["scenario.toml": SmallScenario.text + "\n[sweep]\n" + section + "\n"])
    let messages = folder.messages()
    #expect(messages.count == 1 && messages[0].hasPrefix(message), "\(messages)")
  }
}
