internal import Distributions

extension DistributionError {
  /// The breach in words; parameters go by their keys in a file.
  var statement: String {
    switch self {
    case .parameter(let parameter, let index, _, let rule):
      "\(parameter.rawValue)\(index.map { "[\($0 + 1)]" } ?? "") \(rule.statement)"
    case .unequalCounts(let first, let count, let second, let other):
      "\(first.rawValue) has \(Self.elements(count)), \(second.rawValue) has \(Self.elements(other))"
    case .tooFew(let parameter, let count, let minimum):
      "\(parameter.rawValue) has \(Self.elements(count)) and needs \(minimum) or more"
    case .sumIsNotOne(let parameter, let sum):
      "\(parameter.rawValue) sum to \(LoadSession.shown((sum * 1e12).rounded() / 1e12)), not 1"
    case .nothingLeft: "has no probability between lower and upper"
    case .notComputable: "has quantiles that cannot be computed; write less extreme parameters"
    case .overflow: "can be too large for a floating-point number"
    }
  }

  private static func elements(_ count: Int) -> String { count == 1 ? "1 element" : "\(count) elements" }
}

extension ParameterRule {
  fileprivate var statement: String {
    switch self {
    case .finite, .bound: "must be a finite number"
    case .positive: "must be above 0"
    case .positiveUpTo(let limit): "must be above 0 and at most \(LoadSession.shown(limit))"
    case .share: "must be from 0 to 1"
    case .openShare: "must be above 0 and below 1"
    case .equal(let value): "must be \(LoadSession.shown(value))"
    case .above(let other, let value): "must be above \(other.rawValue) (\(LoadSession.shown(value)))"
    case .atLeast(let other, let value): "must be at least \(other.rawValue) (\(LoadSession.shown(value)))"
    case .atMost(let other, let value): "must be at most \(other.rawValue) (\(LoadSession.shown(value)))"
    }
  }
}
