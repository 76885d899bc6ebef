internal import Files
internal import TariffModel

/// Reads a study from a scenario file, or from a folder that holds `scenario.toml`, and the tables beside it.
///
/// Throws every problem there is, at once: what the files cannot be read as, and what the model cannot take. Any bytes end in one of
/// the two; none stops the program.
///
/// - Parameters:
///   - overrides: What replaces numbers, days and uses at paths, see ``NumberPath``; each value is TOML or bare text.
///   - variations: What a question will put there, value by value: read and checked as overrides are, and not applied.
package func loadStudy(
  at path: String, overrides: [(path: String, value: String)] = [], variations: [Variation] = []
) throws(LoadFailure) -> LoadedStudy {
  let (folder, name) = try scenarioFile(at: path)
  return try load(LoadSession(source: .folder(folder), fileName: name), overrides, variations)
}

/// Reads a study from copies of its files, the scenario file first, as ``LoadedStudy/files`` has them.
package func loadStudy(
  from files: [ScenarioFile], overrides: [(path: String, value: String)] = [], variations: [Variation] = []
) throws(LoadFailure) -> LoadedStudy {
  precondition(!files.isEmpty, "a scenario has at least its own file")
  return try load(LoadSession(source: .copies(files), fileName: files[0].name), overrides, variations)
}

private func load(
  _ session: LoadSession, _ overrides: [(path: String, value: String)], _ variations: [Variation]
) throws(LoadFailure) -> LoadedStudy {
  let name = session.fileName
  let bytes: [UInt8]
  do throws(FileBytes.Failure) {
    bytes = try session.bytes(of: name)
  } catch {
    throw LoadFailure([InputProblem(location: SourceLocation(file: name), rule: .cannotRead(reason: error.reason))])
  }
  session.take(overrides)
  session.take(variations)
  guard let loaded = session.load(try root(of: bytes, in: name)), session.problems.isEmpty else {
    throw LoadFailure(session.problems)
  }
  return LoadedStudy(
    checked: loaded.study, run: loaded.run, sweep: loaded.sweep, files: session.files, locations: session.locations,
    overrides: overrides.map { AppliedOverride(path: $0.path, value: $0.value) },
    variations: session.variations.map(\.replacements))
}

/// The folder and the name of the scenario file that `path` means.
private func scenarioFile(at path: String) throws(LoadFailure) -> (folder: String, name: String) {
  let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  do throws(FileBytes.Failure) {
    if try FileBytes.kind(of: path) == .folder { return (path, "scenario.toml") }
  } catch {
    throw LoadFailure([InputProblem(location: SourceLocation(file: name), rule: .cannotRead(reason: error.reason))])
  }
  guard let slash else { return (".", name) }
  return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
}

/// The document in the bytes of the scenario file.
private func root(of bytes: [UInt8], in file: String) throws(LoadFailure) -> TOMLNode {
  let node: TOMLNode
  do throws(TOMLError) {
    node = try TOMLDocument.parse(bytes)
  } catch {
    throw LoadFailure([InputProblem(error, in: bytes, of: file)])
  }
  if case .table(let entries) = node.value, entries.isEmpty {
    throw LoadFailure([InputProblem(location: SourceLocation(file: file, line: 1, column: 1), rule: .isEmpty)])
  }
  return node
}

extension LoadSession {
  /// The study and the run, as far as they can be read.
  fileprivate func load(_ node: TOMLNode) -> (study: CheckedStudy, run: RunDefaults, sweep: SweepDefaults)? {
    let field = Field(value: node.value, location: SourceLocation(file: fileName, line: 1, column: 1), path: "")
    guard checkVersion(field), let root = open(field, as: .study) else { return nil }
    let run = run(root["run"])
    let sweep = sweep(root["sweep"])
    let study = study(root)
    reportUnusedOverrides()
    reportIdleThresholds(of: study)
    reportIdleSelection(of: study)
    let markets = MarketIndex(study.markets)
    let suppliers = SupplierIndex(study, markets)
    reportNestedCodes(of: study, suppliers, markets)
    reportAggregates(of: study, suppliers, markets)
    reportGroupsOfRegions(in: study)
    var checked = checked(study)
    reportGroupsOfOrigins(in: study)
    // Of a study that cannot be run nothing is noted.
    if problems.isEmpty { checked?.note(inputNotes(of: study, suppliers)) }
    return checked.map { ($0, run, sweep) }
  }

  private func inputNotes(of study: Study, _ suppliers: SupplierIndex) -> [ModelNote] {
    tableNotes + otherNameNotes + nearCountryNotes(of: study, suppliers) + unmetRowNotes(of: study, suppliers)
      + policyNotes(of: study)
  }
}
