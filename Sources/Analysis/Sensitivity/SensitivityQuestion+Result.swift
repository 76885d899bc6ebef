package import Simulation
internal import Statistics
internal import TariffModel

extension SensitivityQuestion {
  /// The answer.
  ///
  /// - Complexity: ``evaluations`` of the model.
  package func result(conduct: InputConduct) throws(InputStudyError) -> SensitivityResult {
    let spreads = try spreads(conduct)
    var findings = [[InputInfluence]](
      repeating: partition.inputs.indices.map { InputInfluence(input: $0) }, count: study.targets.count)
    var unusable = [Int](repeating: 0, count: study.targets.count)
    switch method {
    case .sobol: try addIndices(to: &findings, &unusable, conduct)
    case .shapley: try addShapley(to: &findings, &unusable, conduct)
    case .plain: try addPlain(to: &findings, conduct)
    }
    let cases = try addSwings(to: &findings, conduct)
    var outcomes: [OutcomeSensitivity] = []
    var place = 0
    for target in targets {
      guard target.point != nil else {
        outcomes.append(
          OutcomeSensitivity(
            key: target.key, spread: nil, certain: target.certain, medianCase: target.certain, unusableDraws: 0, inputs: []))
        continue
      }
      let without = max(unusable[place], spreads[place].unusable)
      guard without * UnsolvedFailure.mostLeftOut <= plan.draws else {
        throw .unsolved(
          UnsolvedFailure(count: without, draws: plan.draws, outcome: target.key, outcomeCount: without, cause: nil))
      }
      let spread = spreads[place].spread
      outcomes.append(
        OutcomeSensitivity(
          key: target.key, spread: spread, certain: nil, medianCase: cases[place], unusableDraws: without,
          inputs: spread == nil ? [] : ranked(findings[place])))
      place += 1
    }
    return SensitivityResult(
      plan: plan, method: method, against: against, inputs: partition.inputs, outcomes: outcomes, notes: model.notes,
      evaluations: evaluations)
  }

  private func found<Value>(_ value: Value?) throws(InputStudyError) -> Value {
    guard let value else { throw .cancelled }
    return value
  }

  /// The distribution of each target over the first draws, as many as are kept.
  private func spreads(
    _ conduct: InputConduct
  ) throws(InputStudyError) -> [(spread: OutcomeSensitivity.Spread?, unusable: Int)] {
    let blocks = min(plan.draws, Self.plainDraws) / Extent.drawsPerBlock
    return try found(study.values(of: [], blocks: blocks, conduct: InputConduct(threads: conduct.threads))).targets.map { all in
      let draws = all.filter { !$0.isNaN }
      let unusable = all.count - draws.count
      guard let first = draws.first, draws.contains(where: { $0 != first }) else { return (nil, unusable) }
      let count = Double(draws.count)
      let mean = draws.reduce(0) { $0 + ($1 - first) } / count + first
      let squares = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let sorted = draws.sorted()
      func percentile(_ fraction: Double) -> Double { sorted[Int((fraction * (count - 1)).rounded())] }
      return (
        OutcomeSensitivity.Spread(
          mean: mean, standardDeviation: (squares / (count - 1)).squareRoot(), low: percentile(0.05), high: percentile(0.95)),
        unusable
      )
    }
  }

  private func addIndices(
    to findings: inout [[InputInfluence]], _ unusable: inout [Int], _ conduct: InputConduct
  ) throws(InputStudyError) {
    let sets = sets
    let busy = sets.indices.filter { !sets[$0].isEmpty }
    let mixed = try found(study.mixed(busy.map { sets[$0] }, conduct: conduct))
    unusable = mixed.unusable
    let widths = try found(
      study.knownWidths(busy.map { sets[$0] } + [[]], known: Self.knownDraws, fractions: (0.05, 0.95), conduct: conduct))
    for target in study.targets.indices {
      for input in sets.indices where sets[input].isEmpty { findings[target][input] = .unread(input) }
      for (place, input) in busy.enumerated() {
        let groups = mixed.sums[target][place]
        // No draw differs where the outcome does not read the input.
        guard groups.contains(where: \.hasChange) else {
          findings[target][input] = .unread(input)
          continue
        }
        findings[target][input].firstOrder = GroupJackknife.estimate(groups, \.firstOrder)
        findings[target][input].total = GroupJackknife.estimate(groups, \.total)
        let pairs = zip(widths[place][target], widths[busy.count][target]).map { WidthSums(known: $0, all: $1) }
        findings[target][input].widthCut = GroupJackknife.estimate(pairs, \.cut)
      }
    }
  }

  private func addShapley(
    to findings: inout [[InputInfluence]], _ unusable: inout [Int], _ conduct: InputConduct
  ) throws(InputStudyError) {
    let players = players
    for target in findings.indices {
      for input in findings[target].indices { findings[target][input].shapley = .zero }
    }
    guard !players.players.isEmpty else { return }
    let turns = try found(study.shapley(players.players, blocks: players.dependences, conduct: conduct))
    unusable = turns.unusable
    for (target, groups) in turns.sums.enumerated() {
      for (player, input) in players.inputs.enumerated() {
        findings[target][input].shapley = GroupJackknife.estimate(groups) { $0.effect(of: player) }
      }
    }
  }

  private func addPlain(to findings: inout [[InputInfluence]], _ conduct: InputConduct) throws(InputStudyError) {
    for target in findings.indices {
      for input in findings[target].indices { findings[target][input].firstOrder = .zero }
    }
    let forms = forms
    let blocks = min(plan.draws, Self.plainDraws) / Extent.drawsPerBlock
    for start in stride(from: 0, to: forms.count, by: Self.formsAtATime) {
      let some = Array(forms[start..<min(start + Self.formsAtATime, forms.count)])
      let (outcomes, columns) = try found(study.values(of: some.map(\.form), blocks: blocks, conduct: conduct))
      for target in outcomes.indices {
        let estimates = concurrentMap(some.indices, threads: conduct.threads) { place in
          Self.firstOrder(inputs: columns[place], outcomes: outcomes[target])
        }
        for (form, estimate) in zip(some, estimates) { findings[target][form.input].firstOrder = estimate }
      }
      if conduct.isCancelled() { throw .cancelled }
    }
  }

  /// Groups of draws that the error of an index rests on: some thousand draws each.
  private static let plainGroups = 16

  /// The mean of the indices of groups of draws.
  private static func firstOrder(inputs: [Double], outcomes: [Double]) -> IndexEstimate? {
    let size = outcomes.count / plainGroups
    let figures = (0..<plainGroups).compactMap { group in
      let own = (group * size..<(group + 1) * size).filter { !outcomes[$0].isNaN }
      return RankCorrelationRatio.firstOrder(inputs: own.map { inputs[$0] }, outcomes: own.map { outcomes[$0] })
    }
    return figures.count == plainGroups ? GroupJackknife.mean(figures) : nil
  }

  /// Adds each input's low and high case.
  ///
  /// - Returns: By target, the median case.
  private func addSwings(to findings: inout [[InputInfluence]], _ conduct: InputConduct) throws(InputStudyError) -> [Double?] {
    let cases = cases
    let ends = cases.ends.enumerated().compactMap { input, ends in ends.map { (input: input, low: $0.low, high: $0.high) } }
    let values = try found(
      study.values(
        at: [cases.median] + ends.flatMap { [$0.low, $0.high] }, conduct: InputConduct(threads: conduct.threads)))
    for target in findings.indices {
      for (place, end) in ends.enumerated() {
        let (low, high) = (values[1 + 2 * place][target], values[2 + 2 * place][target])
        findings[target][end.input].low = low.isNaN ? nil : low
        findings[target][end.input].high = high.isNaN ? nil : high
      }
    }
    return values[0].map { $0.isNaN ? nil : $0 }
  }

  /// The inputs by importance, with the places that their intervals leave open.
  private func ranked(_ findings: [InputInfluence]) -> [InputInfluence] {
    let known = findings.indices.filter { findings[$0].leading != nil }
    let order = known.sorted { a, b in
      let (x, y) = (findings[a].leading?.value ?? 0, findings[b].leading?.value ?? 0)
      return x == y ? a < b : x > y
    }
    let intervals = findings.map { $0.leading?.interval ?? 0...0 }
    return order.map { input in
      let own = intervals[input]
      let above = order.count { intervals[$0].lowerBound > own.upperBound }
      let below = order.count { intervals[$0].upperBound < own.lowerBound }
      var finding = findings[input]
      finding.rank = (above + 1)...(order.count - below)
      return finding
    }
  }
}

/// Distances between two percentiles, with an input known and without.
private struct WidthSums: DrawSums {
  var known = 0.0
  var all = 0.0

  init() {}

  init(known: Double, all: Double) {
    self.known = known
    self.all = all
  }

  mutating func add(_ more: Self) {
    known += more.known
    all += more.all
  }

  /// What knowing it takes off, as a share.
  var cut: Double? { all > 0 ? 1 - known / all : nil }
}
