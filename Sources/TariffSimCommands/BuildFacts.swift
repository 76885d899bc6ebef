internal import CBuildFacts

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

  /// The commit of the source, with a + where it had other changes; nothing where the build was not made from a repository.
  package static var commit: String? {
    let commit = unsafe String(cString: tariffsim_commit())
    return commit.isEmpty ? nil : commit
  }
}
