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
    var facts = stat()
    var others = stat()
    guard unsafe lstat(path, &facts) == 0 && lstat(other, &others) == 0 else { return false }
    return facts.st_dev == others.st_dev && facts.st_ino == others.st_ino
  }

  /// The path from the root, without `.` and `..`, links followed as far as they lead to something.
  private static func resolved(_ path: String) -> String {
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
