internal import Simulation
internal import Statistics
internal import TariffModel

extension TextReport {
  /// Which percentiles the sketches could not place, what was done, and how to have them exactly.
  var widenedPercentiles: [String] {
    let marked = result.outcomes.flatMap { outcome in
      outcome.summary.percentiles.filter(\.isWidened).map { (outcome.key, $0.percent) }
    }
    guard let (key, percent) = marked.first else { return [] }
    let example = "P\(NumberText.exact(percent)) of \(key.outcome.rawValue) under \(key.scenario)"
    let count = NumberText.count(marked.count)
    let subject = marked.count == 1 ? "\(example) lies" : "\(count) percentiles, such as \(example), lie"
    return TextLayout.wrapped(
      "\(subject) where values jump, and the sketch of the draws cannot tell the place: "
        + "\(marked.count == 1 ? "its interval holds" : "their intervals hold") the whole jump, and "
        + "\(marked.count == 1 ? "its row is" : "their rows are") marked 'widened' in percentiles.csv. "
        + "Run with --exact-percentiles to have them exactly.", first: "  - ", indent: "    ")
  }
}
