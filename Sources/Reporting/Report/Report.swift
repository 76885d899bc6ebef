/// What a reader is given on a page: sentences, tables of numbers and charts, in order; no markup and no rounding.
package struct Report: Hashable, Sendable {
  package var title: String
  /// What the page is about in a line: countries, horizon, draws.
  package var facts: [String]
  /// The study's own words.
  package var summary: String?
  package var sections: [Section]

  /// A part of the page under a heading.
  package struct Section: Hashable, Sendable {
    /// What a link to the section names.
    package var anchor: String
    package var title: String
    package var blocks: [Block]
  }

  /// What stands in a section.
  package enum Block: Hashable, Sendable {
    case paragraph(String)
    case bullets([String])
    case figure(Figure)
    /// A table for itself; one that is folded away shows its title until it is opened.
    case table(DataTable, isFolded: Bool)
  }

  /// All figures, in the order of the page.
  package var figures: [Figure] {
    sections.flatMap { section in
      section.blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }
  }
}

/// A chart with the numbers that it shows.
package struct Figure: Hashable, Sendable {
  /// The stem of its files, as in `changes-balance`.
  package var name: String
  package var title: String
  /// What marks mean, and which numbers they show.
  package var note: String
  package var chart: Chart
  package var table: DataTable
  /// Whether the table is folded away until it is opened.
  package var foldsTable: Bool
}

/// The kinds of chart; marks are in the units of the data.
package enum Chart: Hashable, Sendable {
  case intervals(IntervalChart)
  case densities(DensityChart)
  case cumulative(CumulativeChart)
  case fan(FanChart)
  case waterfall(WaterfallChart)
}
