internal import CommandLineKit
internal import Importers
internal import TextFormats

extension CommandSyntax {
  /// `tariffsim import`.
  static let importing = CommandSyntax(
    "import", abstract: "make a table for scenarios from a statistics' own files",
    operands: OperandSyntax("FILE", count: 1...Int.max),
    options: [
      OptionSyntax(
        "source", argument: OptionArgument("SOURCE", .word(TradeSource.allCases.map(\.rawValue))), help: "whose files they are"),
      OptionSyntax("output", short: "o", argument: OptionArgument("TABLE.csv", .text), help: "where the table goes"),
      OptionSyntax(
        "table", argument: OptionArgument("KIND", .word(ImportRequest.Table.allCases.map(\.rawValue))),
        help: "what is made of flows", defaultText: "suppliers"),
      OptionSyntax("importer", argument: OptionArgument("COUNTRY", .text), help: "take the imports of this country"),
      OptionSyntax("origin", argument: OptionArgument("COUNTRY", .text), help: "take the goods of this country"),
      OptionSyntax("year", argument: OptionArgument("YEAR", .wholeNumber(1900...2100)), help: "take this year"),
      OptionSyntax(
        "month", argument: OptionArgument("MONTH", .wholeNumber(1...12)),
        help: "take this month, or the figures that reach from January to it"),
      OptionSyntax(
        "flow", argument: OptionArgument("FLOW", .word(ImportRequest.Flow.allCases.map(\.rawValue))),
        help: "take what was reported as this"),
      OptionSyntax(
        "level", argument: OptionArgument("DIGITS", .wholeNumber(2...12)), help: "take the rows whose codes have so many digits"),
      OptionSyntax(
        "digits", argument: OptionArgument("DIGITS", .wholeNumber(2...12)), help: "add values up to codes of so many digits",
        defaultText: "as they are"),
      OptionSyntax("pad", help: "put back the leading zero of codes that lost it"),
      OptionSyntax(
        "column", argument: OptionArgument("ROLE=NAME", .assignment), help: "the column that tells this", isRepeatable: true),
      OptionSyntax(
        "encoding", argument: OptionArgument("NAME", .word(TextEncoding.allCases.map(\.rawValue))), help: "letters of the files",
        defaultText: "utf-8"),
      OptionSyntax(
        "duty-type", argument: OptionArgument("TYPE", .text), help: "take these duties of wits, as in AHS or MFN"),
      OptionSyntax(
        "programme", argument: OptionArgument("MARK=COUNTRY", .assignment),
        help: "also tell the special rates of hts under this mark, as in AU=Australia", isRepeatable: true),
      OptionSyntax(
        "duties", argument: OptionArgument("FILE", .text),
        help: "a table of rates (origin, hs, rate) that gives every flow its baseline duty"),
      OptionSyntax("on", argument: OptionArgument("DAY", .text), help: "the day of --duties, where its rates have dates"),
      OptionSyntax(
        "unit-values", argument: OptionArgument("FILE", .text),
        help: "a table with hs, unit and value (dollars), by which duties by quantity become rates"),
      OptionSyntax("drop-rejects", help: "write the table without the rows that are at fault"),
      OptionSyntax("force", help: "replace TABLE.csv where it stands"),
    ],
    discussion: [
      "Flows become suppliers (origin, hs, value, dutyPaid), lines (id, hs, name, value, dutyPaid) of one --origin, or a world's flows "
        + "(exporter, importer, value); values are USD m, whatever the source counts in. Duties become rates (origin, hs, rate, start, "
        + "end) for a measure's rates.",
      "Nothing is guessed: several years, flows, importers or levels of the code in the files are refused with the option to type. "
        + "Totals, groups of countries and parts of a total beside it are left out and counted, and totals that the source states are "
        + "compared with the table's.",
      "Every row is accounted for: read = kept + merged + dropped, by reason. Rows at fault go to rejects.csv beside the table with file, "
        + "line, column and reason, and there is no table then, unless --drop-rejects says that it may lack them.",
      "A ROLE of flows is code, value, duty, name, exporter, importer, reporter, partner, year, month, flow, measure or district; one of "
        + "duties is code, rate, specific, other, special, reporter, partner, year, kind, start or end.",
    ],
    examples: [
      "import --source baci baci.csv --importer India -o suppliers.csv",
      "import --source usatrade trade.csv --level 10 -o suppliers.csv",
      "import --source hts hts.json --unit-values units.csv -o rates.csv",
    ])
}
