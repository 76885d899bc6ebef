/// Words of a command line.
package enum ShellWord {
  /// A word as a shell takes it: as it is, or in quotes where a shell would see more in it.
  ///
  /// One with characters that cannot be shown is written `$'…'` with escapes, which Bash, Zsh and POSIX.1-2024 read.
  package static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789/._-=+,:@%".unicodeScalars.contains($0)
    }
    if plain, !word.isEmpty { return word }
    guard word.unicodeScalars.contains(where: ShownText.isHidden) else {
      return "'" + word.replacing("'", with: "'\\''") + "'"
    }
    return "$'" + word.unicodeScalars.map(escaped).joined() + "'"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar == "'" || scalar == "\\" { return "\\" + String(scalar) }
    return ShownText.isHidden(scalar) ? String(scalar).utf8.map(octal).joined() : String(scalar)
  }

  /// A byte in three octal digits, after which any digit may stand.
  private static func octal(_ byte: UInt8) -> String {
    "\\" + [byte >> 6, byte >> 3 & 7, byte & 7].map(String.init).joined()
  }
}
