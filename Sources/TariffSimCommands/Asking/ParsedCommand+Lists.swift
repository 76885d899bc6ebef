internal import CommandLineKit

extension ParsedCommand {
  /// The words of an option whose argument is a list with commas.
  func words(_ option: String) -> [String]? {
    value(option).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The arguments of an option that may be given several times, in the order given.
  func texts(_ option: String) -> [String] { values[option] ?? [] }
}

/// Names that were set apart by commas.
enum NameList {
  /// The names of a list: as many parts together as make a known name, for a name may have commas.
  static func names(_ parts: [String], among known: some Sequence<String>) -> [String] {
    let known = Set(known)
    var names: [String] = []
    var start = 0
    while start < parts.count {
      let ends = (start + 1...parts.count).reversed()
      let end = ends.first { known.contains(parts[start..<$0].joined(separator: ",")) } ?? start + 1
      names.append(parts[start..<end].joined(separator: ","))
      start = end
    }
    return names
  }
}
