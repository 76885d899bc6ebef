internal import TariffModel

/// The name that a word was most likely meant to be.
func nearest(_ word: String, among names: some Sequence<String>) -> String? {
  // The distance takes the product of the lengths: a word of a megabyte has no near name.
  let limit = 100
  guard word.utf8.count <= limit else { return nil }
  return nearestName(to: word, among: names.filter { $0.utf8.count <= limit })
}

/// `did you mean x?`, where one of the names is near the word.
func question(_ word: String, among names: some Sequence<String>) -> String? {
  nearest(word, among: names).map { "did you mean \($0)?" }
}
