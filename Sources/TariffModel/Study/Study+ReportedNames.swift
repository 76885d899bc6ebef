extension Study {
  /// The names of the periods that outcomes are reported for, those of the sums over several among them.
  package var reportedPeriods: [String] {
    let own = periods.isEmpty ? [TimeFrame.wholeYear] : periods.map(\.name) + spans.map(\.name)
    return ((exports.isEmpty ? [] : own) + (world == nil ? [] : [TimeFrame.wholeYear])).uniqued
  }

  /// What the column `group` can hold, without lines: the total, then groups, origins, commitments, quotas and regions.
  ///
  /// O(lines + suppliers).
  package var reportedGroups: [String] {
    let displaced = commitments.flatMap { $0.suppliers.map(\.origin) }
    let parts = commitments.map(\.name) + quotas.map(\.name) + (world?.regions.map(\.name) ?? [])
    return ([OutcomeSlice.totalName] + exports.compactMap(\.group) + marketOrigins + displaced + parts).uniqued
  }
}
