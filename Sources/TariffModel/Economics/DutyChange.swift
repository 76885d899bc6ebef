internal import Expressions

/// Whether one duty differs from another, of all draws together or draw by draw.
enum DutyChange {
  case never
  case always
  /// In the draws in which this magnitude of the difference is at least ``resolution``.
  case inDraws(Expression)

  /// Rates that differ by less, 2⁻⁴³, are one rate that was summed in another order: sums of layers are rounded by a hundredth of it.
  static let resolution = 0x1p-43

  init(from old: Expression, to new: Expression) {
    let difference = new - old
    if difference.staysWithin(Self.resolution) {
      self = .never
    } else if difference.staysApart(from: 0, by: Self.resolution) {
      self = .always
    } else {
      self = .inDraws(maximum(difference, -difference))
    }
  }

  /// Whether at least one of several changes is there.
  ///
  /// O(changes).
  static func any(_ changes: some Sequence<DutyChange>) -> DutyChange {
    changes.reduce(.never) { known, change in
      switch (known, change) {
      case (.always, _), (_, .always): .always
      case (.never, let other), (let other, .never): other
      case (.inDraws(let a), .inDraws(let b)): .inDraws(maximum(a, b))
      }
    }
  }

  /// One value in the draws with the change, another one in those without; what no draw needs is not written.
  func select(then changed: () -> Expression, else unchanged: () -> Expression) -> Expression {
    switch self {
    case .never: return unchanged()
    case .always: return changed()
    case .inDraws(let size):
      let least = size.graph.constant(Self.resolution)
      return Expressions.select(size, atLeast: least, then: changed(), else: unchanged())
    }
  }
}
