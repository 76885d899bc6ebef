internal import TariffModel

/// The name that a word was most likely meant to be.
func nearest(_ word: String, among names: some Sequence<String>) -> String? {
  nearestName(to: word, among: names)
}

/// `did you mean x?`, where one of the names is near the word.
func question(_ word: String, among names: some Sequence<String>) -> String? {
  nearest(word, among: names).map { "did you mean \($0)?" }
}
