internal import TariffModel

extension Report.Section {
  /// What a reader should mind; notes that say the same of several scenarios stand once.
  static func mind(_ notes: [ResultDocument.Note]) -> Report.Section? {
    guard !notes.isEmpty else { return nil }
    var byText: [(text: String, scenarios: [String])] = []
    for note in notes {
      if let place = byText.firstIndex(where: { $0.text == note.text }) {
        if let scenario = note.scenario { byText[place].scenarios.append(scenario) }
      } else {
        byText.append((note.text, [note.scenario].compactMap { $0 }))
      }
    }
    let bullets = byText.map { entry in
      entry.scenarios.isEmpty ? entry.text : entry.text + " (" + TextLayout.list(entry.scenarios.uniqued) + ")"
    }
    return Report.Section(anchor: "mind", title: "Mind", blocks: [.bullets(bullets)])
  }

  /// What determines the numbers: one origin for each file that is asked about.
  static func provenance(_ origins: [ResultDocument.Origin]) -> Report.Section? {
    guard let origin = origins.first else { return nil }
    var rows: [(String, String)] = [
      ("Program", "tariffsim " + origin.programVersion), ("Run", origin.identity),
      ("Draws", "\(NumberText.count(origin.draws)), design \(origin.design), seed \(origin.seed)"),
    ]
    if let source = origin.percentilesFrom { rows.append(("Percentiles", "type 7 of Hyndman and Fan, from " + source)) }
    rows += origins.flatMap(\.files).map { ($0.name, "SHA-256 " + $0.sha256) }
    rows += origin.overrides.map { ($0.path, "set to " + $0.value) }
    let table = DataTable(
      title: "What determines the numbers", columns: [.text("What"), .text("Which")],
      rows: rows.map { [.text($0.0), .text($0.1)] })
    return Report.Section(
      anchor: "provenance", title: "Provenance",
      blocks: [
        .paragraph("The same files, options and program give the same numbers. run.json says when and how they were computed."),
        .table(table, isFolded: false),
      ])
  }
}
