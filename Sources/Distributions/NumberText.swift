extension Double {
  /// The shortest text that reads back as the same number, without a superfluous `.0`.
  var text: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
