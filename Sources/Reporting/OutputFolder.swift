package import Files
internal import Glibc

/// A result folder `DIR/<stem>/`: written beside its place under a hidden name, and moved there when it is complete.
///
/// The newest result stands there. An earlier one of the same run is replaced; one of another run moves to the first of
/// `<stem>-2`, `<stem>-3` and so on that is free, unless it is to be dropped. A folder that holds anything else is left alone:
/// `force` takes one that holds an earlier result and further plain files, never one without a result, never one with folders or
/// links in it.
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

  /// One file of the folder that a library writes.
  package struct WrittenFile: Sendable {
    package var name: String
    /// Writes the file to a path where nothing stands, and brings it to the disk.
    package var write: @Sendable (_ path: String) throws(FileFailure) -> Void

    package init(name: String, write: @escaping @Sendable (_ path: String) throws(FileFailure) -> Void) {
      self.name = name
      self.write = write
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
    /// The folder is on another filesystem than the one around it, and cannot be moved.
    case otherFilesystem(path: String)
    case system(FileFailure)
  }

  /// The workbook of a result.
  package static let workbookName = "results.xlsx"

  /// The files that a result may consist of.
  package static let fileNames: Set<String> = [
    "percentiles.csv", "statistics.csv", "assumptions.csv", "lines.csv", "unsolved.csv", "comparisons.csv", "probabilities.csv",
    WaterfallRows.fileName, "sweep.csv", "failures.csv", "solutions.csv", "evaluations.csv", "sensitivity.csv", "rare.csv",
    "scores.csv", "actuals.csv", "unscored.csv", "summary.json", "run.json", ResultPage.fileName, workbookName,
  ]

  package var directory: String
  package var stem: String
  package var force: Bool
  /// Whether an earlier result of another run is dropped.
  package var replaces: Bool
  /// The operations on files that may be replaced in tests.
  package var store = FileStore()

  package init(directory: String, stem: String, force: Bool = false, replaces: Bool = false) {
    self.directory = directory
    self.stem = stem
    self.force = force
    self.replaces = replaces
  }

  /// Where the files stand when all is done.
  package var path: String { FileStore.joined(directory, stem) }

  /// Refuses a place that a result must not take or cannot be written to; a run asks before its work, not after it.
  package func check() throws(Failure) {
    switch try Self.mapped({ () throws(FileFailure) in try FileStore.entry(at: path) }) {
    case .missing: break
    case .file, .other: throw .notAFolder(path: path)
    case .folder: try checkContent(of: path)
    }
    try Self.mapped { () throws(FileFailure) in try FileStore.checkWritable(directory) }
  }

  /// Refuses a folder that holds anything but a result.
  func checkContent(of folder: String) throws(Failure) {
    if folder == path, FileStore.stamp(of: path)?.device != FileStore.stamp(of: path + "/..")?.device {
      throw .otherFilesystem(path: path)
    }
    let names = try Self.mapped { () throws(FileFailure) in try FileStore.names(in: folder) }
    if names.isEmpty { return }
    let opening = "{\n  \"schema\": \"\(SummaryDocument.schema)\""
    let summary = FileStore.opening(of: folder + "/summary.json", count: opening.utf8.count)
    guard summary == opening else { throw .foreign(path: folder) }
    for name in names {
      let entry = try Self.mapped { () throws(FileFailure) in try FileStore.entry(at: folder + "/" + name) }
      if entry != .file || !(force || Self.fileNames.contains(name)) {
        throw .mixed(path: folder, entry: name, isPlainFile: entry == .file)
      }
    }
  }

  static func mapped<Value>(_ body: () throws(FileFailure) -> Value) throws(Failure) -> Value {
    do {
      return try body()
    } catch  where error.code == ENOTDIR || error.code == EEXIST {
      throw .notAFolder(path: error.path)
    } catch {
      throw .system(error)
    }
  }
}
