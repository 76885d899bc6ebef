internal import Glibc

/// A file that is read piece by piece; closed when it is given up.
package struct FileStream: ~Copyable {
  private let descriptor: Int32

  /// Opens a regular file.
  package init(_ path: String) throws(FileBytes.Failure) {
    descriptor = try Self.descriptor(of: path)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  private static func descriptor(of path: String) throws(FileBytes.Failure) -> Int32 {
    guard try FileBytes.kind(of: path) == .file else { throw FileBytes.Failure(reason: "it is a folder") }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileBytes.Failure(code: errno) }
    return descriptor
  }

  deinit { close(descriptor) }

  /// Appends up to `count` bytes; returns how many, 0 at the end of the file.
  package func read(upTo count: Int, into bytes: inout [UInt8]) throws(FileBytes.Failure) -> Int {
    while true {
      var (got, code) = (0, Int32(0))
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        got = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
        code = errno
        initialized = max(0, got)
      }
      if got < 0, code == EINTR { continue }
      guard got >= 0 else { throw FileBytes.Failure(code: code) }
      bytes += piece
      return got
    }
  }
}
