internal import TextFormats

/// One outcome under one scenario taken apart, as `waterfall.csv` has it.
package struct FallDocument: Hashable, Sendable {
  package var scenario: String
  package var period: String
  /// Without any policy.
  package var base: OutcomeFigures
  package var steps: [Step]

  package struct Step: Hashable, Sendable {
    package var kind: String
    package var policy: String
    package var change: OutcomeFigures
    package var level: OutcomeFigures
  }

  /// Reads the file; one that the program cannot have written is damaged.
  static func falls(_ text: String, draws: Int) throws(ResultReadingFailure) -> [FallDocument] {
    let file = WaterfallRows.fileName
    let records: [CSVRecord]
    do throws(CSVError) {
      records = try CSVReader.records(Array(text.utf8))
    } catch {
      throw .damaged(file: file, reason: "line \(error.line), column \(error.column) is no row of comma-separated values")
    }
    guard records.first?.cells.map(\.text) == WaterfallRows.columns else {
      throw .damaged(file: file, reason: "its columns are not those of this version")
    }
    var falls: [FallDocument] = []
    var rows = records.dropFirst()[...]
    while let first = rows.first {
      let count = WaterfallRows.columns.count
      // All rows of one outcome under one scenario in one period stand together.
      let own = rows.prefix { $0.cells.count == count && $0.cells.prefix(4).map(\.text) == first.cells.prefix(4).map(\.text) }
      guard !own.isEmpty else { throw .damaged(file: file, reason: "line \(first.line) has \(first.cells.count) cells") }
      rows = rows[own.endIndex...]
      guard let fall = FallDocument(own.map { $0.cells.map(\.text) }, draws: draws) else {
        throw .damaged(file: file, reason: "the steps from line \(first.line) on are incomplete")
      }
      falls.append(fall)
    }
    return falls
  }

  private init?(_ rows: [[String]], draws: Int) {
    guard let first = rows.first else { return nil }
    func figures(_ step: Int, _ prefix: String) -> OutcomeFigures? {
      let statistics = rows.filter { $0[4] == "\(step)" && $0[7].hasPrefix(prefix) }.map {
        OutcomeFigures.Statistic(
          name: $0[7], value: Double($0[8]), standardError: Double($0[9]), low: Double($0[10]), high: Double($0[11]))
      }
      let figures = OutcomeFigures(
        outcome: first[2], group: "total", unit: first[3], statistics: statistics, prefix: prefix, draws: draws)
      return figures.isDefined ? figures : nil
    }
    guard let base = figures(0, "level_") else { return nil }
    self.base = base
    (scenario, period) = (first[0], first[1])
    steps = []
    while let row = rows.first(where: { $0[4] == "\(steps.count + 1)" }) {
      guard let change = figures(steps.count + 1, "change_"), let level = figures(steps.count + 1, "level_") else { return nil }
      steps.append(Step(kind: row[5], policy: row[6], change: change, level: level))
    }
    if steps.isEmpty { return nil }
  }
}
