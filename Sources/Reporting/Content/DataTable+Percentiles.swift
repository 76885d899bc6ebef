extension DataTable {
  /// Percentiles, mean and probabilities of some outcomes of one kind, a row each.
  static func percentiles(_ places: [FigurePlace], title: String, axis: String? = nil) -> DataTable {
    let percents = places.first?.figures.percentiles.map(\.percent) ?? []
    let probabilities = (places.first?.figures.statistics ?? []).filter { $0.name.hasPrefix("probability_below_") }.map(\.name)
    let columns =
      [DataTable.Column.text(axis ?? places.first.map { $0.figures.axis } ?? "")]
      + percents.map { DataTable.Column.number("P" + NumberText.exact($0)) } + [.number("mean")]
      + probabilities.map { .number("chance below " + threshold($0, in: places) + ", %") }
    let rows = places.map { place -> [DataTable.Cell] in
      guard let spread = Spread(place.figures) else { return [.text(place.label)] + columns.dropFirst().map { _ in .empty } }
      let scale = place.figures.displayScale
      let numbers = percents.map { percent in
        place.figures.percentiles.first { $0.percent == percent }.map {
          DataTable.Cell.number($0.value * scale, place: spread.place)
        }
          ?? .empty
      }
      let mean = place.figures.statistic("mean")?.value.map { DataTable.Cell.number($0 * scale, place: spread.place) } ?? .empty
      let chances = probabilities.map { name in
        place.figures.statistic(name)?.value.map { DataTable.Cell.number($0 * 100, place: chancePlace($0)) } ?? .empty
      }
      return [.text(place.label)] + numbers + [mean] + chances
    }
    return DataTable(title: title, columns: columns, rows: rows)
  }

  /// The threshold that a probability's name in files holds, in the unit that is shown.
  private static func threshold(_ name: String, in places: [FigurePlace]) -> String {
    let text = String(name.dropFirst("probability_below_".count))
    guard let value = Double(text), let scale = places.first?.figures.displayScale else { return text }
    return ShownNumber.text(value * scale, place: ShownDigits.lastPlace(value * scale))
  }

  /// A probability near 0 or 1 is told by more digits.
  private static func chancePlace(_ probability: Double) -> Int {
    let tail = min(probability, 1 - probability) * 100
    return tail == 0 ? 0 : max(-4, min(-1, ShownDigits.leadingPlace(tail) - 1))
  }
}
