internal import TariffModel

/// The page about a comparison, a sweep or a goal: what it says first, and in which order.
struct AnswerReport {
  let answer: AnswerDocument

  init(_ answer: AnswerDocument) { self.answer = answer }

  /// The page; equal answers have equal pages.
  var report: Report {
    var facts: [String] = []
    if let origin = answer.origins.first {
      facts.append("\(NumberText.count(origin.draws)) \(origin.draws == 1 ? "draw" : "draws")")
      facts.append("seed " + origin.seed)
      facts += origin.overrides.map { "with \($0.path) = \($0.value)" }
    }
    let own: [Report.Section]
    switch answer.content {
    case .comparison(let compared):
      facts.insert("comparison with \(compared.reference)", at: 0)
      let figures = ComparedFigures(compared: compared)
      let sentences = figures.sentences
      own =
        (sentences.isEmpty
          ? [] : [Report.Section(anchor: "answer", title: "In short", blocks: sentences.map(Report.Block.paragraph))])
        + [figures.section(anchor: "differences")].compactMap { $0 }
    case .sweep(let swept):
      facts.insert("\(NumberText.count(swept.variants.count)) variants", at: 0)
      own = SweptFigures(swept).sections
    case .goal(let solved):
      facts.insert("how large \(solved.path) must be", at: 0)
      let figures = SolvedFigures(solved: solved)
      own = [figures.answer] + figures.sections
    }
    return Report(
      title: answer.title, facts: facts, summary: nil,
      sections: own + [.mind(answer.notes), reading, .provenance(answer.origins)].compactMap { $0 })
  }

  private var reading: Report.Section? {
    let draws = "Every number is the result of the same draws of all uncertain numbers together."
    let own =
      switch answer.content {
      case .comparison:
        [
          "A difference is taken in each draw. \u{201C}Better in\u{201D} is the share of the draws in which a choice is better than the "
            + "one it is compared with, \u{201C}best in\u{201D} that in which none is better; regret is the distance from the best.",
          "Dominance to the first order: better for everybody who prefers better; to the second: for everybody who also dislikes risk.",
        ]
      case .sweep: ["Variants differ by what is varied alone: numbers of one path share their draws."]
      case .goal: ["The interval is that of the answer: it holds the true one in 95 % of cases."]
      }
    return Report.Section(
      anchor: "reading", title: "How to read this",
      blocks: [
        .bullets(
          [draws] + own + [
            "The spread says how uncertain the stated assumptions leave the answer. What the assumptions leave out is not in it."
          ])
      ])
  }
}
