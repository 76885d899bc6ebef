/// How the measures of a study fall on the goods of one origin under one code, whatever the scenario.
struct TariffExposure {
  /// How one measure falls, by stretches of days.
  struct Fall {
    /// How it falls on each of some days.
    struct Stage {
      /// Day numbers; all there are where nothing of the measure has dates of its own.
      let days: Range<Int>
      /// The part of the goods that it covers; never nothing.
      let part: CodeCoverage.Part
      /// The rate of these goods where the measure has a table of rates.
      let tableRate: Double?

      static let always = Int.min..<Int.max
    }

    /// In the order of their days, which do not overlap; at least one.
    let stages: [Stage]

    /// The stage of a segment, whose first day is like all others of it; nothing where the measure does not fall on the goods then.
    func stage(in segment: Segment) -> Stage? {
      guard let day = segment.days?.lowerBound else { return stages.first }
      return stages.first { $0.days.contains(day) }
    }

    /// The day numbers on which it begins to fall otherwise.
    var changeDays: [Int] {
      stages.flatMap { [$0.days.lowerBound, $0.days.upperBound] }.filter { $0 != .min && $0 != .max }
    }
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
  private let coverages: [MeasureCoverage]
  private var parts: [String?: [CodeCoverage.Part]] = [:]
  private var appliesTo: [String: [Bool]] = [:]

  init(_ study: Study) {
    self.study = study
    coverages = study.measures.map { MeasureCoverage($0, of: study) }
  }

  /// How the measures fall on goods of an origin.
  ///
  /// O(measures) where the code and the origin were asked for before and no measure has rows with dates or of single origins.
  func exposure(origin: String, code: String?) -> TariffExposure {
    let (parts, applies) = (parts(of: code), measures(on: origin))
    return TariffExposure(
      falls: study.measures.indices.map { index in
        guard applies[index] else { return nil }
        let rates = study.measures[index].rate.rates(of: origin)
        if coverages[index].hasTables || rates?.validities(of: code).isEmpty == false {
          return coverages[index].fall(origin: origin, code: code, rates: rates)
        }
        guard !parts[index].isNothing else { return nil }
        let rate = rates?.rate(of: code, on: 0)
        precondition(rates == nil || rate != nil, "the study was checked: a table has a rate for all goods that it covers")
        let stage = TariffExposure.Fall.Stage(days: TariffExposure.Fall.Stage.always, part: parts[index], tableRate: rate)
        return TariffExposure.Fall(stages: [stage])
      })
  }

  private func parts(of code: String?) -> [CodeCoverage.Part] {
    if let known = parts[code] { return known }
    let found = coverages.map { $0.ownPart(of: code) }
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
  /// The rates of an origin's goods; nothing where the measure has one rate for all.
  func rates(of origin: String) -> RateTable.Rates? {
    guard case .table(let table) = self else { return nil }
    return table.rates(of: origin)
  }
}
