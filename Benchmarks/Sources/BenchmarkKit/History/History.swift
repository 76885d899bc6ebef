internal import FoundationEssentials

/// Raw results of one machine over time.
package struct History: Hashable, Sendable {
  /// From the oldest to the newest, at least one.
  package var reports: [BenchmarkReport]
  /// How many results of other machines were left out.
  package var otherMachines: Int

  /// The results of the newest one's machine, in the order of their dates.
  ///
  /// - Precondition: There is at least one.
  package init(_ all: [BenchmarkReport]) {
    precondition(!all.isEmpty, "a history has at least one result")
    let sorted = all.sorted { $0.machine.date < $1.machine.date }
    let newest = sorted[sorted.count - 1].machine
    reports = sorted.filter { $0.machine.isSameMachine(as: newest) }
    otherMachines = sorted.count - reports.count
  }

  /// Reads every `.json` file of a folder.
  package init(folder: String) throws(BenchmarkFailure) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .cannotRead(path: folder, reason: "no such folder, or no right to read it")
    }
    var reports: [BenchmarkReport] = []
    for name in names.sorted() where name.hasSuffix(".json") {
      reports.append(try BenchmarkReport(path: folder + "/" + name))
    }
    guard !reports.isEmpty else { throw .noHistory(folder: folder) }
    self.init(reports)
  }

  /// What was measured in the newest result, over time.
  ///
  /// - Parameter filter: Part of the name; where there is none, narrower kernels than the newest result's widest are left out.
  package func series(matching filter: NameFilter) -> [HistorySeries] {
    guard let newest = reports.last else { return [] }
    return newest.results.filter { result in
      let isOfChosenKernels = result.name.hasPrefix("kernel/\(newest.machine.instructionSet)/")
      let isShownUnasked = isOfChosenKernels || !result.name.hasPrefix("kernel/")
      return filter.isEmpty ? isShownUnasked : filter.accepts(result.name)
    }.map { result in
      HistorySeries(
        name: result.name, unit: result.unit, medians: reports.map { $0.result(named: result.name)?.statistics.median })
    }
  }
}

/// The medians of one benchmark over time.
package struct HistorySeries: Hashable, Sendable {
  package var name: String
  package var unit: BenchmarkUnit
  /// One for each result, nothing where it was not measured; the last is there.
  package var medians: [Double?]

  package init(name: String, unit: BenchmarkUnit, medians: [Double?]) {
    self.name = name
    self.unit = unit
    self.medians = medians
  }

  /// What a picture puts above the benchmarks of a kind: the first part of the name, of kernels the instruction set too.
  package var group: String { parts.prefix(isKernel ? 2 : 1).joined(separator: "/") }

  /// The rest of the name.
  package var title: String { parts.dropFirst(isKernel ? 2 : 1).joined(separator: "/") }

  /// Whether it measures a kernel.
  package var isKernel: Bool { parts.first == "kernel" }

  private var parts: [Substring] { name.split(separator: "/") }

  /// The first and the last that are known, and the last over the first.
  package var movement: (first: Double, last: Double, ratio: Double)? {
    let known = medians.compactMap { $0 }
    guard let first = known.first, let last = known.last, first > 0 else { return nil }
    return (first, last, last / first)
  }
}
