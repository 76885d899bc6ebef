package import TariffModel
internal import TextFormats

/// Notes as a person reads them: one sentence for all scenarios that have it, and of a kind with many sentences the first.
package struct NoteList {
  /// A note for each sentence, or for each lot of like ones.
  let sentences: [String]

  /// So many sentences of a kind are told one by one.
  private static let mostAlike = 3

  /// - Parameter rest: Where all are told, for the end of a note that stands for many.
  package init(_ notes: [ModelNote], rest: String = "summary.json has all") {
    let told = notes.map { (kind: $0.subject.kind, scenario: $0.scenario, sentence: $0.sentence) }
    let bySentence = Dictionary(grouping: told, by: \.sentence)
    let distinct = told.map(\.sentence).uniqued.map { sentence in
      let same = bySentence[sentence] ?? []
      let scenarios = same.compactMap(\.scenario)
      let place = scenarios.isEmpty ? "" : "Under \(TextLayout.list(scenarios.map(ShownText.name))): "
      return (kind: same.first?.kind ?? "", sentence: place + sentence)
    }
    sentences = Self.abridged(distinct, rest: rest)
  }

  /// An item for each note, wrapped.
  package func lines(_ style: TextStyle) -> [String] { sentences.flatMap { style.wrapped($0, first: "  - ", indent: "    ") } }

  /// Sentences in the order of each kind's first; of a kind with many the first and the number of the others.
  static func abridged(_ told: [(kind: String, sentence: String)], rest: String) -> [String] {
    let byKind = Dictionary(grouping: told, by: \.kind)
    return told.map(\.kind).uniqued.flatMap { kind -> [String] in
      let alike = (byKind[kind] ?? []).map(\.sentence)
      guard alike.count > mostAlike, let first = alike.first else { return alike }
      return ["\(first) (and \(NumberText.count(alike.count - 1)) more like it; \(rest))"]
    }
  }
}
