internal import TextFormats

/// A number that a report proposes to fix, as `--set` takes it.
struct ReplacementExample {
  /// As in `exports/6302/elasticity=1.2`.
  let text: String

  /// Keys of numbers that are no rates: above 1 they are written as they are.
  private static let plainKeys: Set<Substring> = [
    "elasticity", "longRunElasticity", "supplyElasticity", "demandElasticity", "substitution", "nestSubstitution", "value",
    "amount", "quantity",
  ]

  /// The first uncertain number whose median can be written as a number; else the first, as a percentage.
  ///
  /// A rate above 1 is refused unless it is a percentage, and a parameter may be one. The option ends a path at the first equals
  /// sign.
  init?(_ assumptions: [AssumptionRow]) {
    // A path that is too long to be shown whole cannot be typed from the screen.
    let uncertain = assumptions.filter {
      $0.p5 != nil && $0.p5 != $0.p95 && !$0.path.contains("=") && $0.path.utf8.count <= ShownText.nameLimit
    }
    guard let first = uncertain.first else { return nil }
    let plain = uncertain.first { row in
      (row.p50 ?? 0) <= 1 || row.path.split(separator: "/").last.map(Self.plainKeys.contains) == true
    }
    if let plain {
      text = plain.path + "=" + NumberText.short(plain.p50 ?? 0)
    } else {
      text = first.path + "=" + NumberText.short(100 * (first.p50 ?? 0)) + "%"
    }
  }
}
