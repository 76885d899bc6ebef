internal import Glibc

/// The bytes of a file, read whole.
package enum FileBytes {
  /// Why a file cannot be read, in the system's words.
  package struct Failure: Error, Hashable, Sendable {
    package var reason: String
  }

  /// What stands at a path.
  enum Kind: Hashable, Sendable {
    case file
    case folder
  }

  /// Whether `path` is a file or a folder; links are followed.
  static func kind(of path: String) throws(Failure) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw failure() }
    return try kind(of: status)
  }

  /// Reads a regular file.
  ///
  /// A device or a pipe is an error: it may never end.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure() }
    guard try kind(of: status) == .file else { throw Failure(reason: "it is a folder") }
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
    default: throw Failure(reason: "it is neither a file nor a folder")
    }
  }

  private static func failure() -> Failure {
    let code = errno
    guard let text = unsafe strerror(code) else { return Failure(reason: "error \(code)") }
    return Failure(reason: unsafe String(cString: text))
  }
}
