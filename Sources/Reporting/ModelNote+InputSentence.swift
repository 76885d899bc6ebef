internal import TariffModel

extension ModelNote {
  static func otherNames(_ names: [OtherName]) -> String {
    if names.contains(where: \.isPartner) {
      let list = TextLayout.list(names.map { "'\($0.name)'" })
      return
        "\(list) \(names.count == 1 ? "is" : "are") read as the partner '\(names[0].known)': what it sells is its own production, "
        + "which no measure falls on."
    }
    return "A country has one name in a study: \(TextLayout.list(names.map { "'\($0.name)' is read as '\($0.known)'" }))."
  }

  static func rowsWithoutGoods(_ rows: UnmetRows) -> String {
    let examples = rows.examples.map { "\($0.origin) \($0.code)\($0.nearestWords)" }
    let others = rows.unmet - examples.count
    let isOne = rows.unmet == 1
    return
      "'\(rows.measure)': \(NumberText.count(rows.unmet)) of \(NumberText.count(rows.rows)) \(rows.rows == 1 ? "row" : "rows") of "
      + "\(rows.file) \(isOne ? "meets" : "meet") no goods of the study, "
      + "\(others > 0 ? "such as " : "")\(examples.joined(separator: "; ")). \(isOne ? "Its rate counts" : "Their rates count") nowhere: "
      + "look for codes of another revision of the Harmonized System and for names spelt otherwise."
  }
}

extension ModelNote {
  static func exemptionsWithoutGoods(_ rows: UnmetExemptions) -> String {
    let isOne = rows.unmet == 1
    return
      "'\(rows.table)': \(NumberText.count(rows.unmet)) of \(NumberText.count(rows.rows)) \(rows.rows == 1 ? "row" : "rows") of "
      + "\(rows.file) \(isOne ? "exempts" : "exempt") no goods of the study, \(isOne ? "" : "such as ")\(rows.example)."
  }

  static func mappedTable(_ table: MappedTable) -> String {
    let parts = [
      (table.filtered, "left out by 'where'"), (table.otherLevels, "left out as other levels of the code"),
      (table.added, "added to others"),
    ].filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.1)" }
    let rest = parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    return
      "\(table.file): \(NumberText.count(table.read)) rows read\(rest); \(NumberText.count(table.rows)) of the study"
      + (table.value.map { ", USD m \(NumberText.exact($0)) together." } ?? ".")
  }

  static func includedMeasuresWithoutGoods(_ names: [String]) -> String {
    "Of the included measures that scenarios name \(TextLayout.list(names.map { "'\($0)'" })) "
      + "\(names.count == 1 ? "falls" : "fall") on no goods of the study."
  }
}

extension ModelNote.UnmetRow {
  fileprivate var nearestWords: String {
    switch nearest {
    case .code(let code): " (its nearest goods: \(code))"
    case .origin(let name): " (the nearest origin: \(name))"
    case .member(let name): " (a member, \(name), is an origin of its own)"
    case .group(let name): " (part of the origin \(name))"
    case nil: ""
    }
  }
}

extension ModelNote.Magnitude {
  /// What is beyond what, and which unit was probably meant.
  var sentence: String {
    let more = others == 0 ? "" : ", and \(NumberText.count(others)) more like it"
    let money = "USD \(NumberText.count(Int(min(value, 1e18)))) million a year"
    let units = "Values are in USD million."
    switch kind {
    case .flow:
      return "'\(path)' is \(money)\(more): no two countries trade more than about 550,000 million in all goods. \(units)"
    case .exports:
      return "Home's export lines sum to \(money): no two countries trade more than about 550,000 million in all goods. \(units)"
    case .imports:
      return "Home's import lines sum to \(money): no two countries trade more than about 550,000 million in all goods. \(units)"
    case .marketImports:
      return "The partner's imports sum to \(money): no country imports more than about 3,500,000 million. \(units)"
    case .product:
      return "'\(path)' is \(money)\(more): the product of the whole world is about 110,000,000 million. \(units)"
    case .productBelowTrade:
      return "'\(path)' is \(money), which is less than the country sells the other. \(units)"
    case .duty:
      return
        "'\(path)' is \(rate)\(more): duties above 1,000 % are all but unknown. A duty is a fraction, or a percentage in quotes; "
        + "dutyPaid is an amount in USD million, as the value is."
    case .meanDuty:
      return
        "The duties in [\(path)] are \(rate) of the values: together they exceed what they are levied on. A duty is a fraction, or a "
        + "percentage in quotes; dutyPaid is an amount in USD million, as the value is."
    }
  }

  private var rate: String { "\(NumberText.rounded(100 * value, place: 0)) %" }
}
