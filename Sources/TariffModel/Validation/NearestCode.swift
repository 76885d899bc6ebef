/// Of codes of the Harmonized System the beginning that a prefix was most likely meant as: as many digits as it has, of the code that
/// shares most of its leading pairs of digits, at least the chapter.
///
/// Nothing where no code is of the chapter; the first of equals. O(codes).
package func nearestCode(to prefix: String, among codes: some Sequence<String>) -> String? {
  var best: (code: String, shared: Int)?
  for code in codes where code.utf8.count >= prefix.utf8.count {
    let shared = zip(code.utf8, prefix.utf8).prefix { $0 == $1 }.count / 2
    if shared > best?.shared ?? 0 { best = (code, shared) }
  }
  return best.map { String($0.code.prefix(prefix.utf8.count)) }
}
