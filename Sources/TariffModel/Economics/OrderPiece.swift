internal import Expressions

/// Days on which goods are ordered under one duty and one elasticity.
struct OrderPiece {
  /// Its day numbers; `Int.min` where the duty has always been, `Int.max` where it stays.
  let days: Range<Int>
  /// The number of the stretch of order days that it is part of.
  let segment: Int
  /// a: the age of the tariff that its elasticity goes by, calendar years.
  let years: Expression
}

extension DutyHistory {
  /// A stretch of orders under one duty is cut so many days apart, from its own first day on.
  private static let daysOfAge = 91

  /// Stretches of order days, from ever to ever, that are cut where the measures may change the duty on some goods.
  ///
  /// Content is that of the period of the day, so that they are cut between periods whose layers differ too.
  func orderSegments(of goods: some Sequence<TariffExposure>) -> [Segment] {
    var cuts: Set<Int> = []
    if let measures = eras.first?.measures { for exposure in goods { cuts.formUnion(measures.dates(on: exposure)) } }
    for (era, next) in zip(eras, eras.dropFirst()) where !era.measures.haveSameLayers(as: next.measures) {
      cuts.insert(era.days.upperBound)
    }
    let starts = [Int.min] + cuts.sorted()
    return zip(starts, starts.dropFirst() + [.max]).map { Segment(weight: 0, days: $0..<$1, isOfOrders: true) }
  }

  /// The duty on goods that are ordered in a stretch of days.
  func level(on goods: TariffExposure, in segment: Segment, baseline: Expression) -> TariffLevel {
    guard let day = segment.days?.lowerBound, let measures = era(of: day)?.measures else {
      return TariffLevel(rate: baseline, paidRate: baseline)
    }
    return measures.level(on: goods, in: segment, baseline: baseline)
  }

  /// The pieces of all order days until the last period ends, each with its age.
  ///
  /// A stretch is a run of segments in which the duty is the same in the draw. Its elasticity is that of the middle of each 91 days from
  /// its own first day on, whatever the periods are: a draw in which a stretch begins elsewhere is cut elsewhere. A duty that has always
  /// been counts from the first period on. O(segments² + days of the study/91) where no change is drawn.
  ///
  /// - Parameters:
  ///   - clock: Nothing where no elasticity moves: then a is 0, and no piece is cut.
  ///   - changes: From each segment to the next.
  func orderPieces(_ segments: [Segment], changes: [DutyChange], clock: DutyClock?) -> [OrderPiece] {
    guard let first = eras.first?.days.lowerBound, let end = eras.map(\.days.upperBound).max() else { return [] }
    let runs = OrderRuns(segments, changes: changes, origin: first)
    return runs.indices.flatMap { run -> [OrderPiece] in
      let days = runs.days(of: run)
      guard days.lowerBound < end else { return [] }
      guard let clock, let start = clock.starts.first?.day, days.upperBound > start else {
        return [OrderPiece(days: days, segment: runs.segment(of: run), years: graph.constant(0))]
      }
      return runs.pieces(of: run, every: Self.daysOfAge, until: end).map { piece in
        OrderPiece(
          days: piece, segment: runs.segment(of: run),
          years: runs.age(of: piece, in: run, every: Self.daysOfAge) { cell in
            cell.map { clock.years(toMiddleOf: $0) } ?? graph.constant(0)
          })
      }
    }
  }
}

/// Order days in runs of segments whose duty is the same in every draw.
private struct OrderRuns {
  private let runs: [(days: Range<Int>, segment: Int)]
  /// From each run to the next: always, or in some draws.
  private let changes: [DutyChange]
  /// The day from which a duty that has always been counts.
  private let origin: Int

  init(_ segments: [Segment], changes: [DutyChange], origin: Int) {
    var runs: [(days: Range<Int>, segment: Int)] = []
    var kept: [DutyChange] = []
    for (number, segment) in segments.enumerated() {
      guard let days = segment.days else { continue }
      if let last = runs.last {
        if case .never = changes[number - 1] {
          runs[runs.count - 1].days = last.days.lowerBound..<days.upperBound
          continue
        }
        kept.append(changes[number - 1])
      }
      runs.append((days, number))
    }
    self.runs = runs
    self.changes = kept
    self.origin = origin
  }

  var indices: Range<Int> { runs.indices }
  func days(of run: Int) -> Range<Int> { runs[run].days }
  func segment(of run: Int) -> Int { runs[run].segment }

  /// The first day of a run, from which it is cut.
  private func start(of run: Int) -> Int { runs[run].days.lowerBound == .min ? origin : runs[run].days.lowerBound }

  /// The runs with which the stretch of a run begins in some draw, itself first.
  private func beginnings(of run: Int) -> [Int] {
    var found = [run]
    while let first = found.last, first > 0, case .inDraws = changes[first - 1] { found.append(first - 1) }
    return found
  }

  /// A run, cut wherever its stretch is cut in some draw, as far as it lies before a day.
  func pieces(of run: Int, every length: Int, until end: Int) -> [Range<Int>] {
    let days = runs[run].days
    var cuts: Set<Int> = [days.lowerBound]
    for beginning in beginnings(of: run) {
      let start = start(of: beginning)
      let skipped = days.lowerBound > start ? (days.lowerBound - start) / length : 0
      var cut = start + skipped * length
      while cut < min(days.upperBound, end) {
        if cut > days.lowerBound { cuts.insert(cut) }
        cut += length
      }
    }
    let starts = cuts.sorted()
    return zip(starts, starts.dropFirst() + [days.upperBound]).map { $0..<$1 }
  }

  /// The age of a piece: that of the part of its stretch, between two cuts, in which it lies.
  ///
  /// - Parameter age: Of the days between two cuts; of nothing for days before any stretch counts.
  func age(of piece: Range<Int>, in run: Int, every length: Int, _ age: @escaping (Range<Int>?) -> Expression) -> Expression {
    func beginning(_ first: Int) -> Expression {
      let start = start(of: first)
      guard piece.lowerBound >= start else { return age(nil) }
      let cell = start + (piece.lowerBound - start) / length * length
      func ending(_ last: Int) -> Expression {
        let end = runs[last].days.upperBound
        let found = { age(cell..<min(end, cell + length)) }
        guard end < cell + length, last < changes.count else { return found() }
        return changes[last].select(then: found, else: { ending(last + 1) })
      }
      return ending(run)
    }
    func backwards(_ first: Int) -> Expression {
      first == 0 ? beginning(0) : changes[first - 1].select(then: { beginning(first) }, else: { backwards(first - 1) })
    }
    return backwards(run)
  }
}
