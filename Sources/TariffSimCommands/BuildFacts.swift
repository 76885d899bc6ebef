internal import CBuildFacts
internal import Glibc

/// What is known of the program's own build.
package enum BuildFacts {
  /// The compiler's version, as far as conditional compilation tells it.
  package static var swiftVersion: String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  /// Tells the file of this program from one that was built at another time: its size and when it was written; empty where the system
  /// does not say.
  static var programFile: String {
    var facts = stat()
    guard unsafe stat("/proc/self/exe", &facts) == 0 else { return "" }
    return "\(facts.st_size) \(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)"
  }

  /// The commit of the source, with a + where it had other changes; nothing where the build was not made from a repository.
  package static var commit: String? {
    let commit = unsafe String(cString: tariffsim_commit())
    return commit.isEmpty ? nil : commit
  }
}
