internal import Files
internal import Glibc

/// The hold of a run on its result folder, from before the work to the result in its place.
///
/// The hold is a hidden folder beside the place, in which the files are written; its name says whose it is, so that runs at work
/// on one place know of each other. It keeps nobody out: of two runs the one that ends last takes the place, and what it takes it
/// from is treated as any earlier result. Whatever is not in its place when the value ends is removed.
package struct OutputClaim: ~Copyable {
  package let folder: OutputFolder
  /// What was found and done when the place was claimed.
  package private(set) var notices: [OutputNotice] = []
  private let partial: String
  private let madeFolders: [String]
  /// What stood in the place at the start.
  private let earlier: FileStamp?
  private var isInPlace = false

  /// Claims a place that a result may take; what a killed run left there is tidied up first.
  package init(_ folder: OutputFolder) throws(OutputFolder.Failure) {
    try folder.check()
    let hold = folder.hidden(.partial)
    let made = try OutputFolder.mapped { () throws(FileFailure) in
      try HalfDone.changing { halfDone throws(FileFailure) in
        let made = try FileStore.makeFolders(folder.directory)
        do throws(FileFailure) {
          FileStore.remove(hold)
          try FileStore.makeFolder(hold)
        } catch {
          FileStore.removeFolders(made)
          throw error
        }
        halfDone += made + [hold]
        return made
      }
    }
    self.folder = folder
    partial = hold
    madeFolders = made
    FileStore.removeLeftovers(in: folder.directory)
    notices = folder.putBack() + folder.others()
    earlier = FileStore.stamp(of: folder.path)
  }

  deinit {
    defer { HalfDone.forget(madeFolders + [partial]) }
    guard !isInPlace else { return }
    FileStore.removeFolderOfFiles(partial)
    FileStore.removeFolders(madeFolders)
    HalfDone.forget(madeFolders + [partial])
  }

  /// Writes the files, brings them to the disk and puts the folder in its place; returns what became of an earlier result.
  ///
  /// `identity` tells this run from others, as its `run.json` says it. At every moment there is either the earlier result or the
  /// new one in the place, where the filesystem can exchange folders in one step. Where it cannot the earlier one steps aside
  /// first, and a run that finds the place empty puts it back.
  ///
  /// - Parameter whenInPlace: Called in the step in which the result takes its place.
  package mutating func install(
    _ files: [OutputFolder.File], written: [OutputFolder.WrittenFile] = [], identity: String,
    whenInPlace: @Sendable () -> Void = {}
  ) throws(OutputFolder.Failure) -> [OutputNotice] {
    try folder.check()
    var notices = folder.others().filter { if case .shared = $0 { !self.notices.contains($0) } else { false } }
    let partial = partial
    let folder = folder
    let earlier = earlier
    let done = madeFolders + [partial]
    var hasLeft = false
    var isOther = false
    try OutputFolder.mapped { () throws(FileFailure) in
      for file in files { try folder.store.writeFile(file.text, partial + "/" + file.name) }
      for file in written { try file.write(partial + "/" + file.name) }
      FileStore.bringToDisk(folder: partial)
      // A request to stop is obeyed before this step or after it.
      try HalfDone.changing { halfDone throws(FileFailure) in
        try folder.place(partial) { former in
          hasLeft = true
          if FileStore.stamp(of: former) != earlier { isOther = true }
          notices += folder.settle(former, after: identity).map { [$0] } ?? []
        }
        halfDone.removeAll(where: done.contains)
        whenInPlace()
      }
    }
    isInPlace = true
    for made in [folder.path] + madeFolders.reversed() { FileStore.bringToDisk(folder: FileStore.parent(of: made)) }
    if isOther || !hasLeft && earlier != nil { notices.insert(.writtenMeanwhile(path: folder.path), at: 0) }
    notices += folder.recoverLeftovers(after: identity)
    return notices
  }
}
