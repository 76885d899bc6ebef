import Analysis
import Reporting
import Statistics
import TariffModel
import Testing

@Suite("The page about a result")
struct ResultPageTests {
  private func files(_ result: SimulationResult, _ description: RunDescription) -> [String: String] {
    let record = RunRecord(
      origin: Fixture.origin, threads: 1, instructionSet: "v3", swiftVersion: "6", openBLASVersion: "0.3", commit: nil,
      wallSeconds: 1)
    let files = ResultFiles.files(result, of: description, facts: Fixture.facts, record: record)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text()) })
  }

  @Test("It says the answer, shows every scenario, and has a table beside every chart")
  func content() throws {
    let page = try ResultPage(files: files(Fixture.full, Fixture.description()))
    // Numbers and units are held together by spaces that do not break.
    let text = page.text.replacing("\u{A0}", with: " ")
    for scenario in Fixture.scenarios { #expect(text.contains(">\(scenario.name)<"), "\(scenario.name)") }
    for paragraph in Headline.paragraphs(Fixture.full, of: Fixture.description()) { #expect(text.contains(paragraph)) }
    let charts = page.chartFiles.filter { $0.name.hasSuffix(".svg") }
    #expect(charts.count >= 8)
    #expect(text.ranges(of: "<figure>").count == charts.count)
    // Two layouts a chart, and a mark in the row of the one uncertain assumption.
    #expect(text.ranges(of: "<svg").count == 2 * charts.count + 1)
    #expect(text.ranges(of: "<table>").count >= charts.count)
    // 5,107.5 of exports, less 19 %: the median change of the fixture.
    #expect(text.contains("−970"))
    #expect(text.contains("SHA-256 00ff") && text.contains("seed 1"))
    #expect(text.contains("judgement") == false, "a certain number is no uncertain one")
  }

  @Test("It is one file that needs nothing from elsewhere, and its markup closes what it opens")
  func isSelfContained() throws {
    let page = try ResultPage(files: files(Fixture.full, Fixture.description()))
    for text in [page.text] + page.chartFiles.filter({ $0.name.hasSuffix(".svg") }).map(\.text) {
      #expect(!text.contains("<script") && !text.contains("@import") && !text.contains("url("))
      #expect(!text.replacing("http://www.w3.org/2000/svg", with: "").contains("://"))
      #expect(unclosed(text) == [])
    }
    #expect(page.text.contains("content=\"default-src &#39;none&#39;") || page.text.contains("content=\"default-src 'none'"))
  }

  @Test("Colours are defined in the light, in the dark and on paper")
  func colours() throws {
    let page = try ResultPage(files: files(Fixture.full, Fixture.description()))
    let names = ["--page:", "--ink:", "--soft:", "--rule:", "--mark:", "--c1:", "--c2:", "--c3:", "--c4:", "--link:"]
    for name in names { #expect(page.text.ranges(of: name).count == 3, "\(name)") }
    let drawing = try #require(page.chartFiles.first { $0.name.hasSuffix(".svg") }?.text)
    for name in names.dropLast() { #expect(drawing.ranges(of: name).count == 2, "\(name)") }
  }

  @Test("Every table of numbers is exact, a row for what the chart shows")
  func tables() throws {
    let page = try ResultPage(files: files(Fixture.full, Fixture.description()))
    let table = try #require(page.chartFiles.first { $0.name == "level-balance.csv" }?.text)
    let rows = table.split(separator: "\n")
    #expect(rows.count == 1 + Fixture.scenarios.count)
    #expect(rows[0].hasPrefix("\"Balance, USD m\",P5,P25,P50,P75,P95,mean,\"chance below 2,000, %\""), "\(rows[0])")
    let median = try #require(
      Fixture.full.outcomes.first { $0.key.outcome == .balance && $0.key.scenario == "pause-10" }?.summary.percentile(50)?.value)
    #expect(rows[1].contains("," + NumberText.exact(median) + ","), "\(rows[1])")
  }

  @Test("A single draw is not told as certain", arguments: [1, 1000])
  func oneDraw(draws: Int) throws {
    var plan = Fixture.plan
    plan.draws = draws
    let one = SimulationResult(
      plan: plan, outcomes: [Fixture.outcome("pause-10", .balance, Fixture.summary(2000, spread: 0))], notes: [])
    let page = try ResultPage(files: files(one, Fixture.description()))
    #expect(page.text.contains("Dot: certain") == (draws > 1))
  }

  @Test("Text from files is inert and short")
  func hostileText() throws {
    let hostile = "<script>alert(1)</script>\u{202E}\u{7}\" onload='x' & =cmd|' /C calc'!A0"
    var description = Fixture.description(scenarios: [PolicyScenario(name: hostile, summary: hostile, measures: [.init("base")])])
    description.title = hostile
    description.summary = String(repeating: "long ", count: 20_000)
    description.home = String(repeating: "x", count: 10_000)
    description.files = [.init(name: hostile, sha256: "00")]
    description.assumptions[0].source = hostile
    description.assumptions[0].path = hostile
    var result = Fixture.full
    result.outcomes = result.outcomes.filter { $0.key.scenario == "pause-10" }.map { outcome in
      var outcome = outcome
      outcome.key.scenario = hostile
      return outcome
    }
    let page = try ResultPage(
      files: files(SimulationResult(plan: result.plan, outcomes: result.outcomes, notes: []), description))
    for text in [page.text] + page.chartFiles.filter({ $0.name.hasSuffix(".svg") }).map(\.text) {
      #expect(!text.contains("<script") && !text.contains("onload='") && !text.contains("\u{202E}") && !text.contains("\u{7}"))
      #expect(unclosed(text) == [])
      #expect(!text.contains(String(repeating: "x", count: 200)))
    }
    #expect(page.text.utf8.count < 200_000)
    for table in page.chartFiles where table.name.hasSuffix(".csv") {
      #expect(!table.text.contains("\n=cmd") && !table.text.contains(",=cmd"))
    }
  }

  @Test("Files that tell no result are refused with the reason")
  func damaged() throws {
    let whole = files(Fixture.full, Fixture.description())
    for name in ResultDocument.fileNames {
      var lacking = whole
      lacking[name] = nil
      #expect(throws: ResultReadingFailure.missing(file: name)) { try ResultPage(files: lacking) }
      // Cut at a hundred places; the last bytes are the line feed that may be missing.
      let text = try #require(whole[name])
      for step in 0..<100 {
        var cut = whole
        cut[name] = String(decoding: Array(text.utf8).prefix((text.utf8.count - 3) * step / 100), as: UTF8.self)
        if name == "assumptions.csv", step > 0 { continue }
        #expect(throws: ResultReadingFailure.self) { try ResultPage(files: cut) }
      }
    }
    var other = whole
    other["summary.json"] = whole["summary.json"]?.replacing("tariffsim.summary/1", with: "tariffsim.summary/99")
    #expect(throws: ResultReadingFailure.self) { try ResultPage(files: other) }
  }

  /// The elements that a text of markup leaves open or closes without opening.
  private func unclosed(_ text: String) -> [String] {
    var open: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") || tag.hasSuffix("/") { continue }
      let name = String(tag.prefix { !" \n".contains($0) })
      if name == "meta" { continue }
      if name.hasPrefix("/") {
        guard open.last == String(name.dropFirst()) else { return open + [name] }
        open.removeLast()
      } else {
        open.append(name)
      }
    }
    return open
  }
}
