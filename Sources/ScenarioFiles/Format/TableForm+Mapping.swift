extension TableForm {
  /// The keys that say how a table of others is read.
  static let mapping = [
    KeyForm(
      "columns", .named(ListForm(.text)),
      "Columns of the file by the keys that they are, as in { hs = \"cmdCode\" }; no other column is read then."),
    KeyForm(
      "where",
      .named(ListForm(.either([.text, .integer(from: 0), .boolean, .list(ListForm(.either([.text, .integer(from: 0)])))]))),
      "What columns of the file must hold, a word or a list of them; rows with another are left out and counted."),
    KeyForm(
      "scale", .plainNumber, "What value and dutyPaid of the file are multiplied by, as in 1e-6 for dollars; 1 where absent."),
    KeyForm("codes", .table(codeColumn), "The column that codes stand in before their words, and their level."),
    KeyForm("digits", .integer(from: 2), "Digits that codes are cut to, values being added; a note tells the sums."),
    KeyForm("skip", .integer(from: 0), "Lines above the header; 0 where absent."),
    KeyForm("encoding", .choice(["utf-8", "cp1252"]), "Letters of the file; utf-8 where absent."),
    KeyForm("separator", .choice([",", ";", "|", "\t"]), "What stands between cells; a comma where absent."),
    KeyForm(
      "decimal", .choice([".", ","]), "The decimal mark of numbers; where stated, the other mark may set thousands apart."),
  ]

  /// `codes` of a table.
  private static let codeColumn = TableForm(
    "codeColumn", "Where codes of the Harmonized System stand, and which of them are taken.",
    [
      KeyForm("from", .text, required: true, "Column of the file; of a cell the first word is taken, which is the code."),
      KeyForm("digits", .integer(from: 2), required: true, "Level that is taken; rows of others are left out and counted."),
      KeyForm("pad", .boolean, "True where a code that lost its leading zero gets it back; false where absent."),
    ])
}
