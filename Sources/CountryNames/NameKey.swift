/// What is left of a name when case, accents, marks, the order of words and usual abbreviations do not count.
///
/// `U.S.A.` and `USA`, `Korea, Rep.` and `Republic of Korea`, `TÜRKIYE` and `Turkiye` have one key each. A word is letters and digits
/// without accents; single letters that follow each other are one word; *the*, *of* and *and* are none. The key is a sum of 64-bit
/// digests of the words (Fowler, Noll and Vo's FNV-1a, finished as in Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195), so that
/// nothing is sorted or stored: two names that differ have one key with a chance of 2⁻⁶⁴.
struct NameKey: Hashable {
  private var sum: UInt64 = 0
  /// The same sum of the words that are none, which a name of them alone has: AND is a code of Andorra.
  private var sumOmitted: UInt64 = 0
  private var word = WordDigest()
  /// Single letters that follow each other, as the two of the United States.
  private var letters = WordDigest()

  /// O(letters).
  ///
  /// - Parameter name: In UTF-8.
  init(_ name: ArraySlice<UInt8>) {
    if name.allSatisfy({ $0 < 0x80 }) {
      for byte in name { take(byte) }
    } else {
      for scalar in String(decoding: name, as: UTF8.self).unicodeScalars {
        for byte in PlainLetter.bytes(of: scalar) { take(byte) }
      }
    }
    endWord()
    endLetters()
    if sum == 0 { sum = sumOmitted }
  }

  static func == (a: NameKey, b: NameKey) -> Bool { a.sum == b.sum }

  func hash(into hasher: inout Hasher) { hasher.combine(sum) }

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: word.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
    // What an apostrophe joins is one word: People's.
    case UInt8(ascii: "'"), UInt8(ascii: "`"): break
    case UInt8(ascii: "&"):
      endWord()
      endLetters()
    default: endWord()
    }
  }

  private mutating func endWord() {
    switch word.length {
    case 0: return
    case 1: letters.append(word.last)
    default:
      endLetters()
      add(word)
    }
    word = WordDigest()
  }

  private mutating func endLetters() {
    if letters.length > 0 { add(letters) }
    letters = WordDigest()
  }

  private mutating func add(_ word: WordDigest) {
    // Looked for one by one: hashing takes longer for so few, and the lists have thousands of words.
    if word.length <= 3, Self.omitted.contains(word.value) {
      sumOmitted &+= WordDigest.mixed(word.value)
      return
    }
    let known = word.length <= 6 ? Self.abbreviations.first { $0.word == word.value } : nil
    sum &+= WordDigest.mixed(known?.whole ?? word.value)
  }

  private static let omitted = ["the", "of", "and"].map { WordDigest($0).value }

  /// What abbreviations that tables of trade use stand for; one island and several are one word.
  private static let abbreviations = [

    ("rep", "republic"), ("dem", "democratic"), ("fed", "federated"), ("st", "saint"), ("ste", "saint"), ("terr", "territory"),
    ("isds", "islands"), ("isl", "islands"), ("is", "islands"), ("island", "islands"), ("br", "british"), ("fr", "french"),
    ("neth", "netherlands"),
  ].map { (word: WordDigest($0).value, whole: WordDigest($1).value) }
}
