internal import Distributions
package import TariffModel

extension AssumptionRow {
  /// The row of one number.
  ///
  /// One that names a parameter has that parameter's figures, scaled, and its source where it states none itself. It is judgement
  /// where the parameter is: what is drawn is the parameter.
  package init(_ quantity: Quantity, parameters: ParameterFigures) {
    let text: String
    let figures: Figures
    var provenance = quantity.provenance
    switch quantity.value {
    case .distribution(let distribution):
      text = distribution.description
      figures = Figures(of: distribution)
    case .parameter(let name, let times):
      text = times == 1 ? "= " + name : "= " + NumberText.exact(times) + " × " + name
      // A name that no parameter has is refused when the study is compiled; until then its row has no figures.
      let parameter = parameters[name]
      figures = parameter?.figures.scaled(by: times) ?? Figures()
      if let shared = parameter?.provenance {
        provenance.source = provenance.source ?? shared.source
        provenance.isJudgement = provenance.isJudgement || shared.isJudgement
      }
    }
    if let former = quantity.provenance.former {
      provenance.source = (provenance.source.map { $0 + "; " } ?? "") + "overridden on the command line, was " + former
    }
    self.init(
      path: quantity.path, distribution: text, mean: figures.mean, standardDeviation: figures.standardDeviation, p5: figures.p5,
      p50: figures.p50, p95: figures.p95, source: provenance.source, isJudgement: provenance.isJudgement)
  }
}

/// What the rows of numbers that name a parameter show of it, formed once for all of them.
package struct ParameterFigures {
  private let known: [String: (figures: Figures, provenance: Provenance)]

  package init(_ parameters: [String: Quantity]) {
    known = parameters.mapValues { parameter in
      guard case .distribution(let distribution) = parameter.value else { return (Figures(), parameter.provenance) }
      return (Figures(of: distribution), parameter.provenance)
    }
  }

  fileprivate subscript(name: String) -> (figures: Figures, provenance: Provenance)? { known[name] }
}

/// The numeric columns of a row.
private struct Figures {
  var mean: Double?
  var standardDeviation: Double?
  var p5: Double?
  var p50: Double?
  var p95: Double?

  init() {}

  init(of distribution: Distribution) {
    mean = distribution.mean.flatMap(Self.finite)
    standardDeviation = distribution.standardDeviation.flatMap(Self.finite)
    p5 = Self.finite(distribution.quantile(0.05))
    p50 = Self.finite(distribution.quantile(0.5))
    p95 = Self.finite(distribution.quantile(0.95))
  }

  /// The figures of the number times a constant; a negative one swaps the ends.
  func scaled(by factor: Double) -> Figures {
    var scaled = self
    scaled.mean = mean.map { $0 * factor }
    scaled.standardDeviation = standardDeviation.map { $0 * factor.magnitude }
    scaled.p5 = (factor < 0 ? p95 : p5).map { $0 * factor }
    scaled.p50 = p50.map { $0 * factor }
    scaled.p95 = (factor < 0 ? p5 : p95).map { $0 * factor }
    return scaled
  }

  private static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
