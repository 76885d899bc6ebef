package import TariffModel

extension Plan {
  /// What a reader should know of what is asked for.
  package var notes: [ModelNote] {
    let areFractions = percentiles.allSatisfy { $0 <= 1 } && percentiles.contains { $0 > 0 && $0 < 1 }
    return areFractions ? [ModelNote(scenario: nil, subject: .percentilesAsFractions(percentiles))] : []
  }
}
