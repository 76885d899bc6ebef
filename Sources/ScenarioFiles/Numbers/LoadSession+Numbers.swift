internal import Distributions
internal import TariffModel

/// What a place lets a number be.
struct NumberPlace: Sendable {
  var scale: NumberScale
  var allowsParameter = true
  var allowsInfinity = false
  /// Whether lines with like codes may share one draw.
  var allowsSharing = false
}

extension LoadSession {
  /// Reads a number in any of its forms; `provenance` holds for what the number does not state itself.
  func number(_ field: Field, as place: NumberPlace, provenance: Provenance = Provenance()) -> NumberField? {
    var number: NumberField?
    switch field.value {
    case .integer, .float:
      number = plain(field, as: place).map { NumberField(content: $0, origin: field, provenance: provenance) }
    case .text(let text):
      number = written(text, field, as: place).map { NumberField(content: $0, origin: field, provenance: provenance) }
    case .table(let entries):
      number = table(entries, field, as: place, provenance: provenance)
    case .array(let nodes):
      report(field, .notANumber, NumberText.repair(list: nodes.map { self.field($0, in: field).shown ?? "" }, as: place.scale))
    default:
      report(field, .notANumber)
    }
    return number
  }

  /// A TOML number, or number text that is one, without a distribution behind it.
  ///
  /// `isPercent` says that it counts in percent, so that 5 is meant by 5 %.
  func plainNumber(_ field: Field?, inPercent isPercent: Bool = false) -> Double? {
    guard let field else { return nil }
    switch field.value {
    case .integer(let number): return Double(number)
    case .float(let number) where number.isFinite: return number
    case .float: report(field, .notFinite)
    case .text(let text) where field.isBare:
      if case .plain(let number) = NumberText(text) { return number }
      report(field, .notANumber, Self.plainAdvice(text, inPercent: isPercent, at: field.path))
    case .text(let text): report(field, .needsPlainNumber, Self.plainAdvice(text, inPercent: isPercent, at: field.path))
    default: report(field, .needsPlainNumber)
    }
    return nil
  }

  /// The plain number that text states otherwise.
  private static func plainAdvice(_ text: String, inPercent isPercent: Bool, at path: String) -> String? {
    let most = path.hasSuffix("shortfallPercent") ? 50.0 : 100
    switch NumberText(text) {
    case .plain(let value) where isPercent && !(0...most).contains(value): return nil
    case .percent(let value) where isPercent && !(0...most).contains(100 * value): return nil
    case .plain(let value): return "write \(shown(value))"
    // A percentage of dollars is no number of them.
    case .percent where ["dutyPaid", "value"].contains(path.split(separator: "/").last ?? ""): return nil
    case .percent(let value): return "write \(shown(isPercent ? (value * 1e8).rounded() / 1e6 : value))"
    case .interval, .name, .infinite, .invalid: return nil
    }
  }

  private func plain(_ field: Field, as place: NumberPlace) -> NumberField.Content? {
    if case .float(let value) = field.value, value == .infinity, place.allowsInfinity { return .infinite }
    return scalar(field, as: place.scale).map { .constant($0) }
  }

  /// A number or a percentage; a rate above 1 must be a percentage.
  func scalar(_ field: Field, as scale: NumberScale) -> Double? {
    switch field.value {
    case .integer(let number): return checked(Double(number), field, as: scale)
    case .float(let number): return checked(number, field, as: scale)
    case .text(let text):
      switch NumberText(text) {
      case .percent(let value) where scale != .amount: return value
      case .percent: reportPercentage(field)
      // Whether a negative number may stand here its range says, with what to write instead.
      case .plain(let value) where field.isBare || value < 0: return checked(value, field, as: scale)
      case .infinite: report(field, .notFinite)
      case .plain(let value): report(field, .notANumber, Self.unquoted(value, as: scale).map { "write \($0)" })
      case .invalid: report(field, .notANumber, NumberText.repair(text, as: scale, isCell: field.isCell))
      case .interval, .name: report(field, .needsPlainNumber)
      }
    case .table: report(field, .needsPlainNumber)
    default: report(field, .notANumber)
    }
    return nil
  }

  private func checked(_ value: Double, _ field: Field, as scale: NumberScale) -> Double? {
    guard value.isFinite else {
      report(field, .notFinite)
      return nil
    }
    guard !scale.isFraction || value <= 1 else {
      reportRate(value, field, as: scale)
      return nil
    }
    return value
  }

  /// Reports a percentage where a number has a unit.
  private func reportPercentage(_ field: Field) {
    report(field, .wrongKind(expected: "an amount: a percentage has no unit"))
  }

  /// A number that stands in quotes, as it may be written here; nothing for a share of more than a hundred percent.
  private static func unquoted(_ value: Double, as scale: NumberScale) -> String? {
    if scale == .share, value > 100 { return nil }
    return scale.isFraction && value > 1 ? readings(of: value, as: scale) : shown(value)
  }

  /// Reports a rate above 1 that is not written as a percentage.
  func reportRate(_ value: Double, _ field: Field, as scale: NumberScale) {
    // A share of more than a hundred percent is none, however it is written.
    let isShare = scale == .share && value > 100
    report(field, .rateAboveOne, isShare ? nil : "write it as text: \(Self.readings(of: value, as: scale))")
  }

  /// The percentages that a number above 1 may be meant as.
  static func readings(of value: Double, as scale: NumberScale) -> String {
    let asPercent = shown(value)
    // Rounded to what a person writes: 110 for 1.1, not 110.00000000000001.
    let asFraction = shown((value * 1e8).rounded() / 1e6)
    // A rate of 1.45 may be 145 % or 1.45 %; a share has no reading above 100 %.
    return scale == .share ? "\"\(asPercent)%\"" : "\"\(asPercent)%\" or \"\(asFraction)%\""
  }

  static func shown(_ value: Double) -> String {
    if let whole = Int64(exactly: value) { return "\(whole)" }
    return "\(value)"
  }

  /// Text in any form of number that this place allows.
  func written(_ text: String, _ field: Field, as place: NumberPlace) -> NumberField.Content? {
    switch NumberText(text) {
    case .interval(let low, let high, let isPercent):
      if isPercent, place.scale == .amount {
        reportPercentage(field)
        return nil
      }
      if !isPercent, place.scale.isFraction, max(low, high) > 1 {
        report(field, .rateAboveOne, "write both ends as percentages: \(NumberText.percentages(min(low, high), max(low, high)))")
        return nil
      }
      return made(field, suggestion: NumberText.inOrder(text)) { () throws(DistributionError) in
        low > 0 && high > 0
          ? try .lognormal(low: low, high: high, probability: 0.9) : try .normal(low: low, high: high, probability: 0.9)
      }
    case .name(let name): return reference(to: name, times: 1, field, as: place)
    case .infinite where place.allowsInfinity && field.isBare && !text.contains("-"): return .infinite
    default: return scalar(field, as: place.scale).map { .constant($0) }
    }
  }

  /// The named parameter, where there is one and it may stand here; `factor` is where its factor stands.
  func reference(
    to name: String, times: Double, _ field: Field, factor: Field? = nil, as place: NumberPlace
  ) -> NumberField.Content? {
    guard place.allowsParameter else {
      report(field, .parameterNotAllowed)
      return nil
    }
    guard parameterNames.contains(name) else {
      // A parameter may stand in a file that could not be read.
      if lacksInclude { return nil }
      report(field, .unknownParameter, question(name, among: parameterNames))
      return nil
    }
    guard checkRate(name, times: times, field, factor: factor, as: place.scale) else { return nil }
    return .parameter(name: name, times: times)
  }

  /// A distribution, or nothing where its parameters break the family's rules.
  ///
  /// The problem is that of the parameter at fault, where `parts` has it.
  func made(
    _ field: Field, _ parts: [String: Field] = [:], suggestion: String? = nil,
    _ make: () throws(DistributionError) -> Distribution
  ) -> NumberField.Content? {
    do throws(DistributionError) {
      return .distribution(try make())
    } catch {
      report(part(at: error, parts) ?? field, .distribution(error), suggestion ?? Self.shareAdvice(error))
      return nil
    }
  }

  /// The way out for a probability in percent.
  private static func shareAdvice(_ error: DistributionError) -> String? {
    guard case .parameter(_, let index, let value, let rule) = error else { return nil }
    if case .equal(let end) = rule, index != nil {
      return "add the \(end == 0 ? "least" : "greatest") value, with the probability \(shown(end))"
    }
    guard rule == .share || rule == .openShare, value > 1, value < 100 else { return nil }
    return "write \(shown((value * 1e8).rounded() / 1e10))"
  }

  private func part(at error: DistributionError, _ parts: [String: Field]) -> Field? {
    guard case .parameter(let parameter, let index, _, _) = error, let part = parts[parameter.rawValue] else { return nil }
    guard let index, case .array(let nodes) = part.value, nodes.indices.contains(index) else { return part }
    return self.field(nodes[index], in: part)
  }
}
