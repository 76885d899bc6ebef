import ScenarioFiles
import Testing

/// Every message, with its place, and no second message beside it.
@Suite("One mistake, one message")
struct MistakeTests {
  private func check(_ mistake: Mistake) throws {
    let text = try #require(SmallScenario.replacing(mistake.part, with: mistake.replacement), "the part must be there once")
    let folder = try ScenarioFolder(["scenario.toml": text])
    #expect(folder.messages() == [mistake.message])
  }

  @Test("Structure and words", arguments: Mistake.structure)
  func structure(_ mistake: Mistake) throws { try check(mistake) }

  @Test("Numbers", arguments: Mistake.numbers)
  func numbers(_ mistake: Mistake) throws { try check(mistake) }

  @Test("Intervals, ranges and seeds", arguments: Mistake.forms)
  func forms(_ mistake: Mistake) throws { try check(mistake) }

  @Test("Lines", arguments: Mistake.lines)
  func lines(_ mistake: Mistake) throws { try check(mistake) }

  @Test("Policy", arguments: Mistake.policy)
  func policy(_ mistake: Mistake) throws { try check(mistake) }

  @Test("Quotas, suppliers, jobs and products", arguments: Mistake.effects)
  func effects(_ mistake: Mistake) throws { try check(mistake) }

  @Test("Time", arguments: Mistake.time)
  func time(_ mistake: Mistake) throws { try check(mistake) }

  @Test("Run, periods and dependence", arguments: Mistake.runs)
  func runs(_ mistake: Mistake) throws { try check(mistake) }
}

@Suite("Every problem at once")
struct ManyMistakesTests {
  /// A commitment that can be read and that the model cannot take, for the end of the small scenario.
  private static let impossible = """
    [[commitments]]
    name = "steel"
    amount = 5
    basis = "level"
    additionality = 0.1
    fulfilment = -1

    """

  /// All mistakes but those that end the reading: broken TOML, and a version that this program does not know.
  private static let mistakes =
    (Mistake.structure + Mistake.numbers + Mistake.lines + Mistake.policy + Mistake.runs + Mistake.time + Mistake.effects)
    .filter { !$0.message.contains(": is not TOML: ") && !$0.message.contains(": schemaVersion: ") }

  @Test("What cannot be read hides nothing that the model cannot take, and the other way round", arguments: mistakes)
  func together(mistake: Mistake) throws {
    let text = try #require(SmallScenario.replacing(mistake.part, with: mistake.replacement), "the part must be there once")
    let messages = try ScenarioFolder(["scenario.toml": text + Self.impossible]).messages()
    let (expected, others) = (messages.filter { $0 == mistake.message }, messages.filter { $0 != mistake.message })
    #expect(expected.count == 1 && others.count == 1, "\(messages)")
    #expect(others.allSatisfy { $0.contains(": commitments/steel/fulfilment: -1: ") }, "\(messages)")
  }

  @Test("A name of something that could not be read is no second problem")
  func followUps() throws {
    let text = try #require(SmallScenario.replacing("rate = 0.19", with: "rate = 19"))
    let unknown = text.replacing("[\"cotton\"]", with: "[\"coton\"]")
    let messages = try ScenarioFolder(["scenario.toml": unknown]).messages()
    #expect(messages.count == 2 && messages.contains { $0.contains("measures/reciprocal/rate: ") }, "\(messages)")
    #expect(messages.contains { $0.contains("scenarios/now/commitments/coton: ") }, "\(messages)")
  }
}

@Suite("A problem that follows from another is not told")
struct FollowUpTests {
  @Test("An outcome of a threshold, where the lines that bring it cannot be read")
  func thresholds() throws {
    let run = "[run]\nthresholds = [{ outcome = \"export_revenue\", value = 1 }]\n\n[parameters.demand]"
    let text = try #require(SmallScenario.replacing("[parameters.demand]", with: run))
      .replacing("value = 100", with: "value = \"1,0\"")
    #expect(
      try ScenarioFolder(["scenario.toml": text]).messages() == [
        "scenario.toml:15:9: exports/6302/value: \"1,0\": is not a number; write 1.0"
      ])
  }

  @Test("A study without scenarios says so at its beginning")
  func noScenario() throws {
    let scenarios = "\n[[scenarios]]\nname = \"now\"\nmeasures = [\"reciprocal\"]\ncommitments = [\"cotton\"]\n"
    let text = try #require(SmallScenario.replacing(scenarios, with: ""))
    #expect(
      try ScenarioFolder(["scenario.toml": text]).messages() == ["scenario.toml:1:1: scenarios: at least one scenario is needed"])
  }
}
