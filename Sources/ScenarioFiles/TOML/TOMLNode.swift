/// A value of a TOML document with the place where it starts.
package struct TOMLNode: Hashable, Sendable {
  package var value: TOMLValue
  /// From 1; columns count Unicode scalars.
  package var line: Int
  package var column: Int

  package init(_ value: TOMLValue, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }
}

/// What a TOML value is.
package enum TOMLValue: Hashable, Sendable {
  case text(String)
  case integer(Int64)
  /// May be infinite or not a number: TOML allows both.
  case float(Double)
  case boolean(Bool)
  case date(year: Int, month: Int, day: Int)
  /// A time of day, or a date with one.
  case time
  case array([TOMLNode])
  /// The entries in the order of the file; no key stands twice.
  case table([TOMLEntry])
}

/// A key of a TOML table, its place, and its value.
package struct TOMLEntry: Hashable, Sendable {
  package var key: String
  /// Where the key starts.
  package var line: Int
  package var column: Int
  package var node: TOMLNode

  package init(key: String, line: Int, column: Int, node: TOMLNode) {
    self.key = key
    self.line = line
    self.column = column
    self.node = node
  }
}

/// Why bytes are not a TOML document.
package enum TOMLError: Error, Hashable, Sendable {
  /// The parser's own words, and where it stopped.
  case syntax(message: String, line: Int, column: Int)
  /// More levels than `TOMLDocument.depthLimit`.
  case tooDeep(line: Int, column: Int)
  case outOfMemory
}
