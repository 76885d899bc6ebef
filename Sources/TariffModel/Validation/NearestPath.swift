/// The path that was probably meant by one that there is not.
///
/// Of what was left off at an end the first that completes it; else what is nearest under the same owner, which a different key alone
/// names wrongly; else the nearest of all. O(candidates · letters).
package func nearestPath(to path: String, among candidates: some Sequence<String>) -> String? {
  var (beginning, ending): (String?, String?)
  var siblings: [String] = []
  let owner = path.lastIndex(of: "/").map { path[...$0] }
  for candidate in candidates {
    if beginning == nil, candidate.hasPrefix(path + "/") { beginning = candidate }
    if ending == nil, candidate.hasSuffix("/" + path) { ending = candidate }
    if let owner, candidate.hasPrefix(owner), !candidate.dropFirst(owner.count).contains("/") { siblings.append(candidate) }
  }
  return beginning ?? ending ?? nearestName(to: path, among: siblings) ?? siblings.first
    ?? nearestName(to: path, among: candidates)
}
