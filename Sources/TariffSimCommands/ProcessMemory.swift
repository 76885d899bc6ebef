internal import Files
internal import Glibc

/// What this process takes at a moment, in bytes.
struct ProcessMemory {
  /// Memory that is in use, and the most that was.
  var resident: Int
  var peak: Int
  /// Address space.
  var mapped: Int

  static var now: ProcessMemory {
    let status = SystemText.fields(of: "/proc/self/status")
    func bytes(_ name: String) -> Int { (status[name] ?? 0) * 1024 }
    return ProcessMemory(resident: bytes("VmRSS"), peak: bytes("VmHWM"), mapped: bytes("VmSize"))
  }

  /// Seconds that all threads of the process have computed.
  static var processorSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// The system's files that say something of memory.
enum SystemText {
  /// The lines of a file; none where it cannot be read.
  static func lines(of path: String) -> [Substring] {
    // These files have no size: they are read to the end, and are short.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    while bytes.count < 1 << 20 {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  /// The first whole number after each `name:`.
  static func fields(of path: String) -> [String: Int] {
    var fields: [String: Int] = [:]
    for line in lines(of: path) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      fields[String(parts[0])] = parts[1].split(whereSeparator: { $0 == " " || $0 == "\t" }).first.flatMap { Int($0) }
    }
    return fields
  }
}
