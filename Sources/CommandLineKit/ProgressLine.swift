/// The picture of a progress bar at one moment, without any terminal control.
package struct ProgressLine: Hashable, Sendable {
  package var done: Int
  /// What of it was done before the start, which says nothing of the speed.
  package var doneBefore: Int
  package var total: Int
  /// Since the start.
  package var seconds: Double
  /// What is counted, in the plural.
  package var unit: String

  package init(done: Int, doneBefore: Int = 0, total: Int, seconds: Double, unit: String) {
    self.done = done
    self.doneBefore = doneBefore
    self.total = total
    self.seconds = seconds
    self.unit = unit
  }

  /// The line, at most `width` columns wide.
  ///
  /// Bar, share, speed and time left; where it is narrow the last parts are left out first.
  package func text(width: Int) -> String {
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 1
    let percent = String(Int(share * 100))
    var parts = [String(repeating: " ", count: max(0, 3 - percent.count)) + percent + " %"]
    if seconds > 0, done > doneBefore {
      let speed = Double(done - doneBefore) / seconds
      parts.append("\(Self.rounded(speed)) \(unit)/s")
      if done < total { parts.append(Self.duration(Double(total - done) / speed) + " left") }
    }
    let barWidth = 24
    while parts.count > 1, barWidth + 2 + parts.joined(separator: "  ").count > width { parts.removeLast() }
    let words = parts.joined(separator: "  ")
    guard barWidth + 2 + words.count <= width else { return String(words.prefix(width)) }
    return Self.bar(share, width: barWidth) + "  " + words
  }

  /// A bar in eighths of a character.
  static func bar(_ share: Double, width: Int) -> String {
    let eighths = Int((share * Double(width) * 8).rounded(.down))
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let full = String(repeating: "█", count: eighths / 8) + partial
    return full + String(repeating: "░", count: width - full.count)
  }

  /// A speed in three digits at most: `850`, `12 k`, `1.4 M`.
  static func rounded(_ number: Double) -> String {
    for (limit, divisor, suffix) in [(1e3, 1.0, ""), (1e6, 1e3, " k"), (1e9, 1e6, " M")] where number < limit * 0.9995 {
      let scaled = number / divisor
      let tenths = (scaled * 10).rounded() / 10
      return (suffix.isEmpty || tenths >= 10 ? String(Int(scaled.rounded())) : String(tenths)) + suffix
    }
    return String(Int((number / 1e9).rounded())) + " G"
  }

  /// A span of time in its two largest units: `3 s`, `2 min 5 s`, `1 h 12 min`.
  package static func duration(_ seconds: Double) -> String {
    // More than a year is not told apart; the bound also keeps the conversion to Int in range.
    let whole = Int(min(max(seconds, 0), 3.2e7).rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
