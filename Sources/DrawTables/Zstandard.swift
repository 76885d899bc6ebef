internal import CZstandard

/// Compression after RFC 8878.
enum Zstandard {
  /// Fast: draws hardly shrink at any level.
  private static let level: Int32 = 1

  /// One frame, nothing where the system gives no memory.
  ///
  /// Equal bytes have equal frames with one version of the library.
  static func frame(_ bytes: [UInt8]) -> [UInt8]? {
    let room = ZSTD_compressBound(bytes.count)
    var count = 0
    let frame = unsafe [UInt8](unsafeUninitializedCapacity: room) { target, written in
      count = unsafe bytes.withUnsafeBytes { source in
        unsafe ZSTD_compress(target.baseAddress, room, source.baseAddress, source.count, level)
      }
      written = ZSTD_isError(count) == 0 ? count : 0
    }
    return ZSTD_isError(count) == 0 ? frame : nil
  }
}
