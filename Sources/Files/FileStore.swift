internal import Glibc

/// The few operations on files that results need; failures carry the path and the system's error number.
package struct FileStore: Sendable {
  /// Creates a file that must not exist, fills it and brings it to the disk.
  ///
  /// Replaceable, so that a full disk can be tried.
  package var writeFile: @Sendable (_ text: String, _ path: String) throws(FileFailure) -> Void
  /// Lets two paths change places, where the filesystem can do that in one step.
  ///
  /// Replaceable, so that a filesystem that cannot can be tried.
  package var exchange: @Sendable (_ path: String, _ other: String) throws(FileFailure) -> Bool

  /// The operations of the system, unless some are given.
  package init(
    writeFile: @escaping @Sendable (_ text: String, _ path: String) throws(FileFailure) -> Void = FileStore.write,
    exchange: @escaping @Sendable (_ path: String, _ other: String) throws(FileFailure) -> Bool = FileStore.exchange
  ) {
    self.writeFile = writeFile
    self.exchange = exchange
  }

  /// What stands at a path, links not followed.
  package enum Entry: Hashable {
    case missing
    case folder
    case file
    /// A link, a device, a socket.
    case other
  }

  package static func entry(at path: String) throws(FileFailure) -> Entry {
    var facts = stat()
    guard unsafe lstat(path, &facts) == 0 else {
      if errno == ENOENT { return .missing }
      throw FileFailure(path: path, code: errno)
    }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  /// The names in a folder, sorted.
  package static func names(in folder: String) throws(FileFailure) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw FileFailure(path: folder, code: errno) }
    defer { unsafe _ = closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes a folder and those above it; returns the ones that were not there, outermost first.
  package static func makeFolders(_ path: String) throws(FileFailure) -> [String] {
    if path.isEmpty || isFolder(path) { return [] }
    let made = try makeFolders(parent(of: path))
    guard unsafe mkdir(path, 0o777) == 0 else {
      let failure = FileFailure(path: path, code: errno)
      removeFolders(made)
      throw failure
    }
    return made + [path]
  }

  /// Fails where the folder, or the nearest one above it that exists, takes no new entries.
  package static func checkWritable(_ folder: String) throws(FileFailure) {
    var folder = folder
    while !folder.isEmpty, try entry(at: folder) == .missing { folder = parent(of: folder) }
    if folder.isEmpty { folder = "." }
    guard isFolder(folder) else { throw FileFailure(path: folder, code: ENOTDIR) }
    guard unsafe access(folder, W_OK | X_OK) == 0 else { throw FileFailure(path: folder, code: errno) }
  }

  /// Removes empty folders, innermost first, as far as that is possible.
  package static func removeFolders(_ made: [String]) {
    for folder in made.reversed() { unsafe rmdir(folder) }
  }

  package static func makeFolder(_ path: String) throws(FileFailure) {
    guard unsafe mkdir(path, 0o777) == 0 else { throw FileFailure(path: path, code: errno) }
  }

  package static func rename(_ path: String, to new: String) throws(FileFailure) {
    guard unsafe Glibc.rename(path, new) == 0 else { throw FileFailure(path: path, code: errno) }
  }

  /// Removes a folder of files, as far as that is possible.
  package static func removeFolderOfFiles(_ path: String) {
    for name in (try? names(in: path)) ?? [] { unsafe unlink(path + "/" + name) }
    unsafe rmdir(path)
  }

  /// The first bytes of a file as text; empty where it cannot be read.
  package static func opening(of path: String, count: Int) -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
    return String(decoding: bytes.prefix(max(0, read)), as: UTF8.self)
  }

  /// Creates a file, writes all of the text and brings it to the disk; removes nothing when it fails.
  package static func write(_ text: String, to path: String) throws(FileFailure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    var written = write(text.utf8Span.span, descriptor: descriptor)
    if written == 0 { written = bringToDisk(descriptor) }
    // A full disk may show only when the file is closed.
    let closed = close(descriptor) == 0 ? 0 : errno
    if written != 0 || closed != 0 { throw FileFailure(path: path, code: written != 0 ? written : closed) }
  }

  /// Writes all of the bytes; returns the system's error number, 0 where there is none.
  package static func write(_ bytes: Span<UInt8>, descriptor: Int32) -> Int32 {
    var start = 0
    while start < bytes.count {
      let rest = bytes.extracting(droppingFirst: start)
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { start += count } else if errno != EINTR { return errno }
    }
    return 0
  }

  /// The folder that relative paths start from; empty where it is gone.
  package static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The folder that holds a path; empty for a name alone.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// Brings a file's bytes to the disk; returns the system's error number, 0 where there is none or the filesystem has no disk.
  static func bringToDisk(_ descriptor: Int32) -> Int32 {
    guard fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP else { return 0 }
    return errno
  }

  /// Brings a file that another library has written to the disk.
  package static func bringFileToDisk(_ path: String) throws(FileFailure) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    let code = bringToDisk(descriptor)
    close(descriptor)
    if code != 0 { throw FileFailure(path: path, code: code) }
  }

  /// Brings a folder's entries to the disk; where that is not possible they are there all the same.
  package static func bringToDisk(folder: String) {
    let descriptor = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// A file operation that the system refused.
package struct FileFailure: Error, Hashable, Sendable {
  package var path: String
  /// The system's error number.
  package var code: Int32

  /// What is in the way, where the system's words do not say it.
  package var explanation: String?

  package init(path: String, code: Int32, explanation: String? = nil) {
    self.path = path
    self.code = code
    self.explanation = explanation
  }

  /// What is in the way, or the system's words for the error.
  package var reason: String { explanation ?? (unsafe String(cString: strerror(code))) }
}
