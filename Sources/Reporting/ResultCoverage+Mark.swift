package import Analysis
internal import TextFormats

/// The mark of a result that is not all of its run, as it stands in every file.
extension ResultCoverage {
  /// The column of tables, and its cells.
  static let columnName = "partial"
  var cell: String { "\(draws) of \(drawsOfRun) draws" }

  /// The first words about the result.
  package var sentence: String {
    let done = shardCount - missing.count
    let ranges = ArrayIndices.ranges(missing)
    let shown = ranges.prefix(Self.mostShown).flatMap(Array.init)
    let rest = missing.count - shown.count
    var words =
      "PARTIAL RESULT: \(NumberText.count(draws)) of the run's \(NumberText.count(drawsOfRun)) draws, with "
      + "\(NumberText.count(done)) of \(NumberText.count(shardCount)) shards whole; not there or not whole: "
      + ArrayIndices.text(shown) + (rest > 0 ? " and \(NumberText.count(rest)) more" : "") + "."
    if let replicates {
      words +=
        " Of the design's \(replicates.count) replicates the \(replicates.whole) that are whole count: a piece of one is no sample."
    }
    return words
  }

  private static let mostShown = 20

  /// A member of documents.
  var member: JSONValue.Member {
    var members: [JSONValue.Member] = [
      .init("draws", .integer(draws)), .init("drawsOfRun", .integer(drawsOfRun)),
      .init("shards", .integer(shardCount - missing.count)), .init("shardsOfRun", .integer(shardCount)),
      .init("missing", .string(ArrayIndices.text(missing))),
    ]
    if let replicates {
      members += [.init("replicates", .integer(replicates.whole)), .init("replicatesOfRun", .integer(replicates.count))]
    }
    return .init("partial", .object(members))
  }

  /// A table with the mark at the end of every row.
  func marking(_ table: String) -> String {
    var marked: [UInt8] = []
    let (quote, feed) = (UInt8(ascii: "\""), UInt8(ascii: "\n"))
    var isQuoted = false
    var isHead = true
    for byte in table.utf8 {
      if byte == quote { isQuoted.toggle() }
      if byte == feed, !isQuoted {
        marked += Array((isHead ? "," + Self.columnName : "," + cell).utf8)
        isHead = false
      }
      marked.append(byte)
    }
    return String(decoding: marked, as: UTF8.self)
  }
}

extension SimulationResult {
  /// A table of the result, with the mark of a partial one.
  func marked(_ table: String) -> String { coverage?.marking(table) ?? table }
}
