internal import TariffModel

/// What an office counted of one flow, by days; records that do not overlap.
struct FlowSeries {
  /// What tells flows apart: a sum never mixes offices or dates of counting.
  struct Key: Hashable {
    let origin: String
    let goods: FlowRecord.Goods
    let reporter: String?
    let dateConcept: String?

    init(_ record: FlowRecord) {
      (origin, goods) = (record.origin, record.goods)
      (reporter, dateConcept) = (record.reporter, record.dateConcept)
    }
  }

  /// What the records say of some days.
  enum Sum: Equatable {
    case whole(Double)
    /// No record has any of the days.
    case none
    /// Records have some of the days; the first that none has.
    case missing(CivilDate)
    /// A record has days on both sides of an end.
    case straddled(place: String)
  }

  /// By their days.
  private let records: [FlowRecord]

  init(_ records: [FlowRecord]) { self.records = records.sorted { $0.days.lowerBound < $1.days.lowerBound } }

  /// The series of a table, by flow.
  static func series(of records: [FlowRecord]) -> [Key: FlowSeries] {
    Dictionary(grouping: records, by: Key.init).mapValues(FlowSeries.init)
  }

  /// The sum over some days, only where the records have each of them and no other.
  ///
  /// O(records).
  func sum(over days: Range<Int>) -> Sum {
    let own = records.filter { $0.days.overlaps(days) }
    guard !own.isEmpty else { return .none }
    if let wide = own.first(where: { $0.days.clamped(to: days) != $0.days }) { return .straddled(place: wide.place) }
    var next = days.lowerBound
    for record in own {
      guard record.days.lowerBound == next else { return .missing(CivilDate(dayNumber: next)) }
      next = record.days.upperBound
    }
    return next == days.upperBound ? .whole(own.reduce(0) { $0 + $1.value }) : .missing(CivilDate(dayNumber: next))
  }

  /// The sum over several spans of days.
  func sum(over spans: [Range<Int>]) -> Sum {
    var total = 0.0
    for span in spans {
      switch sum(over: span) {
      case .whole(let value): total += value
      case .none: return spans.count == 1 ? .none : .missing(CivilDate(dayNumber: span.lowerBound))
      case let other: return other
      }
    }
    return .whole(total)
  }

  /// The calendar years from the first that a record touches to the last.
  var years: ClosedRange<Int>? {
    guard let first = records.first, let last = records.map(\.end.year).max() else { return nil }
    return first.start.year...last
  }
}
