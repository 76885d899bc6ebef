import Distributions

extension Study {
  /// What a reader should know of numbers that are drawn apart, and of those that are drawn for nothing.
  var drawNotes: [ModelNote] { drawnApart + unusedParameters }

  /// So many lines or markets that draw one distribution each by itself are noted.
  private static let mostApart = 30

  /// Numbers of lines or markets that differ for no other reason than that each is drawn: over many of them what is drawn averages out,
  /// and the spread of totals with it.
  ///
  /// O(numbers · laws told apart + members of dependence).
  private var drawnApart: [ModelNote] {
    let tied = Set(dependence.flatMap(\.members))
    var places: [Substring: Int] = [:]
    var drawn: [[(value: Quantity.Value, first: String, count: Int)]] = []
    forEachAssumption { quantity in
      guard case .distribution(let distribution) = quantity.value, distribution.constantValue == nil,
        let key = Self.keyOfMany(quantity.path), tied.isEmpty || !tied.contains(quantity.path)
      else { return }
      let place = places[key] ?? drawn.count
      if place == drawn.count {
        places[key] = place
        drawn.append([])
      }
      if let known = drawn[place].firstIndex(where: { $0.value == quantity.value }) {
        drawn[place][known].count += 1
      } else if drawn[place].count < Self.mostLaws {
        drawn[place].append((quantity.value, quantity.path, 1))
      }
    }
    return places.sorted { $0.key < $1.key }.compactMap { _, place in
      guard let most = drawn[place].max(by: { $0.count < $1.count }), most.count >= Self.mostApart else { return nil }
      return ModelNote(scenario: nil, subject: .numbersDrawnForEach(path: most.first, others: most.count - 1))
    }
  }

  /// So many different laws of a key are told apart: a law that many lines share is among the first.
  private static let mostLaws = 16

  /// Keys of lags have a note of their own, and forecasts are drawn for each flow on purpose.
  private static let keysApart: Set<Substring> = ["orderLag", "adjustmentHalfLife", "forecastGrowth", "forecastNoise"]

  /// The last component of the path of a line's or a market's number.
  private static func keyOfMany(_ path: String) -> Substring? {
    guard path.hasPrefix("exports/") || path.hasPrefix("imports/") || path.hasPrefix("markets/"),
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    let key = path[path.utf8.index(after: slash)...]
    return keysApart.contains(key) ? nil : key
  }

  /// Parameters that no number names.
  private var unusedParameters: [ModelNote] {
    if parameters.isEmpty { return [] }
    var unused = Set(parameters.keys)
    forEachStatedNumber(listsBaseData: true) { quantity, _ in
      if case .parameter(let name, _) = quantity.value { unused.remove(name) }
    }
    return unused.isEmpty ? [] : [ModelNote(scenario: nil, subject: .parametersUnused(unused.sorted()))]
  }
}
