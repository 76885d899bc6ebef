/// The word that someone probably meant.
package enum NearestWord {
  /// The word with the fewest edits from `text`, where those are at most a third of its letters; the first of equals.
  ///
  /// Complexity: O(words × letters²).
  package static func to(_ text: String, in words: [String]) -> String? {
    var best: (word: String, edits: Int)?
    // A word three times as long as another differs from it in more than a third of its letters.
    let longest = words.map(\.utf8.count).max() ?? 0
    guard text.utf8.count <= 4 * (3 * longest + 1) else { return nil }
    for word in words {
      let edits = edits(from: Array(text.lowercased()), to: Array(word.lowercased()))
      if edits <= max(1, max(text.count, word.count) / 3), edits < best?.edits ?? .max { best = (word, edits) }
    }
    return best?.word
  }

  /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) between two words.
  static func edits(from a: [Character], to b: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      for j in 0..<b.count {
        var edits = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = min(edits, beforePrevious[j - 1] + 1) }
        current.append(edits)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
