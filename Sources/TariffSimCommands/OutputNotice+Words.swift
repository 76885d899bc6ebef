internal import Reporting

extension OutputNotice {
  /// What is where now, in one line.
  var words: String {
    switch self {
    case .moved(let from, let to): "the earlier result in \(from) is of another run and stands in \(to) now"
    case .stuck(let path): "the earlier result is of another run; no place was found for it, and it stands in \(path) now"
    case .dropped(let path): "the earlier result in \(path) was of another run and was dropped, as --replace says"
    case .restored(let path): "the result in \(path) was out of its place after a run that was killed, and stands there again"
    case .recovered(let path, let to): "a run that was killed left a result of \(path) aside; it stands in \(to) now"
    case .shared(let path, let process): "process \(process) is at work on \(path) too; the one that ends last takes the place"
    case .writtenMeanwhile(let path): "another process wrote \(path) while this run was at work"
    case .left(let path, .some(let host)):
      "\(path) is of a process of \(host) that may be at work; remove it where that has ended"
    case .left(let path, nil): "\(path) was left by an earlier version of this program; it holds what a killed run left"
    }
  }
}
