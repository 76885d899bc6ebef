/// How the measures of a study fall on the goods of one origin under one code, whatever the scenario.
struct TariffExposure {
  /// How one measure falls.
  struct Fall {
    /// The part of the goods that it covers; never nothing.
    let part: CodeCoverage.Part
    /// The rate of these goods where the measure has a table of rates.
    let tableRate: Double?
  }

  /// By the measure's number in the study; nothing where it does not fall on the goods.
  let falls: [Fall?]
}

/// The measures of a study, ready to be asked for many origins and codes.
///
/// What depends on the code alone or on the origin alone is found once: a book of imports has tens of thousands of flows, and
/// hundreds of codes and origins.
final class TariffSchedule {
  private let study: Study
  private let coverages: [CodeCoverage]
  private var parts: [String?: [CodeCoverage.Part]] = [:]
  private var appliesTo: [String: [Bool]] = [:]

  init(_ study: Study) {
    self.study = study
    coverages = study.measures.map(\.codeCoverage.indexed)
  }

  /// How the measures fall on goods of an origin.
  ///
  /// O(measures) where the code and the origin were asked for before.
  func exposure(origin: String, code: String?) -> TariffExposure {
    let (parts, applies) = (parts(of: code), measures(on: origin))
    return TariffExposure(
      falls: study.measures.indices.map { index in
        guard applies[index], !parts[index].isNothing else { return nil }
        return TariffExposure.Fall(
          part: parts[index], tableRate: study.measures[index].rate.tableRate(origin: origin, code: code))
      })
  }

  private func parts(of code: String?) -> [CodeCoverage.Part] {
    if let known = parts[code] { return known }
    let found = coverages.map { $0.part(of: code) }
    parts[code] = found
    return found
  }

  /// Which measures fall on an origin; none on the partner's own production.
  private func measures(on origin: String) -> [Bool] {
    if let known = appliesTo[origin] { return known }
    let found = study.measures.map { origin != study.partner && $0.applies(toOrigin: origin) }
    appliesTo[origin] = found
    return found
  }
}

extension TariffRate {
  /// The rate of goods in the measure's table; nothing where the measure has one rate.
  fileprivate func tableRate(origin: String, code: String?) -> Double? {
    guard case .table(let table) = self else { return nil }
    guard let code, let rate = table.rate(origin: origin, code: code) else {
      preconditionFailure("the study was checked: a table has a rate for all goods that its measure covers")
    }
    return rate
  }
}
