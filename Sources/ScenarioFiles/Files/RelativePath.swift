/// Paths as files name each other.
enum RelativePath {
  /// What a file calls `name`, seen from the folder of the scenario file.
  ///
  /// `x/..` is taken out as it is written, whatever it leads to, so that one file has one name: its digest goes by it.
  static func resolved(_ name: String, from file: String) -> String {
    if name.hasPrefix("/") { return name }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var parts: [Substring] = []
    for part in folder + name.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
