internal import Statistics
internal import TariffModel

/// A change in words: its direction, its middle and its interval as magnitudes.
struct Movement {
  enum Direction {
    case up
    case down
    /// The interval holds both signs.
    case mixed
  }

  private let figure: CentralFigure
  private let unit: OutcomeUnit
  let direction: Direction

  init(_ summary: SampleSummary, unit: OutcomeUnit, digits: Int) {
    figure = CentralFigure(summary, digits: digits)
    self.unit = unit
    let low = figure.interval?.lowerBound ?? figure.centre
    let high = figure.interval?.upperBound ?? figure.centre
    direction = low >= 0 ? .up : high <= 0 ? .down : .mixed
  }

  func verb(_ up: String, _ down: String) -> String { direction == .down ? down : up }

  /// `a median 19 % (90 % interval 9 to 33)`.
  var words: String {
    let percent = NumberText.exact(figure.intervalPercent)
    let interval = ends.map { " (\(percent) % interval \($0))" } ?? ""
    switch figure.middle {
    case nil: return centreText
    case "mean": return "\(centreText) on average\(interval)"
    case let middle?: return "a \(middle) \(centreText)\(interval)"
    }
  }

  /// `USD 968 m (450 to 1,690)`.
  var figures: String { centreText + (ends.map { " (\($0))" } ?? "") }

  /// `19 %`, `USD 968 m`.
  var centreText: String {
    switch unit {
    case .percent, .fraction: shown(figure.centre) + " %"
    case .percentagePoints: shown(figure.centre) + " points"
    case .jobs: shown(figure.centre) + " jobs"
    case .count: shown(figure.centre)
    case .millionUSD: "USD " + shown(figure.centre) + " m"
    }
  }

  /// The ends of the interval, the smaller magnitude first.
  private var ends: String? {
    figure.interval.map { interval in
      direction == .down
        ? "\(shown(interval.upperBound)) to \(shown(interval.lowerBound))"
        : "\(shown(interval.lowerBound)) to \(shown(interval.upperBound))"
    }
  }

  private func shown(_ value: Double) -> String {
    figure.shown(direction == .mixed ? value : value.magnitude)
  }
}
