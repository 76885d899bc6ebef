internal import Glibc

extension FileStore {
  /// Puts a file in its place, whole and on the disk, or leaves the place as it was.
  ///
  /// Also where the process is killed or the power fails: the bytes are written beside the place under a hidden name, brought to
  /// the disk, and then moved. Folders that are missing are made.
  ///
  /// A process that is killed while it writes leaves the hidden file; `removeLeftovers(in:)` of the next one removes it.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
    try replace(path) { partial throws(FileFailure) in try writeToDisk(bytes, path: partial) }
  }

  /// The same with a file that `write` makes at a path where nothing stands, and brings to the disk.
  package static func replace(_ path: String, by write: (_ partial: String) throws(FileFailure) -> Void) throws(FileFailure) {
    let folder = parent(of: path)
    _ = try makeFolders(folder)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let partial = joined(folder, HiddenName(of: name, stage: .partial).text)
    do throws(FileFailure) {
      try HalfDone.changing { $0.append(partial) }
      try write(partial)
      try HalfDone.changing { _ throws(FileFailure) in try rename(partial, to: path) }
      HalfDone.forget([partial])
    } catch {
      unsafe unlink(partial)
      HalfDone.forget([partial])
      throw error
    }
    bringToDisk(folder: folder)
  }

  /// Removes a file that may be missing.
  package static func removeFile(_ path: String) throws(FileFailure) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw FileFailure(path: path, code: errno) }
  }

  /// Refuses a place where no file can be put: what stands there is no plain file, or its folder takes no new entries.
  ///
  /// A program asks before its work, not after it. Returns whether a file stands there.
  package static func checkPlace(_ path: String) throws(FileFailure) -> Bool {
    try checkWritable(parent(of: path))
    switch try entry(at: path) {
    case .missing: return false
    case .file: return true
    case .folder: throw FileFailure(path: path, code: EISDIR)
    case .other: throw FileFailure(path: path, code: EEXIST, explanation: "no plain file stands there, but \(kind(at: path))")
    }
  }

  /// What stands at a path besides a file or a folder, in words.
  private static func kind(at path: String) -> String {
    var facts = stat()
    guard unsafe lstat(path, &facts) == 0 else { return "something else" }
    switch facts.st_mode & S_IFMT {
    case S_IFIFO: return "a pipe; choose another place"
    case S_IFLNK: return "a link; name the file that it leads to, or choose another place"
    case S_IFSOCK: return "a socket; choose another place"
    default: return "a device; choose another place"
    }
  }

  private static func writeToDisk(_ bytes: [UInt8], path: String) throws(FileFailure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    var code = write(bytes.span, descriptor: descriptor)
    if code == 0 { code = bringToDisk(descriptor) }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code != 0 { throw FileFailure(path: path, code: code) }
  }
}
