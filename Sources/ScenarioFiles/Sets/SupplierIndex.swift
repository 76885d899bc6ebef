internal import TariffModel

/// The suppliers of a study by origin and by market, for checks of all of them together.
///
/// O(n log n) to make: of 30,000 suppliers names and codes are looked up once.
struct SupplierIndex {
  /// A supplier by its number in the study.
  struct Entry {
    var code: PackedCode
    var supplier: Int
    /// By its number in the study; nothing where no market has the code.
    var market: Int?
  }

  /// In the order of naming.
  private(set) var origins: [String] = []
  /// By origin, in the order of codes.
  private(set) var entries: [[Entry]] = []
  private(set) var numbers: [String: Int] = [:]

  init(_ study: Study, _ index: MarketIndex) {
    var markets: [PackedCode: Int?] = [:]
    for (number, supplier) in study.suppliers.enumerated() {
      let code = PackedCode(supplier.hs)
      let market = markets[code] ?? index.market(of: supplier.hs)
      markets[code] = .some(market)
      let origin = numbers[supplier.origin] ?? origins.count
      if origin == origins.count {
        origins.append(supplier.origin)
        entries.append([])
        numbers[supplier.origin] = origin
      }
      entries[origin].append(Entry(code: code, supplier: number, market: market))
    }
    for origin in entries.indices { entries[origin].sort { ($0.code, $0.supplier) < ($1.code, $1.supplier) } }
  }
}
