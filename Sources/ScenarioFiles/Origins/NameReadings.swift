internal import TextFormats

/// What names that were met are read as, so that each is looked at once.
struct NameReadings {
  /// How a name is read.
  private struct Reading {
    let spelling: String
    let isPlain: Bool
    let name: String?
  }

  private var readings: [String: Reading] = [:]

  /// What a name is read as, which is nothing for one that was refused; nothing at all for a name that was not met.
  ///
  /// Texts are equal in either normal form, and a name in another form than before is another spelling. O(letters).
  subscript(spelling: String) -> String?? {
    guard let known = readings[spelling], known.spelling.utf8.count == spelling.utf8.count,
      known.isPlain || known.spelling.utf8.elementsEqual(spelling.utf8)
    else { return nil }
    return .some(known.name)
  }

  mutating func add(_ name: String?, for spelling: String) {
    if readings[spelling] == nil {
      readings[spelling] = Reading(spelling: spelling, isPlain: ShownText.isPlain(spelling), name: name)
    }
  }
}
