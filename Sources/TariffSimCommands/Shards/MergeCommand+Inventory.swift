internal import CommandLineKit
internal import Reporting
internal import TextFormats

extension MergeCommand {
  /// `--missing` and `--check`: tells what there is of a run, and joins nothing.
  ///
  /// Success where all is there; else the code that says to try again.
  func tell(_ inquiry: MergeRequest.Inquiry) throws(CommandFailure) -> ExitCode {
    let paths = try PartInventory.paths(request.parts)
    guard !paths.isEmpty else {
      throw .missingInput(path: request.parts[0], reason: "there is no part in it that run --shard wrote")
    }
    let inventory = try PartInventory(paths, name: request.name, command: CommandSyntax.merge.name)
    switch inquiry {
    case .missing(let isFromZero):
      let indices = inventory.missing.map { isFromZero ? $0 - 1 : $0 }
      if !indices.isEmpty { try console.print(ArrayIndices.text(indices) + "\n") }
      return .success
    case .check:
      try console.print(request.format == .json ? Self.document(inventory).text : Self.text(inventory))
      return inventory.missing.isEmpty ? .success : .interrupted
    }
  }

  private static func text(_ inventory: PartInventory) -> String {
    let missing = inventory.missing
    var lines = [
      "\(ShownText.name(inventory.stem)): \(NumberText.count(inventory.done.count)) of \(NumberText.count(inventory.count)) shards are done"
    ]
    if !missing.isEmpty { lines.append("missing: " + ArrayIndices.text(missing)) }
    for (title, refused) in [("damaged or half done", inventory.damaged), ("of another run", inventory.foreign)]
    where !refused.isEmpty {
      lines.append(title + ":")
      lines += refused.prefix(40).map { "  " + ShownText.line($0.reason, limit: 400) }
      if refused.count > 40 { lines.append("  \(NumberText.count(refused.count - 40)) more") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func document(_ inventory: PartInventory) -> JSONValue {
    func list(_ refused: [PartInventory.Refused]) -> JSONValue {
      .array(refused.map { .object([.init("path", .string($0.path)), .init("reason", .string($0.reason))]) })
    }
    return .object([
      .init("schema", .string("tariffsim.parts/1")), .init("name", .string(inventory.stem)),
      .init("shards", .integer(inventory.count)), .init("done", .integer(inventory.done.count)),
      .init("missing", .array(inventory.missing.map(JSONValue.integer))), .init("damaged", list(inventory.damaged)),
      .init("foreign", list(inventory.foreign)),
    ])
  }
}
