internal import CommandLineKit
internal import Ledger
internal import TextFormats

/// A run as people name it.
struct RunReference {
  var text: String

  /// Finds it among the entries, the newest first: by number, by key, by the beginning of its identity, or by the name of its folder,
  /// of which it is the newest.
  func found(in entries: [NumberedEntry]) throws(CommandFailure) -> NumberedEntry {
    if let number = Int(text.hasPrefix("#") ? String(text.dropFirst()) : text),
      let entry = entries.first(where: { $0.number == number })
    {
      return entry
    }
    if let entry = entries.first(where: { $0.entry.key == text }) { return entry }
    if text.count >= 4, let entry = entries.first(where: { $0.entry.identity.hasPrefix(text) }) { return entry }
    if let entry = entries.first(where: { $0.entry.stem == text }) { return entry }
    let nearest = NearestWord.to(text, in: entries.map(\.entry.key) + entries.map(\.entry.stem))
    throw .contradiction(
      "no run '\(ShownText.line(text))'" + (nearest.map { ": did you mean '\($0)'?" } ?? ": 'tariffsim runs list' lists them"),
      command: "runs")
  }
}
