/// How a source of duties writes its files.
struct RateForm: Sendable {
  /// What a column tells.
  enum Role: String, Hashable, Sendable, CaseIterable {
    case code
    case rate
    /// Amounts by quantity, beside an ad valorem rate.
    case specific
    case other
    /// Rates of programmes.
    case special
    case reporter
    case partner
    case year
    /// MFN, AHS, BND or PRF.
    case kind
    case start
    case end
  }

  var names: [Role: [String]]
  var choices: [Role: [String]] = [:]
  var required: [Role]
  /// Whether rates are worded, as `4.4¢/kg + 10%`.
  var isWorded = false
  /// The power of ten that a number is a fraction by.
  var power = 0
  /// Whether chapters 98 and 99 refer to other rates.
  var hasReferringChapters = false
  var codesOfCountriesAreNumbers = false

  init(_ source: TradeSource) {
    switch source {
    case .wits:
      names = [
        .code: ["Product", "Product Code", "ProductCode"], .reporter: ["Reporter", "Reporter Name", "ReporterName"],
        .partner: ["Partner", "Partner Name", "PartnerName"], .year: ["Tariff Year", "TariffYear"],
        .kind: ["Duty Type", "DutyType"],
      ]
      choices = [.rate: ["Simple Average", "SimpleAverage", "Weighted Average", "WeightedAverage"]]
      required = [.code, .reporter, .partner, .year, .kind, .rate]
      power = -2
      codesOfCountriesAreNumbers = true
    case .hts:
      names = [
        .code: ["htsno", "HTS Number"], .rate: ["general", "General Rate of Duty"],
        .special: ["special", "Special Rate of Duty"],
      ]
      required = [.code, .rate]
      isWorded = true
      hasReferringChapters = true
    default:
      names = [
        .code: ["hts8"], .rate: ["mfn_ad_val_rate"], .specific: ["mfn_specific_rate"], .other: ["mfn_other_rate"],
        .start: ["begin_effect_date"], .end: ["end_effective_date"],
      ]
      required = [.code, .rate, .specific, .other, .start, .end]
      hasReferringChapters = true
    }
  }
}
