/// A list of prefixes, ready to be asked about many codes.
///
/// O(digits) to be asked, where a walk through the list takes as long as it is.
struct PrefixIndex {
  private let prefixes: [CodePrefix]
  /// The places in the list of the prefixes with these digits.
  private var places: [String: [Int]] = [:]
  /// The places of the prefixes that begin with these digits and are longer.
  private var finerPlaces: [String: [Int]] = [:]

  /// O(prefixes · digits).
  init(_ prefixes: [CodePrefix]) {
    self.prefixes = prefixes
    for (place, prefix) in prefixes.enumerated() {
      places[prefix.digits, default: []].append(place)
      for beginning in prefix.digits.properBeginnings { finerPlaces[beginning, default: []].append(place) }
    }
  }

  /// The length of the longest prefix that a code begins with.
  func longest(in code: String) -> Int? {
    if places[code] != nil { return code.utf8.count }
    return code.properBeginnings.last { places[$0] != nil }?.utf8.count
  }

  /// The prefixes that are longer than a code and begin with it, in the list's order.
  func finer(than code: String) -> [CodePrefix] { (finerPlaces[code] ?? []).map { prefixes[$0] } }

  /// The first prefix that another one, longer than it, begins with.
  func first(coarserThan digits: String) -> CodePrefix? {
    digits.properBeginnings.compactMap { places[$0]?.first }.min().map { prefixes[$0] }
  }
}

/// The codes of a study's goods, ready to be asked which of them a prefix meets.
final class GoodsCodes {
  let goods: [(id: String, hs: String?)]
  /// The places of the first goods with each code.
  private lazy var places: [String: Int] = {
    var places: [String: Int] = [:]
    for (place, goods) in goods.enumerated() { if let hs = goods.hs, places[hs] == nil { places[hs] = place } }
    return places
  }()
  /// What codes begin with, and the codes themselves.
  private lazy var beginnings: Set<String> = places.keys.reduce(into: []) { beginnings, code in
    if beginnings.insert(code).inserted { beginnings.formUnion(code.properBeginnings) }
  }

  init(_ goods: [(id: String, hs: String?)]) { self.goods = goods }

  /// Whether some goods lie under a prefix.
  func haveGoods(under prefix: CodePrefix) -> Bool { beginnings.contains(prefix.digits) }

  /// The first goods of which a prefix is but a part.
  func first(coarserThan prefix: CodePrefix) -> (id: String, hs: String?)? {
    prefix.digits.properBeginnings.compactMap { places[$0] }.min().map { goods[$0] }
  }
}

extension String {
  /// What it begins with: one character, two and so on, without itself.
  var properBeginnings: [String] { indices.dropFirst().map { String(self[..<$0]) } }
}
