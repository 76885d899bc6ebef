/// Takes members out of a document, and says which one is not there.
struct SummaryReader {
  let file: String
  let document: JSONValue

  init(_ bytes: [UInt8], file: String, schema: String) throws(ResultReadingFailure) {
    self.file = file
    do throws(JSONError) {
      document = try JSONValue(reading: bytes)
    } catch {
      throw .damaged(file: file, reason: "line \(error.line), column \(error.column): \(error.reason)")
    }
    guard document["schema"]?.textValue == schema else {
      throw .damaged(file: file, reason: "it does not say that it is \(schema)")
    }
  }

  func text(_ name: String, in value: JSONValue) throws(ResultReadingFailure) -> String {
    guard let text = value[name]?.textValue else { throw lacking(name) }
    return text
  }

  func array(_ name: String, in value: JSONValue) throws(ResultReadingFailure) -> [JSONValue] {
    guard let elements = value[name]?.elements else { throw lacking(name) }
    return elements
  }

  func number(_ name: String, in value: JSONValue) throws(ResultReadingFailure) -> Double {
    guard let number = value[name]?.double else { throw lacking(name) }
    return number
  }

  func figures(_ value: JSONValue, draws: Int) throws(ResultReadingFailure) -> OutcomeFigures {
    var figures = OutcomeFigures(
      outcome: try text("outcome", in: value), group: try text("group", in: value), unit: try text("unit", in: value),
      percentiles: [], statistics: [], histogram: nil, minimum: 0, maximum: 0, draws: draws)
    // An outcome that is defined in no draw says that alone.
    guard let histogram = value["histogram"] else { return figures }
    figures.minimum = try number("minimum", in: value)
    figures.maximum = try number("maximum", in: value)
    figures.percentiles = try array("percentiles", in: value).map { percentile throws(ResultReadingFailure) in
      OutcomeFigures.Percentile(
        percent: try number("percent", in: percentile), value: try number("value", in: percentile),
        low: percentile["low"]?.double, high: percentile["high"]?.double)
    }
    figures.statistics = Self.statistics(value["statistics"])
    figures.histogram = BinnedDraws(
      lower: try number("lower", in: histogram), upper: try number("upper", in: histogram),
      counts: try array("counts", in: histogram).compactMap(\.double))
    return figures
  }

  /// The members of an object of statistics that are numbers.
  static func statistics(_ value: JSONValue?) -> [OutcomeFigures.Statistic] {
    (value?.members ?? []).compactMap { member in
      guard member.value.members != nil else { return nil }
      return OutcomeFigures.Statistic(
        name: member.name, value: member.value["value"]?.double, standardError: member.value["standardError"]?.double,
        low: member.value["low"]?.double, high: member.value["high"]?.double)
    }
  }

  func notes(in value: JSONValue) throws(ResultReadingFailure) -> [ResultDocument.Note] {
    try array("notes", in: value).map { note throws(ResultReadingFailure) in
      ResultDocument.Note(scenario: note["scenario"]?.textValue, text: try text("text", in: note))
    }
  }

  /// What determines a result, from its member of that name.
  func origin(
    _ determined: JSONValue, percentilesFrom: String?, identity: String, seed: String
  ) throws(ResultReadingFailure) -> ResultDocument.Origin {
    guard let draws = determined["draws"]?.whole else { throw lacking("draws") }
    return ResultDocument.Origin(
      programVersion: try text("programVersion", in: determined),
      files: try array("files", in: determined).map { entry throws(ResultReadingFailure) in
        RunDescription.FileDigest(name: try text("name", in: entry), sha256: try text("sha256", in: entry))
      },
      overrides: try array("overrides", in: determined).map { entry throws(ResultReadingFailure) in
        RunDescription.Override(path: try text("path", in: entry), value: try text("value", in: entry))
      },
      seed: seed, draws: draws, design: try text("design", in: determined),
      percentilesFrom: percentilesFrom,
      thresholds: try array("thresholds", in: determined).map { entry throws(ResultReadingFailure) in
        ResultDocument.Threshold(outcome: try text("outcome", in: entry), value: try number("value", in: entry))
      },
      identity: identity)
  }

  func lacking(_ name: String) -> ResultReadingFailure { .damaged(file: file, reason: "'\(name)' is missing") }
}
