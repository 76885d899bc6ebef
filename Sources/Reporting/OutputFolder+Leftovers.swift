internal import Files

extension OutputFolder {
  /// What stands beside the place under hidden names of its label, this process's own left out.
  private func leftovers() -> [Leftover] {
    let label = HiddenName.label(of: stem)
    return FileStore.leftovers(in: directory).filter { $0.name.label == label && $0.name.owner != .own }
  }

  /// Whole results of processes that are gone, those that stood aside first.
  private func results() -> [Leftover] {
    let results = leftovers().filter { $0.name.stage != .partial && $0.name.owner.state == .gone }
    return results.filter { $0.name.stage == .former } + results.filter { $0.name.stage == .whole }
  }

  /// Puts a result in the place where a killed run left that empty.
  func putBack() -> [OutputNotice] {
    for result in results() {
      guard let isFree = try? FileStore.rename(result.path, toFree: path) else { continue }
      return isFree ? [.restored(path: path)] : []
    }
    return []
  }

  /// Gives results that killed runs left under hidden names a place of their own; those of the run that now stands in the place go.
  func recoverLeftovers(after identity: String) -> [OutputNotice] {
    results().compactMap { result in
      guard case .moved(_, let to)? = settle(result.path, after: identity) else { return nil }
      return .recovered(path: path, to: to)
    }
  }

  /// Other processes at work on the place, and what may belong to one.
  func others() -> [OutputNotice] {
    var notices = leftovers().compactMap { leftover -> OutputNotice? in
      switch leftover.name.owner.state {
      case .running: .shared(path: path, process: leftover.name.owner.process)
      case .elsewhere: .left(path: leftover.path, host: leftover.name.owner.host)
      case .gone: nil
      }
    }
    // Before names had hosts they had the process's number alone.
    for name in (try? FileStore.names(in: directory)) ?? [] {
      for stage in ["partial", "former"] where name.hasPrefix(".\(stem).\(stage)-") {
        if name.dropFirst(stem.count + stage.count + 3).allSatisfy(\.isNumber) {
          notices.append(.left(path: FileStore.joined(directory, name), host: nil))
        }
      }
    }
    return notices
  }
}
