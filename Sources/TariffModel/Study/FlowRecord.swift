/// What an office counted of some goods of an origin over some days.
package struct FlowRecord: Hashable, Sendable {
  package var origin: String
  /// Whose goods they are besides their origin.
  package var goods: Goods
  /// Under which a report sums it up; nothing where the study's own groups tell.
  package var label: String?
  /// First and last day, both inclusive.
  package var start: CivilDate
  package var end: CivilDate
  /// In any unit, which is that of all records of the flow; not negative.
  package var value: Double
  /// The same flow over the same days of the base year, more than 0, where the record states it.
  package var base: Double?
  /// Who counted, and by which date: of entry, of shipment, of payment.
  package var reporter: String?
  package var dateConcept: String?
  /// Where it stands, for messages.
  package var place: String

  /// Some of the goods of an origin.
  package enum Goods: Hashable, Sendable {
    /// Those whose code of the Harmonized System begins with these digits; all where there is none.
    case code(String)
    /// Those of a group of the study's export lines.
    case group(String)
  }

  package init(
    origin: String, goods: Goods, label: String? = nil, start: CivilDate, end: CivilDate, value: Double, base: Double? = nil,
    reporter: String? = nil, dateConcept: String? = nil, place: String = ""
  ) {
    self.origin = origin
    self.goods = goods
    self.label = label
    self.start = start
    self.end = end
    self.value = value
    self.base = base
    self.reporter = reporter
    self.dateConcept = dateConcept
    self.place = place
  }

  /// Its day numbers.
  package var days: Range<Int> { start.dayNumber..<(end.dayNumber + 1) }
}

extension FlowRecord.Goods {
  /// As tables name them: a code, `all`, or the name of a group.
  package var text: String {
    switch self {
    case .code(let code): code.isEmpty ? "all" : code
    case .group(let name): name
    }
  }
}
