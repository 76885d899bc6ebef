internal import Distributions

extension Quantity {
  /// The number with another value; source and note stay, with what the number was.
  ///
  /// - Parameters:
  ///   - value: Not infinite.
  ///   - parameters: Those of the study, of which a number that names one has its mean.
  func replaced(by value: Replacement.Value, parameters: [String: Quantity]) throws(ReplacementFailure) -> Quantity {
    let new: Quantity.Value
    switch value {
    case .number(let number): new = number
    case .factor(let factor): new = try self.value.scaled(by: factor, at: path)
    case .mean(let mean): new = try self.value.moved(toMean: mean, at: path) { parameters[$0]?.value.ownMean }
    case .infinite, .date, .isOn: throw .meetsNothing(PathPattern(path), kind: value.kind, nearest: nil)
    }
    var changed = self
    changed.value = new
    changed.provenance = provenance.overridden(was: self.value.description)
    return changed
  }
}

extension Quantity.Value {
  /// The law, or the parameter's, times a factor that is finite and not negative.
  package func scaled(by factor: Double, at path: String) throws(ReplacementFailure) -> Quantity.Value {
    switch self {
    case .parameter(let name, let times):
      guard (times * factor).isFinite else { throw .notComputable(path: path, law: description) }
      return .parameter(name: name, times: times * factor)
    case .distribution(let distribution):
      do throws(DistributionError) {
        return .distribution(try distribution.scaled(by: factor))
      } catch {
        throw .notComputable(path: path, law: distribution.description)
      }
    }
  }

  /// The law, or the parameter's, scaled so that its mean is the one given.
  ///
  /// - Parameter parameterMean: The mean of a parameter's law, by its name.
  package func moved(
    toMean mean: Double, at path: String, parameterMean: (String) -> Double?
  ) throws(ReplacementFailure) -> Quantity.Value {
    if case .distribution(let distribution) = self, distribution.constantValue != nil { return .distribution(.constant(mean)) }
    let present: Double? =
      if case .parameter(let name, let times) = self { parameterMean(name).map { $0 * times } } else { ownMean }
    guard let present, present != 0, present.isFinite, mean / present >= 0 else {
      throw .hasNoMean(path: path, law: description)
    }
    return try scaled(by: mean / present, at: path)
  }

  /// The mean of a law that is no parameter's.
  fileprivate var ownMean: Double? { if case .distribution(let law) = self { law.mean } else { nil } }
}

extension Quantity.Value: CustomStringConvertible {
  /// The law in the words of a scenario file, or the parameter that is named.
  package var description: String {
    switch self {
    case .distribution(let distribution): distribution.description
    case .parameter(let name, 1): "= " + name
    case .parameter(let name, let times): "= \(Distribution.constant(times)) × \(name)"
    }
  }
}

extension Provenance {
  /// Where a number comes from that took the place of another: a number typed by hand is judgement.
  package func overridden(was former: String) -> Provenance {
    Provenance(source: source, isJudgement: true, former: self.former ?? former)
  }
}
