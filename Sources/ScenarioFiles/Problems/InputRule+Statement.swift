internal import TariffModel
internal import TextFormats

extension InputRule {
  /// The breach in words, without the value and without the way out.
  package var statement: String {
    switch self {
    case .cannotRead(let reason): "cannot be read: \(reason)"
    case .isEmpty: "is empty"
    case .notUTF8: "is not UTF-8 text"
    case .foreignSeparator(let separator):
      "is separated by \(separator == "\t" ? "tabs" : "'\(separator)'"), columns must be by commas"
    case .notTOML(let message): "is not TOML: \(message)"
    case .nestsTooDeeply(let limit): "nests more than \(limit) levels deep"
    case .unsupportedVersion(let supported): "is not a version this program reads (\(supported))"
    case .includesItself(let files):
      "includes itself" + (files.count > 1 ? ", by way of \(Self.list(Array(files.dropFirst()), "and"))" : "")
    case .columnCount(let found, let expected): "has \(found) column\(found == 1 ? "" : "s"), the header has \(expected)"
    case .unterminatedQuote: "opens a quotation that never ends"
    case .strayQuote: "has a quotation mark in the middle of a cell"
    case .duplicateColumn(let first): "is a column already at \(first)"
    case .unknownColumn: "is not a column of this table"
    case .hasNoRows: "has no rows below its header"
    case .overlappingRow(let first): "shares days with the row of the same origin and code at \(first)"
    case .unknownKey: "is not a key here"
    case .missingKey(let key): "lacks the key \(key)"
    case .wrongKind(let expected): "is not \(expected)"
    case .unknownChoice(let allowed): "is not one of \(allowed.joined(separator: ", "))"
    case .duplicateName(let first): "is already used at \(first)"
    case .badName(let allowed): "is not a name: \(allowed)"
    case .hiddenCharacter(let character): "has a character that is not seen: \(character)"
    case .looksLike(let first, let difference): "looks like the name at \(first) and is another: \(difference)"
    case .badCode: "is not a Harmonized System code of 2, 4, 6, 8 or 10 digits"
    case .codeWithin(let code, let first): "lies inside \(code) at \(first), so that its goods are counted twice"
    case .aggregateOrigin(.all, let member):
      "stands for all origins, such as the one at \(member), so that their goods are counted twice"
    case .aggregateOrigin(.sumOfOthers, let member):
      "is in every market the sum of all other origins, such as the one at \(member), so that their goods are counted twice"
    case .aggregateOrigin(.group(let name), let member):
      "stands for countries of which \(Field.quoted(name)) is one, at \(member), so that its goods are counted twice"
    case .aggregateOrigin(.partner(let name), let member):
      "stands for countries of which \(Field.quoted(name)) is one, at \(member), so that what that sells is the partner's own production"
    case .otherName(let name, let first): "is the country that is called \(Field.quoted(name)) at \(first)"
    case .homeIsPartner(let first): "is the home country, named at \(first)"
    case .badDate: "is not a day of the calendar"
    case .cannotStandBeside(let others): "cannot stand beside \(Self.list(others, "and"))"
    case .needs(let others): "needs \(Self.list(others, "and")) beside it"
    case .needsOneOf(let keys): "needs exactly one of \(Self.list(keys, "and"))"
    case .goesOnlyWith(let condition): "goes only with \(condition)"
    case .notANumber: "is not a number"
    case .notFinite: "is not a finite number"
    case .rateAboveOne: "is above 1 and not written as a percentage"
    case .outsideRange(let allowed): "must be \(allowed)"
    case .distribution(let error): error.statement
    case .needsPlainNumber: "must be a plain number here"
    case .unknownParameter: "is not a parameter of this file"
    case .parameterNotAllowed: "cannot be another parameter"
    case .unknownScenario: "is not a scenario of this file"
    case .comparesOne: "compares fewer than two scenarios"
    case .unknownOutcome: "is not an outcome"
    case .outcomeWithoutTotal: "is an outcome that this study has no total of"
    case .notReported(let kind): "is a \(kind) that this study reports nothing of"
    case .badCondition(let words): words
    case .groupWithoutLines: "is a group that no line has"
    case .prefixWithoutLines: "is a prefix that no line's code has"
    case .noNumberAtPath: "names no number of the study"
    case .noUseAtPath: "names nothing that a scenario uses or could use"
    case .givenTwice(let first): "is given twice" + (first.map { ", first as \($0)" } ?? "")
    case .replacedTwice(let path, let other): "replaces \(path), which \(other) does too"
    case .notAValueList(let error): "is no list of values: \(error.statement)"
    case .valueCount(let found, let expected, let axis):
      "has \(found) value\(found == 1 ? "" : "s"), and what moves with it on axis \(Field.quoted(axis)) has \(expected)"
    case .cannotMoveMean(let law): "cannot be the mean of \(law), which has none or none of this sign"
    case .notADistribution: "is not an uncertain number of the study"
    case .patternWithoutMatch: "matches no uncertain number of the study"
    case .model(let rule): rule.statement
    }
  }

  private static func list(_ words: [String], _ last: String) -> String {
    guard words.count > 1, let final = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) \(final)"
  }
}
