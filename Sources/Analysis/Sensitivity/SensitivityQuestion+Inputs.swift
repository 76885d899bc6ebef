internal import Expressions
internal import Simulation
internal import TariffModel

/// Inputs as columns of the program.
extension SensitivityQuestion {
  /// By input: the numbers that an outcome reads, as weighted sums of columns; of a number that none reads nothing.
  var forms: [(input: Int, form: [(input: Int, weight: Double)])] {
    partition.inputs.enumerated().flatMap { number, input in
      guard input.numbers.count == 1 else { return [(input: Int, form: [(input: Int, weight: Double)])]() }
      if let member = input.members.first {
        return form(of: member).map { [(number, $0)] } ?? []
      }
      return input.columns.compactMap { places[$0] }.map { (number, [($0, 1.0)]) }
    }
  }

  /// A member of a dependence by the program's columns; nothing where the program does not read it.
  private func form(of member: SensitivityInput.Member) -> [(input: Int, weight: Double)]? {
    let block = normals[member.dependence]
    var form: [(input: Int, weight: Double)] = []
    for (stream, weight) in zip(block.streams, block.row(member.member)) where weight != 0 {
      guard let place = places[stream] else { return nil }
      form.append((place, weight))
    }
    return form
  }

  /// The inputs that some outcome reads as players, with their numbers, and the columns of each dependence.
  var players: (players: [InputStudy.Player], inputs: [Int], dependences: [[Int]]) {
    let dependences = normals.map { block in block.streams.compactMap { places[$0] } }
    var players: [InputStudy.Player] = []
    var inputs: [Int] = []
    for (number, input) in partition.inputs.enumerated() {
      let columns = input.columns.compactMap { places[$0] }
      let rows = input.members.compactMap { member -> InputStudy.Row? in
        guard let form = form(of: member) else { return nil }
        let columns = dependences[member.dependence]
        var weights = [Double](repeating: 0, count: columns.count)
        for (place, weight) in form { if let index = columns.firstIndex(of: place) { weights[index] = weight } }
        return InputStudy.Row(block: member.dependence, weights: weights)
      }
      if columns.isEmpty, rows.isEmpty { continue }
      players.append(InputStudy.Player(columns: columns, rows: rows))
      inputs.append(number)
    }
    return (players, inputs, dependences)
  }

  /// Φ⁻¹(0.9): the 10th and the 90th percentile lie so far from the median.
  private static let swing = 1.281551565544600467

  /// The median case, and each input's low and high case: all of its numbers at their 10th or 90th percentiles, all others
  /// at their medians.
  ///
  /// Nothing for inputs that no outcome reads, and where correlation does not let the numbers take these values together.
  var cases: (median: [Double], ends: [(low: [Double], high: [Double])?]) {
    let kinds = model.program.inputs.map(\.kind)
    let median = kinds.map { $0 == .uniform ? 0.5 : 0 }
    let ends = partition.inputs.map { input -> (low: [Double], high: [Double])? in
      guard let low = point(of: input, median: median, kinds: kinds, isHigh: false),
        let high = point(of: input, median: median, kinds: kinds, isHigh: true)
      else { return nil }
      return (low, high)
    }
    return (median, ends)
  }

  private func point(
    of input: SensitivityInput, median: [Double], kinds: [InputColumn.Kind], isHigh: Bool
  ) -> [Double]? {
    var point = median
    let swing = isHigh ? Self.swing : -Self.swing
    var isRead = false
    let dependent = Set(input.members.flatMap { normals[$0.dependence].streams })
    for column in input.columns where !dependent.contains(column) {
      guard let place = places[column] else { continue }
      isRead = true
      point[place] = kinds[place] == .uniform ? (isHigh ? 0.9 : 0.1) : swing
    }
    for (dependence, members) in Dictionary(grouping: input.members, by: \.dependence).sorted(by: { $0.key < $1.key }) {
      let block = normals[dependence]
      var z = [Double](repeating: 0, count: block.members.count)
      for member in members { z[member.member] = swing }
      guard let w = block.streams(making: z) else { return nil }
      for (stream, value) in zip(block.streams, w) {
        guard let place = places[stream] else { continue }
        isRead = true
        point[place] = value
      }
    }
    return isRead ? point : nil
  }
}
