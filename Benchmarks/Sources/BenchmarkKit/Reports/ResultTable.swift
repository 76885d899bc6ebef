internal import CommandLineKit
package import Reporting

/// Results as an aligned table for people.
package struct ResultTable {
  package var report: BenchmarkReport
  /// With this, two more columns say what has changed.
  package var comparison: Comparison?
  package var style: TextStyle

  package init(_ report: BenchmarkReport, comparison: Comparison? = nil, style: TextStyle) {
    self.report = report
    self.comparison = comparison
    self.style = style
  }

  /// The machine, a line a result, and what cannot be seen from the table.
  package var text: String {
    var columns = [TextTable.Column("benchmark", .left)]
    columns += ["min", "median", "p90"].map { TextTable.Column($0) }
    columns += [.init("unit", .left), .init("samples")]
    if comparison != nil { columns += [.init("ratio"), .init("", .left)] }
    var table = TextTable(columns: columns)
    for (index, result) in report.results.enumerated() {
      let statistics = result.statistics
      var cells = [result.name]
      cells += [statistics.minimum, statistics.median, statistics.p90].map(NumberText.short)
      cells += [result.unit.rawValue, NumberText.count(statistics.samples)]
      if let row = comparison?.rows[index] {
        cells += [row.ratio.map { NumberText.rounded($0, place: -3) } ?? "", row.change.word]
      }
      table.rows.append(cells)
    }
    let lines = table.lines()
    var text = heading + "\n\n" + style.title(lines[0]) + "\n"
    for (index, line) in lines.dropFirst().enumerated() {
      let change = comparison?.rows[index].change
      text += (change == .slower || change == .faster ? style.strong(line) : line) + "\n"
    }
    return text + notes
  }

  private var heading: String {
    let machine = report.machine
    let processors = "\(machine.processors) processor\(machine.processors == 1 ? "" : "s")"
    let commit =
      machine.commit.isEmpty
      ? "unknown commit" : "commit " + machine.commit.prefix(8) + (machine.commit.hasSuffix("+") ? "+" : "")
    return style.faint(
      "\(machine.processor), \(processors), \(machine.instructionSet), OpenBLAS \(machine.blasVersion) \(machine.blasCore), "
        + "\(machine.compiler), \(commit), \(machine.date)")
  }

  private var notes: String {
    guard let comparison else { return "" }
    var text = "\n" + TextWrapping.lines(Comparison.rule, width: HelpText.width).joined(separator: "\n") + "\n"
    if !comparison.missing.isEmpty {
      text += "Not measured this time: \(comparison.missing.joined(separator: ", "))\n"
    }
    return text
  }
}

extension Comparison.Change {
  /// How a table says it.
  fileprivate var word: String {
    switch self {
    case .faster: "faster"
    case .slower: "slower"
    case .same: ""
    case .new: "new"
    }
  }
}
