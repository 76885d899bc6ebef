/// Which benchmarks are meant: those with a text in their name, whatever the case of its letters; all without a text.
package struct NameFilter: Hashable, Sendable {
  package var text: String

  package init(_ text: String) { self.text = text }

  /// Whether nothing is filtered.
  package var isEmpty: Bool { text.isEmpty }

  /// Whether a benchmark of this name is meant.
  package func accepts(_ name: String) -> Bool { text.isEmpty || name.lowercased().contains(text.lowercased()) }
}
