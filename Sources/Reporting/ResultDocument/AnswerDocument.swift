/// What a folder of `compare`, `sweep` or `solve` says, read back from its files.
package struct AnswerDocument: Hashable, Sendable {
  package var title: String
  package var notes: [ResultDocument.Note]
  /// What determines the numbers of each file that the question is about.
  package var origins: [ResultDocument.Origin]
  package var content: Content

  package enum Content: Hashable, Sendable {
    case comparison(ComparedDocument)
    case sweep(SweptDocument)
    case goal(SolvedDocument)
  }

  /// The files that a page is made from.
  package static let fileNames = ["summary.json", "run.json"]

  /// Reads an answer from the texts of its files, by name; nothing where they hold the result of a run.
  package init?(files: [String: String]) throws(ResultReadingFailure) {
    guard let text = files["summary.json"] else { throw .missing(file: "summary.json") }
    let summary = try SummaryReader(Array(text.utf8), file: "summary.json", schema: SummaryDocument.schema)
    let top = summary.document
    guard let question = top["question"]?.textValue else { return nil }
    guard let runText = files["run.json"] else { throw .missing(file: "run.json") }
    let run = try SummaryReader(Array(runText.utf8), file: "run.json", schema: RunDocument.schema)
    let (identity, seed) = (try run.text("identity", in: run.document), try run.text("seed", in: run.document))
    title = try summary.text("title", in: top)
    notes = top["notes"] == nil ? [] : try summary.notes(in: top)
    // A question about one file has one object there.
    guard let determined = top["determinedBy"] else { throw summary.lacking("determinedBy") }
    origins = try (determined.elements ?? [determined]).map { determined throws(ResultReadingFailure) in
      try summary.origin(determined, percentilesFrom: nil, identity: identity, seed: seed)
    }
    guard let draws = origins.first?.draws else { throw summary.lacking("determinedBy") }
    switch question {
    case "comparison": content = .comparison(try summary.comparison(top, draws: draws))
    case "sweep": content = .sweep(try summary.sweep(top, draws: draws))
    case "goal": content = .goal(try summary.goal(top))
    default: throw .damaged(file: "summary.json", reason: "'\(question)' is no question of this version")
    }
  }
}
