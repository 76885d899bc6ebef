internal import Statistics

/// Counts events in some draws; what a worker keeps from block to block.
struct EventCounter {
  private var first: [Double] = []
  private var second: [Double] = []
  private var flags: [Flags] = []

  /// What holds in a draw.
  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let usable = Flags(rawValue: 1)
    static let given = Flags(rawValue: 2)
    static let event = Flags(rawValue: 4)
    static let counted: Flags = [.usable, .given]
    static let all: Flags = [.usable, .given, .event]
  }

  /// Counts an event in so many draws; `load` puts an operand's draws into an array.
  ///
  /// O(bounds · draws).
  mutating func count(
    _ event: ObservedEvent, draws: Int, into tally: inout EventTally, load: (Operand, inout [Double]) -> Void
  ) {
    flags.removeAll(keepingCapacity: true)
    flags.append(contentsOf: repeatElement(.all, count: draws))
    for bound in event.given { mark(bound, as: .given, load) }
    for bound in event.bounds { mark(bound, as: .event, load) }
    tally.add(
      draws: flags.count { $0.contains(.usable) }, given: flags.count { $0.contains(.counted) }, hits: flags.count { $0 == .all })
  }

  /// Takes the mark off the draws in which a bound does not hold, and all marks where one of its numbers has no value.
  private mutating func mark(_ bound: ObservedEvent.Bound, as mark: Flags, _ load: (Operand, inout [Double]) -> Void) {
    load(bound.first, &first)
    if let other = bound.second {
      load(other, &second)
      for index in first.indices {
        let (own, others) = (first[index], second[index])
        let isUsable = Unusable.isUsable(own) && Unusable.isUsable(others)
        first[index] = !isUsable ? .nan : bound.first.ties(own, with: other, others) ? 0 : own - others
      }
    }
    for index in first.indices {
      if !Unusable.isUsable(first[index]) {
        flags[index] = []
      } else if !bound.relation.holds(first[index], bound.level) {
        flags[index].remove(mark)
      }
    }
  }
}
