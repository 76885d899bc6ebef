import FoundationEssentials
import Testing

@Suite("The built program: what it says of itself")
struct InformationTests {
  @Test("The version is one line of three numbers")
  func version() throws {
    let run = try Workbench().run("--version")
    #expect(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
    #expect(run.output.wholeMatch(of: /tariffsim \d+\.\d+\.\d+\n/) != nil, "\(run)")
  }

  @Test("Help names every command, however it is asked for", arguments: ["help", "--help", "-h"])
  func help(word: String) throws {
    let run = try Workbench().run(word)
    #expect(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
    for command in ["run", "merge", "validate", "schema", "help"] {
      #expect(run.output.contains("\n  \(command)"), "\(command) in \(run)")
    }
  }

  @Test("A command's help names its options")
  func helpOfCommand() throws {
    let run = try Workbench().run("help", "run")
    #expect(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
    let options = [
      "draws", "seed", "threads", "output", "percentiles", "set", "by-line", "shard", "checkpoint", "dry-run", "quiet", "format",
      "force",
    ]
    for option in options {
      #expect(run.output.contains("--\(option)"), "\(option) in \(run)")
    }
  }

  @Test("The schema is JSON and says which JSON Schema it is")
  func schema() throws {
    struct Schema: Decodable {
      struct Property: Decodable {}

      enum CodingKeys: String, CodingKey {
        case dialect = "$schema"
        case required, properties
      }

      var dialect: String
      var required: [String]
      var properties: [String: Property]
    }
    let run = try Workbench().run("schema")
    try #require(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
    let schema = try JSONDecoder().decode(Schema.self, from: Data(run.output.utf8))
    #expect(schema.dialect == "https://json-schema.org/draft/2020-12/schema")
    #expect(!schema.required.isEmpty && Set(schema.required).isSubset(of: schema.properties.keys))
  }
}
