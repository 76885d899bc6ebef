internal import Files

/// Where the files of a scenario are read from.
enum FileSource {
  /// A folder; names are paths relative to it.
  case folder(String)
  /// Copies of the files, taken when they were read from a folder.
  case copies([ScenarioFile])

  func read(_ name: String) throws(FileBytes.Failure) -> [UInt8] {
    switch self {
    case .folder(let folder): return try FileBytes.read(name.hasPrefix("/") ? name : "\(folder)/\(name)")
    case .copies(let files):
      guard let file = files.first(where: { $0.name == name }) else {
        throw FileBytes.Failure(reason: "there is no copy of it")
      }
      return file.bytes
    }
  }
}
