internal import Distributions
internal import TariffModel

/// Keys of an inline table that states a number, besides the families.
enum NumberTableKey {
  static let forms = ["value", "parameter"]
  static let truncation = ["lower", "upper"]
  static let provenance = ["source", "judgement", "asOf", "note"]
  static let all = forms + ["times"] + Family.allCases.map(\.rawValue) + truncation + ["perDigits"] + provenance
}

extension LoadSession {
  /// Reads a number stated as an inline table; of `outer` holds what the table does not state.
  func table(
    _ entries: [TOMLEntry], _ field: Field, as place: NumberPlace, provenance outer: Provenance
  ) -> NumberField? {
    var parts: [String: Field] = [:]
    var hasUnknown = false
    lazy var unused = Self.unused(NumberTableKey.all, in: entries)
    for entry in entries {
      let child = self.field(entry, of: field)
      if NumberTableKey.all.contains(entry.key) {
        parts[entry.key] = child
      } else {
        reportUnknownKey(
          child, entry, among: unused, hint: entry.key == "interval" ? intervalAsText(child) : nil)
        hasUnknown = true
      }
    }
    var provenance = outer
    if let source = text(parts["source"]) { provenance.source = source }
    if let isJudgement = boolean(parts["judgement"]) { provenance.isJudgement = isJudgement }
    if let asOf = date(parts["asOf"]) { provenance.asOf = asOf }
    if parts["note"] != nil { _ = text(parts["note"]) }
    let stated = entries.map(\.key).filter { NumberTableKey.forms.contains($0) || Family(rawValue: $0) != nil }
    guard let form = stated.first else {
      // An unknown key is most likely the form that is missed here.
      if !hasUnknown { report(field, .notANumber, "give it a value, a parameter or a family such as uniform") }
      return nil
    }
    for other in stated.dropFirst() {
      if let part = parts[other] { report(part, .cannotStandBeside([form])) }
    }
    guard stated.count == 1, let part = parts[form], checkCompanions(of: form, parts, place) else { return nil }
    let perDigits = integer(parts["perDigits"], from: 2).map { Int($0) }
    guard (perDigits == nil) == (parts["perDigits"] == nil) else { return nil }
    return content(form, part, parts, as: place).map {
      NumberField(content: $0, origin: field, provenance: provenance, perDigits: perDigits)
    }
  }

  /// Reports `times` without a parameter, truncation without a family, and sharing where there are no lines to share.
  private func checkCompanions(of form: String, _ parts: [String: Field], _ place: NumberPlace) -> Bool {
    var isFine = true
    if let sharing = parts["perDigits"], !place.allowsSharing {
      report(sharing, .goesOnlyWith("a number of lines or markets"))
      isFine = false
    }
    if let times = parts["times"], form != "parameter" {
      report(times, .goesOnlyWith("parameter"))
      isFine = false
    }
    let isInterval = form == "value" && parts[form]?.interval != nil
    for key in NumberTableKey.truncation where NumberTableKey.forms.contains(form) && !isInterval {
      guard let part = parts[key] else { continue }
      report(part, .goesOnlyWith("an interval or a family such as normal"))
      isFine = false
    }
    return isFine
  }

  private func content(_ form: String, _ part: Field, _ parts: [String: Field], as place: NumberPlace) -> NumberField.Content? {
    switch form {
    case "value":
      guard let text = part.interval else { return scalar(part, as: place.scale).map { .constant($0) } }
      guard case .distribution(let whole)? = written(text, part, as: place) else { return nil }
      return truncated(whole, part, parts, as: place)
    case "parameter":
      guard case .text = part.value else {
        report(part, .wrongKind(expected: "the name of a parameter"))
        return nil
      }
      guard let name = text(part), let times = parts["times"].map({ scalar($0, as: .plain) }) ?? 1 else { return nil }
      return reference(to: name, times: times, part, factor: parts["times"], as: place)
    default:
      guard let family = Family(rawValue: form), let whole = distribution(family, part, as: place) else { return nil }
      return truncated(whole, part, parts, as: place)
    }
  }

  /// A distribution within the ends that a number's table states.
  private func truncated(
    _ whole: Distribution, _ field: Field, _ parts: [String: Field], as place: NumberPlace
  ) -> NumberField.Content? {
    let ends = NumberTableKey.truncation.compactMap { key in parts[key].map { (key, scalar($0, as: place.scale)) } }
    guard ends.allSatisfy({ $0.1 != nil }) else { return nil }
    guard !ends.isEmpty else { return .distribution(whole) }
    let values = Dictionary(uniqueKeysWithValues: ends.map { ($0.0, $0.1 ?? 0) })
    return made(field, parts) { () throws(DistributionError) in
      try whole.truncated(lower: values["lower"] ?? -.infinity, upper: values["upper"] ?? .infinity)
    }
  }

  /// How an interval that stands under a key of its own is written.
  private func intervalAsText(_ field: Field) -> String {
    guard case .array(let nodes) = field.value, nodes.count == 2 else { return "write it as text, as in value = \"1.0 to 2.4\"" }
    let ends = nodes.map { self.field($0, in: field).shown?.filter { $0 != "\"" } ?? "" }
    return "write value = \"\(ends[0]) to \(ends[1])\""
  }

  /// A distribution of a family from the table of its parameters.
  private func distribution(_ family: Family, _ field: Field, as place: NumberPlace) -> Distribution? {
    guard case .table(let entries) = field.value else {
      report(field, .wrongKind(expected: "a table"))
      return nil
    }
    var parts: [String: Field] = [:]
    var isFine = true
    lazy var unused = Self.unused(family.parameters.map(\.key), in: entries)
    for entry in entries {
      let child = self.field(entry, of: field)
      if family.parameters.contains(where: { $0.key == entry.key }) {
        parts[entry.key] = child
      } else {
        reportUnknownKey(child, entry, among: unused)
        isFine = false
      }
    }
    guard isFine, let variant = variant(of: family, parts, field) else { return nil }
    var arguments = FamilyArguments()
    for parameter in variant {
      guard let part = parts[parameter.key] else {
        arguments.scalars[parameter.key] = parameter.defaultValue
        continue
      }
      isFine = read(parameter, part, into: &arguments, as: place) && isFine
    }
    guard isFine,
      case .distribution(let made)? = made(
        field, parts, suggestion: normalInstead(family, arguments, parts) ?? Self.sharesInstead(family, arguments),
        { () throws(DistributionError) in try arguments.make(family) })
    else { return nil }
    return made
  }

  /// The way out for a lognormal by an interval that is not all above 0.
  private func normalInstead(_ family: Family, _ arguments: FamilyArguments, _ parts: [String: Field]) -> String? {
    guard family == .lognormal, let low = arguments.scalars["low"], let high = arguments.scalars["high"], low <= 0, high > 0
    else { return nil }
    let stated = ["low", "high", "probability"].compactMap { key in parts[key]?.shown.map { "\(key) = \($0)" } }
    let table = "write normal = { \(stated.joined(separator: ", ")) }"
    return table + ", and lower = 0 beside it where no value is negative"
  }

  /// The way out for probabilities in percent and for weights of any size.
  private static func sharesInstead(_ family: Family, _ arguments: FamilyArguments) -> String? {
    let key = family == .mixture ? "weights" : "probabilities"
    guard let list = arguments.lists[key], list.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    let sum = list.reduce(0, +)
    // Thirds are rounded; what sums to much less lacks something.
    guard list.max() ?? 0 > 1 || family != .quantiles && sum > 0.95 else { return nil }
    let whole = family == .quantiles ? 100 : sum
    // Those of quantiles go from 0 to 1.
    guard family != .quantiles || list.first == 0 && list.last == 100 else { return nil }
    let shares = list.map { ($0 / whole * 1e12).rounded() / 1e12 }
    // Beside another list of another length, or with too few elements, they are refused as well.
    var corrected = arguments
    corrected.lists[key] = shares
    guard (try? corrected.make(family)) != nil else { return nil }
    return "write \(key) = [\(shares.map(shown).joined(separator: ", "))]"
  }

  /// The set of parameters that the keys belong to.
  private func variant(of family: Family, _ parts: [String: Field], _ field: Field) -> [FamilyParameter]? {
    // The set that shares most keys is the one that is meant.
    let variants = family.variants
    func shared(_ variant: [FamilyParameter]) -> Int { variant.filter { parts[$0.key] != nil }.count }
    guard let best = variants.max(by: { shared($0) < shared($1) }) else { return nil }
    let keys = best.map(\.key)
    var isFine = true
    for (key, part) in parts where !keys.contains(key) {
      report(part, .cannotStandBeside(keys.filter { parts[$0] != nil }))
      isFine = false
    }
    guard isFine else { return nil }
    for parameter in best where parts[parameter.key] == nil && parameter.defaultValue == nil {
      report(InputProblem(location: field.location, path: field.path, rule: .missingKey(parameter.key)))
      isFine = false
    }
    return isFine ? best : nil
  }

  private func read(
    _ parameter: FamilyParameter, _ part: Field, into arguments: inout FamilyArguments, as place: NumberPlace
  ) -> Bool {
    let scale = parameter.isOnScale ? place.scale : .plain
    switch parameter.kind {
    case .scalar:
      guard let value = scalar(part, as: scale) else { return false }
      arguments.scalars[parameter.key] = value
    case .list:
      guard case .array = part.value else {
        report(part, .wrongKind(expected: "a list"))
        return false
      }
      let values = list(part).map { scalar($0, as: scale) }
      guard values.allSatisfy({ $0 != nil }) else { return false }
      arguments.lists[parameter.key] = values.compactMap { $0 }
    case .components:
      guard case .array = part.value else {
        report(part, .wrongKind(expected: "a list"))
        return false
      }
      let components = list(part).map { component($0, as: place) }
      guard components.allSatisfy({ $0 != nil }) else { return false }
      arguments.components = components.compactMap { $0 }
    }
    return true
  }

  private func component(_ field: Field, as place: NumberPlace) -> Distribution? {
    switch number(field, as: NumberPlace(scale: place.scale, allowsParameter: false))?.content {
    case .constant(let value): .constant(value)
    case .distribution(let distribution): distribution
    case .parameter, .infinite, nil: nil
    }
  }
}
