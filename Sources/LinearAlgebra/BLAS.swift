internal import COpenBLAS

/// The library behind the matrix products, loaded when it is first asked for.
///
/// It is not linked, for three reasons: it is told to keep every product on the thread that asks for it (two threads change
/// the last bits, and workers that each start threads slow one another down) and which kernels to use before it starts, and a
/// command that needs no product does not wait for it.
package enum BLAS {
  /// Why the library cannot be used, in the system's words; nothing where it can.
  package static var failure: String? { loaded.failure }

  /// Takes the buffers in which so many threads multiply at the same time; whether the system gave them.
  ///
  /// To be asked once before the products and while there are none: without it OpenBLAS asks the system for each buffer when it is
  /// needed, and never stops asking where it gets none. The library must be usable.
  package static func takeBuffers(threads: Int) -> Bool {
    guard let functions = loaded.functions else { return false }
    return unsafe withUnsafePointer(to: functions) {
      unsafe tariffsim_take_openblas_buffers($0, Int32(clamping: threads))
    }
  }

  /// Address space that the buffer of one thread takes, in bytes.
  package static var bufferBytes: Int { tariffsim_openblas_buffer_size }

  /// The family of processors whose kernels are used: the last bits of products depend on it.
  package static var coreName: String { unsafe String(cString: functions.core_name()) }

  /// The version, for example `0.3.21`.
  package static var version: String {
    // The configuration reads "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH …".
    let words = unsafe String(cString: functions.config()).split(separator: " ")
    return words.count > 1 ? String(words[1]) : "unknown"
  }

  /// The functions of the library.
  static var functions: tariffsim_openblas {
    guard let functions = loaded.functions else { preconditionFailure("BLAS: OpenBLAS cannot be loaded") }
    return functions
  }

  /// A size as BLAS counts.
  static func size(_ count: Int) -> blasint {
    precondition(count <= Int(blasint.max), "BLAS: a matrix has at most 2147483647 rows or columns")
    return blasint(count)
  }

  private static let loaded = Library()

  @safe
  private struct Library: Sendable {
    let functions: tariffsim_openblas?
    let failure: String?

    init() {
      var reason: UnsafePointer<CChar>?
      functions = unsafe tariffsim_load_openblas(&reason)?.pointee
      failure = unsafe reason.map { unsafe String(cString: $0) }
    }
  }
}
