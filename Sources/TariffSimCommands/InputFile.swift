internal import Files
internal import Glibc

/// A scenario file that the user named, directly or by its folder.
package struct InputFile: Hashable, Sendable {
  /// As the user wrote it.
  package var argument: String
  /// The file itself.
  package var path: String
  /// The name of its result folder: the file's name without its ending; the folder's name for a `scenario.toml`.
  package var stem: String

  /// Finds the file; a folder must hold a `scenario.toml`.
  package init(_ argument: String) throws(CommandFailure) {
    self.argument = argument
    path = argument
    if try Self.isFolder(argument) {
      path = argument.hasSuffix("/") ? argument + Self.nameInFolder : argument + "/" + Self.nameInFolder
      do throws(CommandFailure) {
        if try Self.isFolder(path) { throw .missingInput(path: path, reason: Self.reason(EISDIR)) }
      } catch {
        guard case .missingInput(_, let reason) = error, reason == Self.reason(ENOENT) else { throw error }
        throw .missingInput(path: argument, reason: "the folder holds no \(Self.nameInFolder)" + Self.wayOut(argument))
      }
    }
    stem = Self.stem(of: path)
  }

  /// Names for several files: their stems, with their places where two are alike.
  static func distinctNames(of inputs: [InputFile]) -> [String] {
    let stems = inputs.map(\.stem)
    return stems.enumerated().map { index, stem in stems.filter { $0 == stem }.count > 1 ? "\(stem)-\(index + 1)" : stem }
  }

  private static let nameInFolder = "scenario.toml"

  private static func isFolder(_ path: String) throws(CommandFailure) -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { throw .missingInput(path: path, reason: reason(errno)) }
    return facts.st_mode & S_IFMT == S_IFDIR
  }

  /// The folders in this one that hold a scenario, the first of them.
  private static func wayOut(_ folder: String) -> String {
    let names = (try? FileStore.names(in: folder)) ?? []
    let paths = names.sorted().map { FileStore.joined(folder, $0) }
    let found = paths.filter { path in
      let inside = FileStore.joined(path, nameInFolder)
      return (try? FileStore.entry(at: inside)).map { $0 != .missing } ?? false
    }
    return found.isEmpty ? "" : "; " + found.prefix(4).joined(separator: ", ") + (found.count == 1 ? " does" : " do")
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name == nameInFolder, let folder = folderName(of: path) { return folder }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The name of the folder that holds a file, also where the path says `.` or `..`.
  private static func folderName(of path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    let parts = unsafe String(cString: resolved).split(separator: "/")
    return parts.count > 1 ? String(parts[parts.count - 2]) : nil
  }

  private static func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
}
