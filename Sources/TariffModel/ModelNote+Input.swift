extension ModelNote {
  /// A name that was read as another one of the same country.
  package struct OtherName: Hashable, Sendable {
    package var name: String
    /// What the study calls the country.
    package var known: String
    /// Whether the country is the partner, and the name that of an origin which sells.
    package var isPartner: Bool

    package init(_ name: String, of known: String, isPartner: Bool) {
      self.name = name
      self.known = known
      self.isPartner = isPartner
    }
  }

  /// Rows of a measure's table of rates that no goods of the study meet.
  package struct UnmetRows: Hashable, Sendable {
    package var measure: String
    package var file: String
    /// How many rows the table has, and how many of them meet nothing.
    package var rows: Int
    package var unmet: Int
    /// The first of them, at least one.
    package var examples: [UnmetRow]

    package init(measure: String, file: String, rows: Int, unmet: Int, examples: [UnmetRow]) {
      self.measure = measure
      self.file = file
      self.rows = rows
      self.unmet = unmet
      self.examples = examples
    }
  }

  /// One of such rows, and what it may have been meant for.
  package struct UnmetRow: Hashable, Sendable {
    /// What of the study is near a row.
    package enum Nearest: Hashable, Sendable {
      /// A code of the origin's goods.
      case code(String)
      /// An origin with a name like the row's.
      case origin(String)
      /// An origin that is a member of the group that the row names.
      case member(String)
      /// An origin that is a group of which the row names a member.
      case group(String)
    }

    package var origin: String
    package var code: String
    package var nearest: Nearest?

    package init(origin: String, code: String, nearest: Nearest?) {
      self.origin = origin
      self.code = code
      self.nearest = nearest
    }
  }

  /// What became of the rows of a table of others: those that were read are left out, added to another, or rows of the study.
  package struct MappedTable: Hashable, Sendable {
    package var file: String
    package var read = 0
    /// Rows that a condition leaves out, and those of other levels of the code.
    package var filtered = 0
    package var otherLevels = 0
    /// Rows that were added to others under one code.
    package var added = 0
    package var rows = 0
    /// USD m of all rows together; nothing where they have no value.
    package var value: Double?

    package init(file: String) { self.file = file }
  }

  /// Rows of a table of exemptions that no goods of the study meet.
  package struct UnmetExemptions: Hashable, Sendable {
    package var table: String
    package var file: String
    /// How many rows the table has, and how many of them meet nothing.
    package var rows: Int
    package var unmet: Int
    /// The code of the first of them.
    package var example: String

    package init(table: String, file: String, rows: Int, unmet: Int, example: String) {
      self.table = table
      self.file = file
      self.rows = rows
      self.unmet = unmet
      self.example = example
    }
  }

  /// Figures beyond all that is known of their kind, most likely of another unit.
  package struct Magnitude: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// What one country sells another under one code, or promises to buy, USD m a year.
      case flow
      /// All that home sells the partner, USD m a year.
      case exports
      /// All that home buys from the partner, USD m a year.
      case imports
      /// All that the partner imports, USD m a year.
      case marketImports
      /// What the partner produces itself, or a gross domestic product, USD m a year.
      case product
      /// A gross domestic product below what the country sells the other, USD m a year.
      case productBelowTrade
      /// A duty or rate, a fraction.
      case duty
      /// Duties weighted by the values on which they are levied, a fraction.
      case meanDuty
    }

    package var kind: Kind
    /// The first figure of the kind, or the section that the total is of.
    package var path: String
    package var value: Double
    /// How many more there are.
    package var others: Int

    package init(_ kind: Kind, path: String, value: Double, others: Int = 0) {
      self.kind = kind
      self.path = path
      self.value = value
      self.others = others
    }
  }
}
