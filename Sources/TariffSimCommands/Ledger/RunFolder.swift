internal import Files
internal import Ledger
internal import Reporting

/// Where the files of a remembered run are now: a later run of the same name may have moved them.
enum RunFolder {
  /// Folders that are looked at, `<name>-2` and so on.
  private static let places = 2...50

  /// The folder whose `run.json` has the run's identity; nothing where none has.
  static func path(of entry: LedgerEntry) -> String? {
    let own = entry.resultFolder
    for path in [own] + places.map({ "\(own)-\($0)" }) {
      let isAbsolute = path.hasPrefix("/")
      let whole = isAbsolute || entry.workingFolder.isEmpty ? path : FileStore.joined(entry.workingFolder, path)
      guard let identity = OutputFolder.identity(of: whole) else { continue }
      if identity == entry.identity { return entry.workingFolder == FileStore.workingFolder ? path : whole }
    }
    return nil
  }

  static func words(of entry: LedgerEntry) -> String { path(of: entry) ?? "gone" }
}
