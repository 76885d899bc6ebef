/// The name of `candidates` that is most like `name`, for a suggestion: at most a third of its letters differ.
///
/// Edit distance with transpositions (Damerau 1964, doi:10.1145/363958.363994); the first of equals. A name of over 100 letters has
/// no near one, and none of over 100 is near: nobody mistypes those. O(candidates · letters · distance), where a candidate that is
/// too long or too short for the best so far costs nothing.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  guard name.utf8.count <= longestName else { return nil }
  let letters = Array(name.lowercased().unicodeScalars)
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate.utf8.count <= longestName {
    let others = Array(candidate.lowercased().unicodeScalars)
    let third = max(1, max(letters.count, others.count) / 3)
    let limit = min(third, (best?.distance ?? Int.max) - 1)
    guard limit >= 0, abs(letters.count - others.count) <= limit else { continue }
    if let distance = editDistance(letters, others, atMost: limit) { best = (candidate, distance) }
  }
  return best?.name
}

/// In bytes.
private let longestName = 100

/// The distance where it is at most a limit: only the cells that close to the diagonal are looked at.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int? {
  let far = limit + 1
  var beforeLast: [Int] = []
  var last = (0...b.count).map { min($0, far) }
  var row = last
  for i in a.indices {
    let band = max(0, i - limit)..<min(b.count, i + limit + 1)
    row[0] = min(i + 1, far)
    if band.lowerBound > 0 { row[band.lowerBound] = far }
    var least = row[0]
    for j in band {
      var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
      row[j + 1] = min(distance, far)
      least = min(least, row[j + 1])
    }
    if band.upperBound < b.count { row[band.upperBound + 1] = far }
    guard least <= limit else { return nil }
    (beforeLast, last, row) = (last, row, last)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
