extension LoadSession {
  /// Takes in the replacements of the command line; of two for one path the second is an error.
  func take(_ stated: [(path: String, value: String)]) {
    for (path, value) in stated {
      let field = Self.field(of: value, path)
      if overrides[path] != nil {
        report(field, .duplicateName(first: field.location))
        continue
      }
      overrides[path] = Override(field: field)
      overridePaths.append(path)
    }
  }

  /// The value as TOML, or else as number text.
  private static func field(of value: String, _ path: String) -> Field {
    let location = SourceLocation.commandLine
    if let root = try? TOMLDocument.parse(Array("value = \(value)\n".utf8)), case .table(let entries) = root.value,
      entries.count == 1
    {
      return Field(value: entries[0].node.value, location: location, path: path)
    }
    return Field(value: .text(value), location: location, path: path, isBare: true)
  }

  /// Reports replacements whose path meets no number, in the order of the command line.
  func reportUnusedOverrides() {
    for path in overridePaths {
      guard let override = overrides[path], !override.isUsed, isComplete(under: path) else { continue }
      report(
        InputProblem(
          location: override.field.location, path: Field.shortened(path), rule: .noNumberAtPath,
          suggestion: question(path, among: numberPaths)))
    }
  }
}
