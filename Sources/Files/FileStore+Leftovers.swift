internal import Glibc

/// Something with a hidden name that was found in a folder.
package struct Leftover: Hashable, Sendable {
  package var path: String
  package var name: HiddenName
}

extension FileStore {
  /// What stands in a folder under hidden names of this program, sorted; nothing where the folder cannot be read.
  package static func leftovers(in folder: String) -> [Leftover] {
    let names = (try? names(in: folder.isEmpty ? "." : folder)) ?? []
    return names.compactMap { name in HiddenName(name).map { Leftover(path: joined(folder, name), name: $0) } }
  }

  /// Removes what processes of this machine that are gone left half done in a folder.
  package static func removeLeftovers(in folder: String) {
    for leftover in leftovers(in: folder) where leftover.name.stage == .partial && leftover.name.owner.state == .gone {
      remove(leftover.path)
    }
  }

  /// Removes a file, or a folder of files, as far as that is possible.
  package static func remove(_ path: String) {
    if unsafe unlink(path) != 0 { removeFolderOfFiles(path) }
  }

  /// The path of a name in a folder; an empty folder is where the process stands.
  package static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
