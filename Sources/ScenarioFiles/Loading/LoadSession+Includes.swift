extension LoadSession {
  /// The files that `include` names and those that they include, each once, in the order of naming.
  func included(_ field: Field?) -> [TableView] {
    // The roots of these files have the paths of the scenario file's own keys, which keep their places.
    let own = locations
    var views: [TableView] = []
    include(field, way: [fileName], into: &views)
    locations.merge(own) { $1 }
    return views
  }

  /// - Parameter way: The files that include one another down to this list.
  private func include(_ field: Field?, way: [String], into views: inout [TableView]) {
    var first: [String: SourceLocation] = [:]
    for element in list(field) {
      guard let name = text(element) else {
        lacksInclude = true
        continue
      }
      let file = RelativePath.resolved(name, from: element.location.file)
      if let earlier = first[file] {
        report(element, .duplicateName(first: earlier))
        continue
      }
      first[file] = element.location
      if way.contains(file) {
        report(element, .includesItself(by: Array(way.drop { $0 != file })))
        continue
      }
      guard !includedFiles.contains(file) else { continue }
      includedFiles.insert(file)
      guard let view = includedFile(file, at: element) else {
        lacksInclude = true
        continue
      }
      views.append(view)
      include(view["include"], way: way + [file], into: &views)
    }
  }

  /// The root of a file; nothing, with a report, where it cannot be read.
  private func includedFile(_ file: String, at element: Field) -> TableView? {
    guard !file.isEmpty, !file.hasPrefix("/"), !file.utf8.contains(0) else {
      report(element, .wrongKind(expected: "the path of a file, relative to this one"))
      return nil
    }
    guard let bytes = bytes(ofFile: file, at: element) else { return nil }
    let place = SourceLocation(file: file, line: 1, column: 1)
    do throws(TOMLError) {
      let node = try TOMLDocument.parse(bytes)
      if case .table(let entries) = node.value, entries.isEmpty {
        report(InputProblem(location: place, rule: .isEmpty))
        return nil
      }
      let root = Field(value: node.value, location: place, path: "")
      return checkVersion(root) ? open(root, as: .included) : nil
    } catch {
      report(InputProblem(error, in: bytes, of: file))
      return nil
    }
  }
}
