internal import Files
internal import Glibc

extension OutputFolder {
  /// The path of a hidden name of this process beside the place.
  func hidden(_ stage: HiddenName.Stage) -> String {
    FileStore.joined(directory, HiddenName(of: stem, stage: stage).text)
  }

  /// Puts a complete folder in the place; what leaves it is handed on under a hidden name, most often once and at the end.
  ///
  /// The order: the folder is named a whole one, which nobody removes; it changes places with the earlier result. Where that is no
  /// single step the earlier result gets a hidden name, and then the folder the place's.
  func place(_ partial: String, former: (_ path: String) -> Void) throws(FileFailure) {
    let whole = hidden(.whole)
    let aside = hidden(.former)
    try FileStore.rename(partial, to: whole)
    var isAside = false
    do throws(FileFailure) {
      // Other processes may take and leave the place at the same time: every turn begins with what is there now.
      for _ in 1...100 {
        guard try FileStore.entry(at: path) == .folder else {
          guard try FileStore.rename(whole, toFree: path) else { continue }
          if isAside { former(aside) }
          return
        }
        do throws(FileFailure) {
          if try store.exchange(whole, path) {
            if isAside { former(aside) }
            former(whole)
            return
          }
          // One that stands aside from the turn before makes room for the next.
          if isAside { former(aside) }
          isAside = try FileStore.rename(path, toFree: aside)
        } catch {
          if error.code != ENOENT { throw error }
        }
      }
      throw FileFailure(path: path, code: EBUSY)
    } catch {
      if isAside { _ = try FileStore.rename(aside, toFree: path) }
      try FileStore.rename(whole, to: partial)
      throw error
    }
  }

  /// What becomes of an earlier result that has left its place for one with the given identity.
  ///
  /// Nothing is said of one of the same run, which goes. It is looked at here and not before: what left the place may be another
  /// than what stood there at the start.
  func settle(_ former: String, after identity: String) -> OutputNotice? {
    if (try? FileStore.names(in: former)) == [] {
      FileStore.removeFolderOfFiles(former)
      return nil
    }
    let isSameRun = Self.identity(of: former) == identity
    if isSameRun || replaces, (try? checkContent(of: former)) != nil, drop(former) {
      return isSameRun ? nil : .dropped(path: path)
    }
    return moveAside(former).map { .moved(from: path, to: $0) } ?? .stuck(path: former)
  }

  /// Moves a result to the first place with a number that is free; returns that place.
  private func moveAside(_ former: String) -> String? {
    for number in 2...100_000 {
      let place = path + "-\(number)"
      // A name that is too long, or a folder that takes no entries: the result stays where it is, under its hidden name.
      guard let isMoved = try? FileStore.rename(former, toFree: place) else { return nil }
      if isMoved { return place }
    }
    return nil
  }

  /// Removes a result; a process that is killed meanwhile leaves what the next one may remove.
  private func drop(_ former: String) -> Bool {
    let partial = hidden(.partial)
    guard let isRenamed = try? FileStore.rename(former, toFree: partial), isRenamed else { return false }
    FileStore.removeFolderOfFiles(partial)
    return true
  }

  /// What tells the run behind a result from others; nothing where its `run.json` does not say so.
  package static func identity(of folder: String) -> String? {
    let head = RunDocument.head
    let opening = FileStore.opening(of: folder + "/run.json", count: head.utf8.count + 65)
    guard opening.hasPrefix(head), opening.hasSuffix("\"") else { return nil }
    return String(opening.dropFirst(head.count).dropLast())
  }
}
