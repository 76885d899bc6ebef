internal import Analysis
internal import Statistics
internal import TariffModel
internal import TextFormats

/// The answer to a goal for people.
package struct GoalReport: Sendable {
  package var answer: GoalAnswer
  package var title: String
  package var style: TextStyle
  package var folder: String

  package init(_ answer: GoalAnswer, title: String, style: TextStyle, folder: String) {
    self.answer = answer
    self.title = title
    self.style = style
    self.folder = folder
  }

  /// The whole report, with a line feed at its end.
  package var text: String {
    var lines = style.wrapped(ShownText.name(title)).map(style.title) + [""]
    let now = answer.present.map { ", which is \(NumberText.figure($0)) now" } ?? ""
    lines += style.wrapped(
      "What is varied: \(answer.path)\(now). \(NumberText.count(answer.plan.draws)) draws of seed \(answer.plan.seed), the same at "
        + "every value.")
    for entry in answer.entries {
      let place = [entry.scenario, entry.period == "year" ? nil : entry.period].compactMap(\.self).map { ShownText.name($0) }
      lines +=
        [""]
        + style.wrapped((place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + entry.result.goal.text).map(style.strong)
      lines += GoalWords(answer).sentences(entry).flatMap { style.wrapped($0, first: "  ", indent: "  ") }
    }
    lines += [""]
    lines += style.wrapped(
      "The interval is that of the answer: it holds the true one in 95 % of cases. evaluations.csv has every value that was looked at."
    )
    .map(style.faint)
    lines += NoteList(answer.notes).lines(style)
    lines.append(style.strong("Files") + "  " + ShownText.line(folder))
    return lines.joined(separator: "\n") + "\n"
  }
}
