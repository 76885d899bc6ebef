internal import Distributions
internal import TariffModel

extension LoadSession {
  /// The way out for a family whose values leave the range of its number: the same cut at the ends of the range, or with its signs
  /// turned where it is an elasticity of which no value is in it; for all else what the model says.
  ///
  /// What is advised is accepted when it is written.
  func familyAdvice(_ problem: ModelProblem) -> String? {
    let times = problem.origin?.times ?? 1
    guard case .range(let range) = problem.rule, !problem.isConstant, times > 0,
      let number = drawnTables[problem.origin?.path ?? problem.path], case .distribution(let law) = number.content,
      case .table(let entries) = number.origin.value
    else { return problem.suggestion }
    let bounds = (lower: range.bounds.lower / times, upper: range.bounds.upper / times)
    let table: [TOMLEntry]? =
      if law.support.upper <= bounds.lower {
        Self.isMagnitude(problem.path) ? Self.turned(entries) : nil
      } else {
        Self.cut(entries, law, at: bounds) { range.contains($0, times: times) }
      }
    guard let text = table.flatMap({ TOMLValue.table($0).inlineText }) else { return nil }
    guard text.utf8.count <= Self.longestAdvice else { return problem.suggestion }
    return problem.origin.map { "write \($0.path) as \(text)" } ?? "write \(text)"
  }

  /// In bytes; what is longer is told in words.
  private static let longestAdvice = 300

  /// Whether a number is a magnitude that is published with a sign as well.
  static func isMagnitude(_ path: String) -> Bool {
    let key = (path.split(separator: "/").last ?? "").lowercased()
    return key.hasSuffix("elasticity") || key.hasSuffix("substitution")
  }

  /// The table of a number with the ends at which its law is cut; nothing where the law so cut is refused.
  private static func cut(
    _ entries: [TOMLEntry], _ law: Distribution, at bounds: (lower: Double, upper: Double), isAccepted: (Distribution) -> Bool
  ) -> [TOMLEntry]? {
    let lower = law.support.lower < bounds.lower ? bounds.lower : nil
    let upper = law.support.upper > bounds.upper ? bounds.upper : nil
    guard let whole = try? law.truncated(lower: lower ?? -.infinity, upper: upper ?? .infinity), isAccepted(whole) else {
      return nil
    }
    let ends = [("lower", lower), ("upper", upper)].compactMap { key, end in end.map { entry(key, $0) } }
    return entries.filter { entry in !ends.contains { $0.key == entry.key } } + ends
  }

  private static func entry(_ key: String, _ value: Double) -> TOMLEntry {
    let number = Int64(exactly: value).map { TOMLValue.integer($0) } ?? .float(value)
    return TOMLEntry(key: key, line: 1, column: 1, node: TOMLNode(number, line: 1, column: 1))
  }

  /// The table of a number with all its values turned about 0; nothing for families and forms in which that is not an exchange of signs.
  private static func turned(_ entries: [TOMLEntry]) -> [TOMLEntry]? {
    let keys = entries.map(\.key)
    guard !keys.contains(where: NumberTableKey.truncation.contains) else { return nil }
    var turned = entries
    for (index, entry) in entries.enumerated() {
      guard let family = Family(rawValue: entry.key) else { continue }
      let others = ["lower": "upper", "upper": "lower", "low": "high", "high": "low"]
      guard [.uniform, .triangular, .pert, .normal, .discrete, .empirical].contains(family),
        case .table(var parameters) = entry.node.value
      else { return nil }
      let stated = parameters
      for place in parameters.indices {
        let key = parameters[place].key
        let source = others[key] ?? key
        guard family.parameters.contains(where: { $0.key == key && $0.isOnScale }), key != "sd" else {
          // The order of values turns, and with it that of what belongs to them.
          if key == "probabilities", case .array(let nodes) = stated[place].node.value {
            parameters[place].node.value = .array(nodes.reversed())
          }
          continue
        }
        guard let value = stated.first(where: { $0.key == source })?.node.value, let opposite = opposite(of: value) else {
          return nil
        }
        parameters[place].node.value = opposite
      }
      turned[index].node.value = .table(parameters)
    }
    return turned
  }

  /// A number, or those of a list from the last to the first, with the other sign.
  private static func opposite(of value: TOMLValue) -> TOMLValue? {
    switch value {
    case .integer(let number): return number == .min ? nil : .integer(-number)
    case .float(let number): return .float(-number)
    case .array(let nodes):
      let turned = nodes.reversed().compactMap { node in
        opposite(of: node.value).map { TOMLNode($0, line: node.line, column: node.column) }
      }
      return turned.count == nodes.count ? .array(turned) : nil
    default: return nil
    }
  }
}
