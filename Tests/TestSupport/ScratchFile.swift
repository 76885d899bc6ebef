internal import Glibc

/// All that can be read from a descriptor, which is closed.
package func readAll(_ descriptor: Int32) -> String {
  var all: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { break }
    all += buffer.prefix(count)
  }
  close(descriptor)
  return String(decoding: all, as: UTF8.self)
}

/// The descriptor of a file without a name that is gone when it is closed.
package func scratchFile() -> Int32 {
  guard let file = unsafe tmpfile() else { return -1 }
  defer { unsafe fclose(file) }
  return unsafe dup(fileno(file))
}
