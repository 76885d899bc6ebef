internal import Distributions
internal import TariffModel

/// What a rate that names a parameter must know of it.
struct SharedNumber: Sendable {
  /// The distribution of the parameter; a constant is one.
  var distribution: Distribution
  /// The ends of the interval that it is stated as, if it is one of plain numbers.
  var interval: (low: Double, high: Double)?
  /// The table that states it with its numbers as percentages, if it has one.
  var percentages: String?
  /// True where a number beyond 1 is stated without a percent sign.
  var hasBareNumberBeyondOne: Bool

  /// The ends of an interval of plain numbers.
  static func plainEnds(of text: String) -> (low: Double, high: Double)? {
    if case .interval(let low, let high, false) = NumberText(text) { (low, high) } else { nil }
  }

  /// The upper end of the parameter times a constant.
  func upperEnd(times factor: Double) -> Double {
    // Zero times an end at infinity is zero: the product is certain.
    guard factor != 0 else { return 0 }
    let support = distribution.support
    return factor * (factor > 0 ? support.upper : support.lower)
  }

  /// What to write where the parameter stands, so that a rate may name it.
  ///
  /// Nothing for a share of more than a hundred percent, nor for an interval of negative numbers.
  func suggestion(_ path: String, as scale: NumberScale) -> String? {
    if let interval, interval.high <= 0 { return nil }
    if let interval { return "write \(path) as text: \(NumberText.percentages(interval.low, interval.high))" }
    guard let value = distribution.constantValue else {
      return percentages.map { "write \(path) as \($0)" } ?? "state the numbers beyond 1 of \(path) as percentages"
    }
    if scale == .share, value > 100 { return nil }
    return "write \(path) as text: \(LoadSession.readings(of: value, as: scale))"
  }
}

extension LoadSession {
  /// Whether a rate may name a parameter; reported where a number above 1 could be meant as a percentage.
  ///
  /// `factor` is where the factor stands, if it stands anywhere.
  func checkRate(_ name: String, times: Double, _ field: Field, factor: Field?, as scale: NumberScale) -> Bool {
    guard scale.isFraction, let shared = sharedNumbers[name], shared.upperEnd(times: times) > 1 else { return true }
    if shared.hasBareNumberBeyondOne {
      report(field, .rateAboveOne, shared.suggestion("parameters/\(name)", as: scale))
      return false
    }
    guard let factor, factor.hasBareNumberBeyondOne else { return true }
    reportRate(times, factor, as: scale)
    return false
  }
}

extension Field {
  /// The table of a number with all values of the number written as percentages; nothing for other forms.
  var inPercentages: String? {
    guard case .table(let entries) = value else { return nil }
    let turned = entries.map { entry in
      var entry = entry
      if let family = Family(rawValue: entry.key), case .table(var parameters) = entry.node.value {
        let onScale = family.parameters.filter(\.isOnScale).map(\.key)
        for place in parameters.indices where onScale.contains(parameters[place].key) {
          parameters[place].node.value = Self.inPercent(parameters[place].node.value)
        }
        entry.node.value = .table(parameters)
      } else if NumberTableKey.truncation.contains(entry.key) {
        entry.node.value = Self.inPercent(entry.node.value)
      }
      return entry
    }
    return TOMLValue.table(turned).inlineText.flatMap { $0.utf8.count < 300 ? $0 : nil }
  }

  private static func inPercent(_ value: TOMLValue) -> TOMLValue {
    switch value {
    case .integer(let number): .text("\(number)%")
    case .float(let number): .text("\(LoadSession.shown(number))%")
    case .array(let nodes):
      .array(nodes.map { TOMLNode(inPercent($0.value), line: $0.line, column: $0.column) })
    default: value
    }
  }

  /// Whether a number of what is stated here is above 1 or below −1 and not written as a percentage.
  ///
  /// Shapes, probabilities and weights do not count: they are no values of the number.
  var hasBareNumberBeyondOne: Bool { Self.hasBareNumberBeyondOne(value) }

  private static func hasBareNumberBeyondOne(_ value: TOMLValue) -> Bool {
    switch value {
    case .integer(let number): number.magnitude > 1
    case .float(let number): number.magnitude > 1
    case .text(let text):
      switch NumberText(text) {
      case .plain(let number): number.magnitude > 1
      case .interval(let low, let high, let isPercent): !isPercent && max(low.magnitude, high.magnitude) > 1
      case .percent, .name, .infinite, .invalid: false
      }
    case .array(let nodes): nodes.contains { hasBareNumberBeyondOne($0.value) }
    case .table(let entries): entries.contains { hasBareNumberBeyondOne(entry: $0) }
    case .boolean, .date, .time: false
    }
  }

  /// The same of an entry of a number's table.
  private static func hasBareNumberBeyondOne(entry: TOMLEntry) -> Bool {
    guard let family = Family(rawValue: entry.key) else {
      return (["value"] + NumberTableKey.truncation).contains(entry.key) && hasBareNumberBeyondOne(entry.node.value)
    }
    guard case .table(let entries) = entry.node.value else { return false }
    let onScale = family.parameters.filter(\.isOnScale).map(\.key)
    return entries.contains { onScale.contains($0.key) && hasBareNumberBeyondOne($0.node.value) }
  }
}
