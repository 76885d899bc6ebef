import ScenarioFiles

/// What a message advises to write, done to the letter.
struct Advice {
  var problem: InputProblem
  /// The files in which it was found.
  var files: [String: String]

  /// The files as they are after each way that the message offers; nothing where it offers none that can be copied.
  var followed: [[String: String]]? {
    guard let suggestion = problem.suggestion else { return nil }
    if let name = suggestion.wholeMatch(of: /did you mean "?(.+?)"?\?/)?.output.1 { return [replacingWord(with: String(name))] }
    if let day = suggestion.wholeMatch(of: /write .+, as in (\d+-\d+-\d+)/)?.output.1 {
      return [replacingToken { _ in String(day) }]
    }
    if let parameter = suggestion.firstMatch(of: #/write parameters/(\w+) as text: /#)?.output.1 {
      return Self.quotations(in: suggestion).map { reading in
        edited(problem.file, after: "[parameters.\(parameter)]\nvalue = ") { _ in reading }
      }
    }
    if let line = suggestion.wholeMatch(of: /write plain quotation marks: (.+)/)?.output.1 {
      return [replacingLine(with: String(line))]
    }
    if let whole = suggestion.wholeMatch(of: /write parameters\/(\w+) as (\{.+\})/)?.output {
      return [edited(problem.file, after: "[parameters.\(whole.1)]\nvalue = ") { _ in String(whole.2) }]
    }
    // These stand in the place of a key and its value, which is done by hand.
    guard suggestion.hasPrefix("write "), suggestion.firstMatch(of: #/^write \w+ =/#) == nil else { return nil }
    if let table = suggestion.wholeMatch(of: /write (\{.+\})/)?.output.1 { return [replacingToken { _ in String(table) }] }
    if let both = suggestion.wholeMatch(of: /write (".+ to .+"), a 90 % interval(?:, or (\{.+\}))?/)?.output {
      return ([both.1] + (both.2.map { [$0] } ?? [])).map { way in
        replacingToken { _ in isTable ? Self.bare(String(way)) : String(way) }
      }
    }
    if let list = suggestion.wholeMatch(of: /write (\[.+\])/)?.output.1 { return [replacingToken { _ in String(list) }] }
    let readings = Self.quotations(in: suggestion)
    if !readings.isEmpty { return readings.map { reading in replacingToken { _ in isTable ? Self.bare(reading) : reading } } }
    guard let plain = suggestion.wholeMatch(of: /write (\S+)( or (\S+))?/)?.output else { return nil }
    if case .notTOML = problem.rule { return [replacingValue(with: String(plain.1))] }
    return ([plain.1] + (plain.3.map { [$0] } ?? [])).map { number in replacingToken { _ in String(number) } }
  }

  private var isTable: Bool { problem.file.hasSuffix(".csv") }

  /// What stands between quotation marks, with them.
  private static func quotations(in text: String) -> [String] { text.matches(of: /"[^"]+"/).map { String($0.output) } }

  private static func bare(_ text: String) -> String { text.filter { $0 != "\"" } }

  /// The file with the first word from the place that the problem names on, which is its value or the end of its path.
  private func replacingWord(with word: String) -> [String: String] {
    let old = problem.value.map(Self.bare) ?? problem.path?.split(separator: "/").last.map(String.init) ?? ""
    var (before, after) = split()
    guard let range = after.firstRange(of: old) else { return files }
    after.replaceSubrange(range, with: word)
    before += after
    return files.merging([problem.file: before]) { $1 }
  }

  /// The file with the value at the place that the problem names; where that is no value, with the one that the advice quotes.
  private func replacingToken(_ change: (String) -> String) -> [String: String] {
    var (before, after) = split()
    if case .notTOML = problem.rule, let reading = Self.quotations(in: problem.suggestion ?? "").first {
      // The parser stops somewhere in the value.
      let line = (problem.line ?? 1) - 1
      var lines = files[problem.file, default: ""].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let plain = lines[line].replacing(Self.bare(reading), with: reading)
      if plain == lines[line] { return replacingValue(with: change("")) }
      lines[line] = plain
      return files.merging([problem.file: lines.joined(separator: "\n")]) { $1 }
    }
    let token = Self.token(at: after, inTable: isTable)
    after.replaceSubrange(after.startIndex..<after.index(after.startIndex, offsetBy: token.count), with: change(token))
    before += after
    return files.merging([problem.file: before]) { $1 }
  }

  /// The file with another line in the place of the one that the problem names, which keeps its indentation.
  private func replacingLine(with line: String) -> [String: String] {
    var lines = files[problem.file, default: ""].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let row = (problem.line ?? 1) - 1
    lines[row] = lines[row].prefix { $0 == " " } + line
    return files.merging([problem.file: lines.joined(separator: "\n")]) { $1 }
  }

  /// The file with another value in the line that the problem names.
  private func replacingValue(with value: String) -> [String: String] {
    let line = files[problem.file, default: ""].split(separator: "\n", omittingEmptySubsequences: false)[(problem.line ?? 1) - 1]
    return replacingLine(with: line.prefix { $0 != "=" } + "= " + value)
  }

  private func edited(_ file: String, after mark: String, _ change: (String) -> String) -> [String: String] {
    guard let text = files[file], let range = text.firstRange(of: mark) else { return files }
    let token = Self.token(at: String(text[range.upperBound...]), inTable: false)
    return files.merging([file: text.replacing(mark + token, with: mark + change(token))]) { $1 }
  }

  /// A value from its first character on.
  private static func token(at text: String, inTable: Bool) -> String {
    if text.first == "\"" { return "\"" + text.dropFirst().prefix { $0 != "\"" } + "\"" }
    if let first = text.first, "{[".contains(first) {
      var depth = 0
      let end = text.indices.first { index in
        depth += "{[".contains(text[index]) ? 1 : "}]".contains(text[index]) ? -1 : 0
        return depth == 0
      }
      return end.map { String(text[...$0]) } ?? text
    }
    return String(text.prefix { !(inTable ? ",\n" : " ,]}\n").contains($0) })
  }

  /// The file before and from the place that the problem names.
  private func split() -> (before: String, after: String) {
    let lines = files[problem.file, default: ""].split(separator: "\n", omittingEmptySubsequences: false)
    let row = (problem.line ?? 1) - 1
    let column = (problem.column ?? 1) - 1
    let before = lines[..<row].map { $0 + "\n" }.joined() + lines[row].prefix(column)
    return (before, lines[row].dropFirst(column) + lines[(row + 1)...].map { "\n" + $0 }.joined())
  }
}
