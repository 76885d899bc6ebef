/// Rates by origin and code prefix, as a table states them.
package struct RateTable: Hashable, Sendable {
  /// A rate and the days on which it is in force; open ends are those of the measure.
  package struct DatedRate: Hashable, Sendable {
    /// A fraction.
    package var rate: Double
    package var validity: Validity

    package init(_ rate: Double, validity: Validity) {
      self.rate = rate
      self.validity = validity
    }
  }

  /// What stands in place of an origin for all that have no row of their own, and in place of a code for all goods of an origin.
  package static let all = "all"

  /// Fractions in force as long as the measure, by origin and by digits.
  package var rates: [String: [String: Double]]
  /// Rates with dates, by origin and by digits, on days that do not overlap; no digits of an origin stand in both.
  package var datedRates: [String: [String: [DatedRate]]]

  package init(rates: [String: [String: Double]], datedRates: [String: [String: [DatedRate]]] = [:]) {
    self.rates = rates
    self.datedRates = datedRates
  }

  /// Every row, in no order.
  package var rows: [(origin: String, digits: String, rate: DatedRate)] {
    rates.flatMap { origin, rates in rates.map { (origin, $0, DatedRate($1, validity: Validity())) } }
      + datedRates.flatMap { origin, rates in rates.flatMap { digits, dated in dated.map { (origin, digits, $0) } } }
  }

  /// The rates of one origin's goods: its own rows, or those for all others where it has none.
  func rates(of origin: String) -> Rates {
    let name = rates[origin] == nil && datedRates[origin] == nil ? Self.all : origin
    return Rates(always: rates[name] ?? [:], dated: datedRates[name] ?? [:])
  }
}

extension RateTable {
  /// The rates of one origin's goods by digits.
  struct Rates {
    fileprivate let always: [String: Double]
    fileprivate let dated: [String: [DatedRate]]

    /// Whether goods have a row of some date.
    ///
    /// O(digits).
    func hasRow(of code: String?) -> Bool {
      first(of: code) { always[$0] != nil || dated[$0] != nil ? true : nil } ?? false
    }

    /// The rate on a day, that of the longest prefix of the code among those in force; nothing where there is none.
    ///
    /// O(digits · rows of one code).
    func rate(of code: String?, on day: Int) -> Double? {
      first(of: code) { key in always[key] ?? dated[key]?.first { $0.validity.holds(on: day) }?.rate }
    }

    /// When the rows of goods begin and end, so far as they state it.
    func validities(of code: String?) -> [Validity] {
      guard !dated.isEmpty else { return [] }
      var found: [Validity] = []
      _ = first(of: code) { key -> Bool? in
        found += (dated[key] ?? []).map(\.validity)
        return nil
      }
      return found
    }

    /// Every code that has a row.
    var codes: [String] { Array(Set(always.keys).union(dated.keys)) }

    /// What a function finds for the code, or else for one digit less, and so on, and at last for all goods.
    private func first<Found>(of code: String?, _ find: (String) -> Found?) -> Found? {
      var prefix = code.map { $0[...] } ?? ""
      while !prefix.isEmpty {
        if let found = find(String(prefix)) { return found }
        prefix.removeLast()
      }
      return find(RateTable.all)
    }
  }
}
