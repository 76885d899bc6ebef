extension Study {
  /// Every export line has jobs for its exports, where the study counts jobs.
  func jobProblems() -> [ModelProblem] {
    guard let jobs else { return [] }
    let groups = exports.compactMap(\.group)
    var found = jobs.byGroup.keys.sorted().filter { !groups.contains($0) }.map {
      unknown($0, kind: "group", among: groups, at: "jobs/groups/\($0)")
    }
    var seen: Set<String> = []
    for group in groups where jobs.byGroup[group] == nil && seen.insert(group).inserted {
      found.append(ModelProblem(path: "jobs", rule: .jobsForEveryLine(group: group)))
    }
    if jobs.ungrouped == nil && exports.contains(where: { $0.group == nil }) {
      found.append(ModelProblem(path: "jobs", rule: .jobsForEveryLine(group: nil)))
    }
    return found
  }

  /// The suppliers that a commitment displaces, and what the arc form of its additionality divides by.
  func displacementProblems(of commitment: PurchaseCommitment) -> [ModelProblem] {
    let path = "commitments/\(commitment.name)"
    var found: [ModelProblem] = []
    for supplier in commitment.suppliers {
      let place = "\(path)/suppliers/\(supplier.origin)"
      if !(0...1).contains(supplier.share) {
        found.append(ModelProblem(path: place, value: "\(supplier.share)", rule: .range(.share)))
      }
      if supplier.origin == "total" { found.append(ModelProblem(path: place, value: "total", rule: .nameIsFree)) }
    }
    let sum = commitment.suppliers.map(\.share).reduce(0, +)
    // Shares that were rounded to a few digits are scaled by nobody: they are put right.
    if found.isEmpty && !commitment.suppliers.isEmpty && abs(sum - 1) > 1e-9 {
      found.append(ModelProblem(path: "\(path)/suppliers", rule: .supplierSharesSumToOne(sum: sum)))
    }
    guard case .ces(_, _, let share) = commitment.additionality,
      let line = imports.first(where: { $0.id == commitment.importLine })
    else { return found }
    if lowerBound(of: line.baseValue) == 0 {
      found.append(ModelProblem(path: line.baseValue.path, value: "0", rule: .range(.positive)))
    }
    if lowerBound(of: share) == 0 {
      found.append(ModelProblem(path: share.path, value: "0", rule: .range(.positiveShare)))
    }
    return found
  }
}
