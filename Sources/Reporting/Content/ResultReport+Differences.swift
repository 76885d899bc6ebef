extension ResultReport {
  /// The comparisons that the study asks for.
  var comparisonSections: [Report.Section] {
    result.comparisons.enumerated().compactMap { index, compared in
      let number = result.comparisons.count > 1 ? "-\(index + 1)" : ""
      return ComparedFigures(compared: compared, prefix: number.isEmpty ? "" : "c\(index + 1)-")
        .section(anchor: "differences" + number)
    }
  }
}
