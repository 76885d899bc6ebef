package import Distributions
package import TariffModel
package import TextFormats

/// The rules that input must keep, each with what a message or a program needs to know about its breach.
package enum InputRule: Hashable, Sendable {
  // Files.
  /// The system's reason, in its words.
  case cannotRead(reason: String)
  case isEmpty
  case notUTF8
  /// A header whose columns are separated by something else than commas.
  case foreignSeparator(Character)
  /// The parser's own words.
  case notTOML(message: String)
  case nestsTooDeeply(limit: Int)
  case unsupportedVersion(supported: Int)
  /// A file that includes itself, by way of the ones given, which begin with it.
  case includesItself(by: [String])

  // Tables of comma-separated values.
  case columnCount(found: Int, expected: Int)
  case unterminatedQuote
  case strayQuote
  case duplicateColumn(first: SourceLocation)
  case unknownColumn
  case hasNoRows
  /// A row of the same origin and code is in force on some of the same days.
  case overlappingRow(first: SourceLocation)

  // Keys, names and kinds.
  case unknownKey
  case missingKey(String)
  case wrongKind(expected: String)
  case unknownChoice(allowed: [String])
  case duplicateName(first: SourceLocation)
  case badName(allowed: String)
  /// A name has a character that is not seen, by its number and name.
  case hiddenCharacter(String)
  /// A name that is not another one and looks like it, and where they differ.
  case looksLike(first: SourceLocation, difference: String)
  case badCode
  /// A code of goods that another row of the same origin and market has among its own.
  case codeWithin(String, first: SourceLocation)
  /// An origin that holds others, and a row of one of those.
  case aggregateOrigin(Aggregate, member: SourceLocation)
  /// Another name of a country that the study calls by the one given, and where it does.
  case otherName(of: String, first: SourceLocation)
  case homeIsPartner(first: SourceLocation)
  case badDate
  case cannotStandBeside([String])
  case needs([String])
  case needsOneOf([String])
  case goesOnlyWith(String)

  // Numbers.
  case notANumber
  case notFinite
  case rateAboveOne
  case outsideRange(allowed: String)
  case distribution(DistributionError)
  case needsPlainNumber

  // References.
  case unknownParameter
  case parameterNotAllowed
  case unknownOutcome
  case unknownScenario
  /// A comparison of fewer than two scenarios.
  case comparesOne
  case outcomeWithoutTotal
  /// A name that no outcome of the study is reported under.
  case notReported(kind: String)
  /// What is wrong with a condition, in words with its text and a way out.
  case badCondition(String)
  case groupWithoutLines
  case prefixWithoutLines
  case noNumberAtPath
  case noUseAtPath
  /// One path stands twice among the options; the first value where it is not a table or a list.
  case givenTwice(first: String?)
  /// A second option means what stands at a path too.
  case replacedTwice(path: String, other: String)
  case cannotMoveMean(law: String)
  case notAValueList(ValueListError)
  /// What moves together has different numbers of values.
  case valueCount(found: Int, expected: Int, axis: String)
  case notADistribution
  case patternWithoutMatch

  /// A rule of the model rather than of its file.
  case model(ModelRule)
}

extension InputRule {
  /// Why an origin holds others.
  package enum Aggregate: Hashable, Sendable {
    /// Its name stands for all countries.
    case all
    /// It sells in every market what the others sell together.
    case sumOfOthers
    /// Its name stands for a group of countries, and one of them is an origin too.
    case group(member: String)
    /// It is the partner, and an origin is one of its countries.
    case partner(member: String)
  }

  /// The rule without what a breach of it knows: `wrongKind`, or `range` for a rule of the model.
  package var kind: String {
    switch self {
    case .model(let rule): Self.name(of: rule)
    case .distribution(let error): Self.name(of: error)
    default: Self.name(of: self)
    }
  }

  /// The name of an enumeration's case.
  ///
  /// What the case carries is not written down: it may be a matrix.
  private static func name(of value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }
}
