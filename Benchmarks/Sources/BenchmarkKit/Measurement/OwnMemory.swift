internal import Glibc

/// The memory of this process.
package enum OwnMemory {
  /// Peak resident memory so far.
  package static var peakBytes: Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    // Linux counts in units of 1,024 bytes (getrusage(2)).
    return usage.ru_maxrss * 1024
  }
}
