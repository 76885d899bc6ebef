package import Analysis

/// `run.json`: how the run went.
package enum RunDocument {
  package static let schema = "tariffsim.run/1"

  /// What stands before the identity in every document.
  static let head = "{\n  \"schema\": \"\(schema)\",\n  \"identity\": \""

  /// The document; draws that do not solve are a member of it where there are any.
  ///
  /// The seed is a text here: readers that keep whole numbers with a sign do not hold those over 2⁶³.
  package static func document(
    _ record: RunRecord, facts: ProgramFacts, seed: UInt64? = nil, unsolvedDraws: Int = 0,
    coverage: ResultCoverage? = nil
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("schema", .string(schema)),
      .init("identity", .string(record.origin.identity)),
      .init("date", .string(record.origin.date)),
      .init("command", .string(record.origin.command)),
      .init("scenario", .string(record.origin.scenario)),
      .init("programVersion", .string(facts.version)),
      .init("commit", .optional(record.commit)),
      .init("threads", .integer(record.threads)),
      .init("instructionSet", .string(record.instructionSet)),
      .init("swiftVersion", .string(record.swiftVersion)),
      .init("openBLASVersion", .string(record.openBLASVersion)),
      .init("blasCore", .string(facts.blasCore)),
      .init("wallSeconds", .number(record.wallSeconds)),
    ]
    if let seed { members.append(.init("seed", .string(String(seed)))) }
    if unsolvedDraws > 0 { members.append(.init("unsolvedDraws", .integer(unsolvedDraws))) }
    if let coverage { members.append(coverage.member) }
    if !record.shards.isEmpty { members.append(.init("shards", .array(record.shards.map(shard)))) }
    return .object(members)
  }

  private static func shard(_ record: ShardRecord) -> JSONValue {
    .object([
      .init("threads", .integer(record.threads)),
      .init("instructionSet", .string(record.instructionSet)),
      .init("openBLASVersion", .string(record.openBLASVersion)),
      .init("wallSeconds", .number(record.wallSeconds)),
    ])
  }
}
