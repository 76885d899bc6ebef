internal import CFileExchange
internal import Glibc

extension FileStore {
  /// Lets two paths change places in one step, so that at no moment one of them is empty.
  ///
  /// Returns whether the filesystem can do that; where it cannot nothing has happened.
  package static func exchange(_ path: String, with other: String) throws(FileFailure) -> Bool {
    switch unsafe tariffsim_exchange(path, other) {
    case 0: return true
    case EINVAL, ENOSYS, ENOTSUP: return false
    case let code: throw FileFailure(path: other, code: code)
    }
  }

  /// Renames to a place where nothing stands; returns whether that was so.
  ///
  /// Where the filesystem cannot look and rename in one step a folder that is not empty is never replaced all the same.
  package static func rename(_ path: String, toFree place: String) throws(FileFailure) -> Bool {
    var code = unsafe tariffsim_rename_to_free(path, place)
    if [EINVAL, ENOSYS, ENOTSUP].contains(code) {
      guard try entry(at: place) == .missing else { return false }
      code = unsafe Glibc.rename(path, place) == 0 ? 0 : errno
    }
    switch code {
    case 0: return true
    case EEXIST, ENOTEMPTY: return false
    default: throw FileFailure(path: code == ENOENT ? path : place, code: code)
    }
  }
}
