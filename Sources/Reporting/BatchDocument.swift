/// What `run` of several files prints with `--format json`: one document with a member for each file, in their order.
package enum BatchDocument {
  package static let schema = "tariffsim.batch/1"

  package static func document(_ members: [JSONValue]) -> JSONValue {
    .object([.init("schema", .string(schema)), .init("results", .array(members))])
  }

  /// A file with its result: the content of its `summary.json`, and where the folder is.
  package static func member(_ input: String, _ summary: JSONValue, folder: String) -> JSONValue {
    .object([.init("input", .string(input)), .init("folder", .string(folder)), .init("summary", summary)])
  }

  /// A file that failed, with the reason in one line and the code that it alone would have ended with.
  package static func member(_ input: String, failedWith reason: String, exitCode: Int) -> JSONValue {
    .object([.init("input", .string(input)), .init("error", .string(reason)), .init("exitCode", .integer(exitCode))])
  }

  /// A file that was not begun, because the batch was interrupted before.
  package static func member(notStarted input: String) -> JSONValue {
    .object([.init("input", .string(input)), .init("error", .string("not started")), .init("exitCode", .null)])
  }
}
