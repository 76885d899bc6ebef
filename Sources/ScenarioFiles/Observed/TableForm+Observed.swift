extension TableForm {
  /// A row of a table of what was counted.
  static let observedFlow = TableForm(
    "observedFlow", "What an office counted of some goods of an origin.",
    [
      KeyForm("origin", .name, required: true, "Whose goods."),
      KeyForm("hs", .code, "Code or prefix of the Harmonized System; all goods of the origin where the cell says all."),
      KeyForm("group", .text, "Group of the study's export lines where there is no code, else a word to sum scores up by."),
      KeyForm("month", .text, "Month that was counted, as in 2025-03."),
      KeyForm("start", .date, "First day that was counted."),
      KeyForm("end", .date, "Last day that was counted."),
      KeyForm("value", .plainNumber, required: true, "What was counted, in any unit."),
      KeyForm("base", .plainNumber, "The same over the same days of the base year."),
      KeyForm("reporter", .text, "The office."),
      KeyForm("dateConcept", .text, "By which day it counts: of entry, of shipment, of payment."),
      KeyForm("note", .text, KeyForm.noteSummary),
    ])
}
