/// The hidden name of something that is on its way to a place or from it, as in `.small.partial-<host>-<boot>-…`.
package struct HiddenName: Hashable, Sendable {
  /// What may be done with it once its process is gone.
  package enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Half written or half removed: it can go.
    case partial
    /// An earlier result that stood aside: it must not be lost.
    case former
    /// A result that is complete, the new one before it changed places with the earlier one, and the earlier one after that: it
    /// must not be lost.
    case whole
  }

  /// The name of the place, in short where it is long.
  package var label: String
  package var stage: Stage
  package var owner: ProcessMark

  package init(of name: String, stage: Stage, owner: ProcessMark = .own) {
    label = Self.label(of: name)
    self.stage = stage
    self.owner = owner
  }

  /// What a file's name says; nothing where it is none of these.
  package init?(_ name: String) {
    guard name.hasPrefix(".") else { return nil }
    // The label may look like a hidden name itself: the last mark is this name's own.
    let marks = Stage.allCases.compactMap { stage in name.ranges(of: ".\(stage.rawValue)-").last.map { (stage, $0) } }
    guard let (stage, mark) = marks.max(by: { $0.1.lowerBound < $1.1.lowerBound }), mark.lowerBound > name.startIndex,
      let owner = ProcessMark(text: String(name[mark.upperBound...]))
    else { return nil }
    label = String(name[name.index(after: name.startIndex)..<mark.lowerBound])
    self.stage = stage
    self.owner = owner
  }

  package var text: String { ".\(label).\(stage.rawValue)-\(owner.text)" }

  /// The name itself up to 100 bytes, else its beginning and a digest (FNV-1a): a file's name has at most 255 bytes, and the mark
  /// takes up to 150.
  package static func label(of name: String) -> String {
    guard name.utf8.count > 100 else { return name }
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var beginning = Substring(name)
    while beginning.utf8.count > 80 { beginning.removeLast() }
    return beginning + "~" + String(digest, radix: 16)
  }
}
