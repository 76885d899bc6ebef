internal import Glibc

/// A result folder `DIR/<stem>/`: written beside its place under a hidden name, and moved there when it is complete.
///
/// A folder that holds an earlier result and nothing else is replaced. Any other is left alone: `force` lets a folder go
/// that holds an earlier result and further plain files, never one without a result, never one with folders or links in it.
package struct OutputFolder: Sendable {
  /// One file of the folder.
  package struct File: Hashable, Sendable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Why a folder could not be written; nothing is left behind.
  package enum Failure: Error, Hashable, Sendable {
    /// The place is taken by something that is no folder.
    case notAFolder(path: String)
    /// The folder does not hold a result.
    case foreign(path: String)
    /// The folder holds a result and something else besides; `force` would remove it where it is a plain file.
    case mixed(path: String, entry: String, isPlainFile: Bool)
    case system(FileFailure)
  }

  /// The files that a result may consist of.
  package static let fileNames: Set<String> = [
    "percentiles.csv", "statistics.csv", "assumptions.csv", "lines.csv", "unsolved.csv", "summary.json", "run.json",
  ]

  package var directory: String
  package var stem: String
  package var force: Bool
  /// The operations on files that may be replaced in tests.
  package var store = FileStore()

  package init(directory: String, stem: String, force: Bool = false) {
    self.directory = directory
    self.stem = stem
    self.force = force
  }

  /// Where the files stand when all is done.
  package var path: String { directory.hasSuffix("/") ? directory + stem : directory + "/" + stem }

  /// Refuses a place that a result must not take or cannot be written to; a run asks before its work, not after it.
  package func check() throws(Failure) {
    switch try Self.mapped({ () throws(FileFailure) in try FileStore.entry(at: path) }) {
    case .missing: break
    case .file, .other: throw .notAFolder(path: path)
    case .folder: try checkContent()
    }
    try Self.mapped { () throws(FileFailure) in try FileStore.checkWritable(directory) }
  }

  private func checkContent() throws(Failure) {
    let names = try Self.mapped { () throws(FileFailure) in try FileStore.names(in: path) }
    if names.isEmpty { return }
    let opening = "{\n  \"schema\": \"\(SummaryDocument.schema)\""
    let summary = FileStore.opening(of: path + "/summary.json", count: opening.utf8.count)
    guard summary == opening else { throw .foreign(path: path) }
    for name in names {
      let entry = try Self.mapped { () throws(FileFailure) in try FileStore.entry(at: path + "/" + name) }
      if entry != .file || !(force || Self.fileNames.contains(name)) {
        throw .mixed(path: path, entry: name, isPlainFile: entry == .file)
      }
    }
  }

  /// Writes the files and puts the folder in its place.
  package func write(_ files: [File]) throws(Failure) {
    try check()
    try Self.mapped { () throws(FileFailure) in
      let made = try HalfDone.changing { paths throws(FileFailure) in
        let made = try FileStore.makeFolders(directory)
        paths += made
        return made
      }
      defer { HalfDone.forget(made) }
      do throws(FileFailure) {
        try replace(with: files)
      } catch {
        FileStore.removeFolders(made)
        throw error
      }
    }
  }

  private static func mapped<Value>(_ body: () throws(FileFailure) -> Value) throws(Failure) -> Value {
    do {
      return try body()
    } catch  where error.code == ENOTDIR || error.code == EEXIST {
      throw .notAFolder(path: error.path)
    } catch {
      throw .system(error)
    }
  }

  private func replace(with files: [File]) throws(FileFailure) {
    let process = String(getpid())
    let slashed = directory.hasSuffix("/") ? directory : directory + "/"
    let partial = slashed + "." + stem + ".partial-" + process
    let former = slashed + "." + stem + ".former-" + process
    try HalfDone.changing { paths throws(FileFailure) in
      try FileStore.makeFolder(partial)
      paths.append(partial)
    }
    defer { HalfDone.forget([partial]) }
    do throws(FileFailure) {
      for file in files { try store.writeFile(file.text, partial + "/" + file.name) }
      try HalfDone.changing { _ throws(FileFailure) in try exchange(partial, former: former) }
    } catch {
      FileStore.removeFolderOfFiles(partial)
      throw error
    }
  }

  /// Puts the complete folder in its place.
  private func exchange(_ partial: String, former: String) throws(FileFailure) {
    guard try FileStore.entry(at: path) == .folder else {
      try FileStore.rename(partial, to: path)
      return
    }
    // A folder with files in it cannot be renamed over, so the earlier result steps aside and comes back on failure.
    try FileStore.rename(path, to: former)
    do throws(FileFailure) {
      try FileStore.rename(partial, to: path)
    } catch {
      try? FileStore.rename(former, to: path)
      throw error
    }
    FileStore.removeFolderOfFiles(former)
  }
}
