/// How a source of flows writes its files.
struct FlowForm: Sendable {
  /// The columns' names as the source publishes them, the one that counts first where a file may have several.
  var names: [ColumnRole: [String]]
  /// Roles of which one column is chosen by whoever imports where a file has several.
  var choices: [ColumnRole: [String]] = [:]
  /// Roles that every file has.
  var required: [ColumnRole]
  /// The power of ten that values are dollars by.
  var power = 0
  /// The side of the trade that the source is about, where no column tells it.
  var home: String?
  var codesOfCountriesAreNumbers = false
  /// Whether the cell of the code has its words behind it.
  var codeHasWords = false
  /// Whether lines stand above the header.
  var hasPreamble = false
  /// Whether values stand in a column for each year.
  var hasWideYears = false
  /// Whether every row is a part, and flows are their sums.
  var isInParts = false
  /// The kinds of figures that are a value and a duty, where rows tell kinds.
  var measures: (value: [String], duty: [String]) = ([], [])

  init(names: [ColumnRole: [String]], required: [ColumnRole]) {
    self.names = names
    self.required = required
  }

  /// The form of a source of flows.
  init(_ source: TradeSource) {
    switch source {
    case .usatrade: self = .usaTrade
    case .dataweb: self = .dataWeb
    case .censusAPI: self = .census
    case .censusIMDB:
      self = .census
      isInParts = true
    case .comtrade: self = .comtrade
    default: self = .baci
    }
  }

  private static let baci: FlowForm = {
    var form = FlowForm(
      names: [.year: ["t"], .exporter: ["i"], .importer: ["j"], .code: ["k"], .value: ["v"]],
      required: [.year, .exporter, .importer, .code, .value])
    form.power = 3
    form.codesOfCountriesAreNumbers = true
    return form
  }()

  /// The columns of the present service, of its bulk files and of the older one.
  private static let comtrade: FlowForm = {
    var form = FlowForm(
      names: [
        .year: ["refYear", "Year"], .month: ["refMonth"], .flow: ["flowCode", "flowDesc", "Trade Flow Code", "Trade Flow"],
        .reporter: ["reporterCode", "Reporter Code", "reporterISO", "reporterDesc", "Reporter"],
        .partner: ["partnerCode", "Partner Code", "partnerISO", "partnerDesc", "Partner"],
        .code: ["cmdCode", "Commodity Code"], .name: ["cmdDesc", "Commodity"],
        .value: ["primaryValue", "Trade Value (US$)", "Value"],
        .procedure: ["customsCode"], .transport: ["motCode"], .secondPartner: ["partner2Code"],
      ],
      required: [.year, .flow, .reporter, .partner, .code, .value])
    form.codesOfCountriesAreNumbers = true
    return form
  }()

  private static let usaTrade: FlowForm = {
    var form = FlowForm(
      names: [
        .code: ["HS Code", "digit code", "Commodity"], .partner: ["Country"], .year: ["Time", "Year"],
        .district: ["District", "Port"],
        .duty: ["Calculated Duty ($US)", "Calculated Duty"],
      ],
      required: [.code, .partner, .year, .value])
    form.choices = [
      .value: [
        "Customs Value (Cons) ($US)", "Customs Value (Gen) ($US)", "Total Exports Value ($US)", "Domestic Exports Value ($US)",
        "Foreign Exports Value ($US)",
      ]
    ]
    form.home = "United States"
    form.codeHasWords = true
    form.hasPreamble = true
    return form
  }()

  private static let dataWeb: FlowForm = {
    var form = FlowForm(
      names: [
        .measure: ["Data Type"], .code: ["HTS Number", "HTS Code", "Commodity Code", "HTS", "Schedule B Number"],
        .name: ["Description"], .partner: ["Country", "Country Name", "Partner Country"], .year: ["Year"],
        .month: ["Month"],
      ],
      required: [.measure, .code, .partner])
    form.measures = (
      ["Customs Value", "FAS Value", "General Customs Value", "General Import Customs Value"],
      ["Calculated Duties", "Calculated Duty"]
    )
    form.home = "United States"
    form.hasPreamble = true
    form.hasWideYears = true
    return form
  }()

  /// Columns of the service; rows of bulk files are read into the same ones.
  private static let census: FlowForm = {
    var form = FlowForm(
      names: [
        .code: ["I_COMMODITY", "E_COMMODITY"], .name: ["I_COMMODITY_SDESC", "E_COMMODITY_SDESC"],
        .partner: ["CTY_CODE", "CTY_NAME"],
        .summary: ["SUMMARY_LVL"], .year: ["YEAR", "time"], .month: ["MONTH"], .district: ["DISTRICT"],
        .duty: ["CAL_DUT_MO", "CAL_DUT_YR"],
      ],
      required: [.code, .partner, .year, .value])
    form.choices = [
      .value: [
        "CON_VAL_MO", "CON_VAL_YR", "GEN_VAL_MO", "GEN_VAL_YR", "ALL_VAL_MO", "ALL_VAL_YR",
      ]
    ]
    form.home = "United States"
    return form
  }()
}
