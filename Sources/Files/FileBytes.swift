internal import Glibc

/// The bytes of a file, read whole.
package enum FileBytes {
  /// Why a file cannot be read, in words.
  package struct Failure: Error, Hashable, Sendable {
    package var reason: String

    package init(reason: String) { self.reason = reason }

    /// In the system's words for an error number.
    init(code: Int32) {
      guard let text = unsafe strerror(code) else {
        reason = "error \(code)"
        return
      }
      reason = unsafe String(cString: text)
    }
  }

  /// What stands at a path.
  package enum Kind: Hashable, Sendable {
    case file
    case folder
  }

  /// The most bytes that a scenario's file is read of: a gibibyte is 10 million rows, and a hundred times a study that a machine
  /// can hold.
  package static let limit = 1 << 30

  /// Whether `path` is a file or a folder; links are followed, and anything else is an error.
  package static func kind(of path: String) throws(Failure) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw failure() }
    return try kind(of: status)
  }

  /// Reads a regular file of at most so many bytes.
  ///
  /// A device or a pipe is an error: it may never end. It is not even opened, because whoever writes to a pipe would take that for
  /// a reader.
  package static func read(_ path: String, limit: Int = limit) throws(Failure) -> [UInt8] {
    guard try kind(of: path) == .file else { throw Failure(reason: "it is a folder") }
    // It may be another by now, and opening that must not wait.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure() }
    guard try kind(of: status) == .file else { throw Failure(reason: "it is a folder") }
    guard status.st_size <= limit else {
      throw Failure(reason: "it has \(status.st_size) bytes, and this program reads files of up to \(limit)")
    }
    return try read(descriptor, expecting: Int(status.st_size))
  }

  private static func read(_ descriptor: Int32, expecting size: Int) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let offset = count
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + offset }, size - offset)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw failure()
      }
      if got == 0 { break }
      count += got
    }
    // The file may have become shorter since its size was asked.
    bytes.removeLast(size - count)
    return bytes
  }

  private static func kind(of status: stat) throws(Failure) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFIFO: throw Failure(reason: "it is a pipe, and only files are read: save what comes out of it to a file first")
    case S_IFSOCK: throw Failure(reason: "it is a socket, and only files are read")
    default: throw Failure(reason: "it is a device, and only files are read")
    }
  }

  private static func failure() -> Failure { Failure(code: errno) }
}
