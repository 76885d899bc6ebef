/// Why a row of a file is in no row of the table.
package enum DropReason: Int, Hashable, Sendable, CaseIterable {
  // What a table of single goods and countries does not take.
  case totalOfCountries
  case totalOfCodes
  case groupOfCountries
  case otherYear
  case otherMonth
  case otherFlow
  case otherImporter
  case otherExporter
  case otherMeasure
  case otherLevel
  case detail
  case noTrade
  case heading
  case inherited
  case chapter99
  case uncoded
  case returned
  case duty

  // What cannot be taken as it is.
  case noValue
  case badValue
  case negative
  case badCode
  case lostZero
  case unknownCountry
  case badTime
  case duplicate
  case detailWithoutTotal
  case columnCount
  case notUTF8
  case unterminatedQuote
  case strayQuote
  case specificDuty
  case badRate
  case overlap

  /// Whether the row is at fault, so that a table without it lacks something.
  package var isFault: Bool {
    switch self {
    case .totalOfCountries, .totalOfCodes, .groupOfCountries, .otherYear, .otherMonth, .otherFlow, .otherImporter, .otherExporter,
      .otherMeasure, .otherLevel, .detail, .noTrade, .heading, .inherited, .chapter99, .uncoded, .returned, .duty:
      false
    default: true
    }
  }

  /// In words, as a label of a count and after a place.
  package var words: String {
    switch self {
    case .totalOfCountries: "total of all countries"
    case .totalOfCodes: "total of all codes"
    case .groupOfCountries: "group of countries"
    case .otherYear: "another year"
    case .otherMonth: "another month"
    case .otherFlow: "another flow"
    case .otherImporter: "another importer"
    case .otherExporter: "another origin"
    case .otherMeasure: "another kind of figure"
    case .otherLevel: "another level of the code"
    case .detail: "part of a total beside it"
    case .noTrade: "no trade (0)"
    case .heading: "heading without a code"
    case .inherited: "rate of the code above"
    case .chapter99: "chapters 98 and 99"
    case .uncoded: "goods without a code"
    case .returned: "goods that came back"
    case .duty: "duty of a row that is kept"
    case .noValue: "no value, which is not zero"
    case .badValue: "the value is no number"
    case .negative: "the value is negative"
    case .badCode: "the code is none of the Harmonized System"
    case .lostZero: "the code has lost a leading zero"
    case .unknownCountry: "the country is not known"
    case .badTime: "the time is no year or month"
    case .duplicate: "the flow stands twice"
    case .detailWithoutTotal: "parts that cannot be added, without their total"
    case .columnCount: "the row has other cells than the header"
    case .notUTF8: "the text is not UTF-8"
    case .unterminatedQuote: "a quotation mark is not closed"
    case .strayQuote: "text follows a closing quotation mark"
    case .specificDuty: "a duty by quantity needs a unit value"
    case .badRate: "the rate is in words that are not understood"
    case .overlap: "two rates of one code on one day"
    }
  }

  /// What to do about it, where there is something.
  package var wayOut: String? {
    switch self {
    case .lostZero: "put the zeros back with --pad"
    case .notUTF8: "say --encoding cp1252, or save the file as UTF-8"
    case .specificDuty: "state unit values with --unit-values FILE"
    default: nil
    }
  }
}
