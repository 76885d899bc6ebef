internal import CommandLineKit
internal import Files
internal import Glibc
package import Ledger
internal import TextFormats

/// Where finished work is remembered.
package struct RunMemory: Sendable {
  /// Adds an entry to the ledger in a folder; nothing where this process remembers nothing.
  package var add: (@Sendable (LedgerEntry, _ folder: String) throws(LedgerFailure) -> Void)?

  /// The newest run with an identity in the ledger of a folder; nothing where there is none, or none that can be read.
  package var find: @Sendable (_ identity: String, _ folder: String) -> LedgerEntry?

  package init(
    add: (@Sendable (LedgerEntry, _ folder: String) throws(LedgerFailure) -> Void)?,
    find: @escaping @Sendable (_ identity: String, _ folder: String) -> LedgerEntry?
  ) {
    self.add = add
    self.find = find
  }

  /// Remembers nothing.
  package static let none = RunMemory(add: nil, find: { _, _ in nil })

  /// The ledger, unless the environment variable `TARIFFSIM_LEDGER` is `off`.
  static var live: RunMemory {
    if let setting = unsafe getenv("TARIFFSIM_LEDGER"), unsafe String(cString: setting) == "off" { return .none }
    return RunMemory(
      add: { entry, folder throws(LedgerFailure) in
        let ledger = try Ledger(path: FileStore.joined(folder, Ledger.fileName), creates: true)
        _ = try ledger.add(entry)
      },
      find: { identity, folder in
        let path = FileStore.joined(folder, Ledger.fileName)
        guard (try? FileStore.entry(at: path)) == .file, let ledger = try? Ledger(path: path, creates: false) else { return nil }
        return (try? ledger.newest(identity: identity, question: "run"))?.entry
      })
  }
}

extension RunMemory {
  /// Remembers an answer whose files are in their place; what keeps it from that is told and stops nothing.
  func keep(_ entry: @autoclosure () -> LedgerEntry, in folder: String, console: Console) {
    guard let add else { return }
    do throws(LedgerFailure) {
      try add(entry(), folder)
    } catch {
      let path = FileStore.joined(folder, Ledger.fileName)
      console.tell(
        "\(ProgramSyntax.tariffSim.name): \(ShownText.line(path)) does not remember this result: \(ShownText.line(error.words)); the "
          + "result itself is whole\n")
    }
  }
}
