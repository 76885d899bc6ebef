/// The random stream of one number of a model, named by the number's path.
///
/// The identifier is a fixed function of the UTF-8 bytes of the path: 64-bit FNV-1a (Fowler, Noll, Vo, IETF RFC 9923), then the
/// bijective finaliser of SplitMix64 (variant 13 of Stafford's mixers), so that paths that differ in one letter differ in half of
/// the bits. It does not depend on the process, the machine or the version of the program. Known answers in the tests are
/// computed by an independent program.
///
/// 64 bits leave a chance of n²/2⁶⁵ that two of n paths share a stream: 3 in 10¹² for ten thousand paths. The caller checks with
/// ``firstCollision(among:)`` and refuses such a model.
package struct StreamID: Hashable, Sendable {
  /// Words 2 and 3 of the generator's counter, low word first.
  package let value: UInt64

  /// The stream of a known number.
  package init(value: UInt64) { self.value = value }

  /// The stream of the number at `path`, as in `exports/6302/elasticity`.
  ///
  /// O(bytes).
  package init(path: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash = (hash ^ (hash &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash &>> 27)) &* 0x94d0_49bb_1331_11eb
    value = hash ^ (hash &>> 31)
  }

  /// The first two different paths that share a stream, or nothing.
  ///
  /// Expected O(paths).
  package static func firstCollision(among paths: [String]) -> (first: String, second: String)? {
    var owners: [StreamID: String] = [:]
    for path in paths {
      let stream = StreamID(path: path)
      if let owner = owners[stream], !owner.utf8.elementsEqual(path.utf8) { return (owner, path) }
      owners[stream] = path
    }
    return nil
  }
}
