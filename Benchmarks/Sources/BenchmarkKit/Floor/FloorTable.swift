internal import Reporting

/// What a draw must cost by the unit costs of the machine: the sum, over everything it passes through, of values times cost.
package struct FloorTable: Sendable {
  /// One kind of pass.
  package struct Row: Hashable, Sendable {
    package var kernel: String
    /// Values of this kind that one draw needs.
    package var valuesPerDraw: Int
    package var nanosecondsPerValue: Double

    package init(kernel: String, valuesPerDraw: Int, nanosecondsPerValue: Double) {
      self.kernel = kernel
      self.valuesPerDraw = valuesPerDraw
      self.nanosecondsPerValue = nanosecondsPerValue
    }

    /// Nanoseconds of a draw.
    package var nanoseconds: Double { Double(valuesPerDraw) * nanosecondsPerValue }
  }

  /// The dearest first.
  package var rows: [Row]
  /// What a draw takes on one thread and on several, in nanoseconds.
  package var measured: [(threads: Int, nanoseconds: Double)]

  /// - Parameters:
  ///   - passes: The passes of a program; several of one kernel are added up.
  ///   - cost: Nanoseconds a value of a kernel; asked once for each.
  package init<Failure: Error>(
    passes: [(kernel: String, valuesPerDraw: Int)], measured: [(threads: Int, nanoseconds: Double)],
    cost: (String) throws(Failure) -> Double
  ) throws(Failure) {
    var values: [String: Int] = [:]
    for pass in passes { values[pass.kernel, default: 0] += pass.valuesPerDraw }
    var rows: [Row] = []
    for (kernel, count) in values.sorted(by: { $0.key < $1.key }) {
      rows.append(Row(kernel: kernel, valuesPerDraw: count, nanosecondsPerValue: try cost(kernel)))
    }
    self.rows = rows.sorted { $0.nanoseconds > $1.nanoseconds }
    self.measured = measured
  }

  /// The floor of one thread, in nanoseconds a draw.
  package var nanoseconds: Double { rows.reduce(0) { $0 + $1.nanoseconds } }

  /// The rows, their sum, and how the measured times compare with it.
  package var text: String {
    var table = TextTable(columns: [.init("kernel", .left), .init("values/draw"), .init("ns/value"), .init("ns/draw")])
    for row in rows {
      table.rows.append([
        row.kernel, NumberText.count(row.valuesPerDraw), NumberText.rounded(row.nanosecondsPerValue, place: -3),
        NumberText.rounded(row.nanoseconds, place: -1),
      ])
    }
    table.rows.append(["floor of one thread", "", "", NumberText.rounded(nanoseconds, place: -1)])
    var text = table.lines().map { $0 + "\n" }.joined() + "\n"
    for (threads, time) in measured {
      let floor = nanoseconds / Double(threads)
      text +=
        "\(threads) thread\(threads == 1 ? "" : "s"): \(NumberText.rounded(time, place: -1)) ns a draw, floor "
        + "\(NumberText.rounded(floor, place: -1)), time ÷ floor \(NumberText.rounded(time / floor, place: -2))\n"
    }
    return text
  }
}
