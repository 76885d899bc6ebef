package import Analysis
internal import TextFormats

/// How probable rare events are, for people.
package struct RareReport: Sendable {
  package var results: [RareResult]
  package var title: String
  package var seed: UInt64
  package var style: TextStyle
  package var folder: String

  package init(results: [RareResult], title: String, seed: UInt64, style: TextStyle, folder: String) {
    self.results = results
    self.title = title
    self.seed = seed
    self.style = style
    self.folder = folder
  }

  /// The whole report, with a line feed at its end.
  package var text: String {
    var lines = style.fitted(ShownText.name(title)).map(style.title) + [""]
    lines += style.wrapped(
      "\(NumberText.count(results.first?.draws ?? 0)) draws of seed \(seed) for each event, most of them where it happens.")
    for result in results {
      let place = [result.scenario, result.period == "year" ? nil : result.period].compactMap(\.self).map { ShownText.name($0) }
      lines += [""]
      lines += style.wrapped((place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + result.condition.text)
        .map(style.strong)
      lines += sentences(result).flatMap { style.wrapped($0, first: "  ", indent: "  ") }
    }
    lines.append("")
    lines.append(style.strong("Files") + "  " + ShownText.line(folder))
    return lines.joined(separator: "\n") + "\n"
  }

  private func sentences(_ result: RareResult) -> [String] {
    let interval =
      "(95 % interval \(Self.shown(result.interval.lowerBound)) to \(Self.shown(result.interval.upperBound)))"
    switch result.method {
    case .certain: return [result.probability == 1 ? "It holds in every draw." : "It holds in no draw."]
    case .shifted:
      let leaders = result.leaders.map {
        ShownText.line($0.path, limit: 40) + ($0.deviations < 0 ? " −" : " +")
          + NumberText.rounded($0.deviations.magnitude, place: -1) + " sd"
      }
      return [
        "Probability \(Self.shown(result.probability)) \(interval).",
        "\(NumberText.figure(result.effectiveHits.rounded())) effective hits; as sure as "
          + "\(NumberText.figure(result.plainDraws.rounded())) ordinary draws.",
        "Where it happens, on average: " + leaders.joined(separator: ", ") + ".",
      ]
    case .notReached, .degenerate:
      let reason =
        result.method == .notReached
        ? "no shift of the inputs was found that comes nearer to it" : "too few of the shifted draws carried the estimate"
      return [
        "Probability \(Self.shown(result.probability)) \(interval), from \(NumberText.count(result.hits)) hits in ordinary "
          + "draws: \(reason)."
      ]
    }
  }

  /// With a power of ten where it is small.
  private static func shown(_ probability: Double) -> String {
    guard probability > 0, probability < 1e-3 else { return NumberText.short(probability) }
    let place = ShownDigits.leadingPlace(probability)
    return "\(NumberText.rounded(probability * (0..<(-place)).reduce(1.0) { power, _ in power * 10 }, place: -2))e\(place)"
  }
}
