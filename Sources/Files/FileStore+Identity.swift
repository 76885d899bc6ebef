internal import Glibc

extension FileStore {
  /// Whether a path names another's place or one below it, neither of which need be there.
  ///
  /// O(n²), n the characters of the longer path.
  package static func isPath(_ path: String, within outer: String) -> Bool {
    let outer = resolved(outer)
    let path = resolved(path)
    return path == outer || path.hasPrefix(outer == "/" ? outer : outer + "/")
  }

  /// Whether two paths name one file that is there, links at their ends not followed.
  package static func isSameFile(_ path: String, _ other: String) -> Bool {
    stamp(of: path).map { $0 == stamp(of: other) } ?? false
  }

  /// What tells the thing at a path from any other, links at its end not followed; nothing where nothing is there.
  package static func stamp(of path: String) -> FileStamp? {
    var facts = stat()
    guard unsafe lstat(path, &facts) == 0 else { return nil }
    return FileStamp(
      device: UInt64(facts.st_dev), file: UInt64(facts.st_ino), seconds: facts.st_mtim.tv_sec,
      nanoseconds: facts.st_mtim.tv_nsec)
  }

  /// The path from the root, without `.` and `..`, links followed as far as they lead to something.
  package static func resolved(_ path: String) -> String {
    var place = realPath(path.hasPrefix("/") ? "/" : ".") ?? ""
    for component in path.split(separator: "/") where component != "." {
      // What was walked so far has no links in it, so the folder above is the one that its text names.
      let next = component == ".." ? parent(of: place) : (place == "/" ? "" : place) + "/" + component
      place = realPath(next) ?? next
    }
    return place
  }

  private static func realPath(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}

/// What tells a file or folder from every other one, and from itself before it was changed.
package struct FileStamp: Hashable, Sendable {
  /// The filesystem.
  package var device: UInt64
  var file: UInt64
  /// When it was changed last: numbers of files that are gone come again.
  var seconds: Int
  var nanoseconds: Int
}
