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
    let status = SystemText.fields(["VmRSS", "VmHWM", "VmSize"], of: "/proc/self/status")
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
  static func lines(of path: String) -> [Substring] { String(decoding: bytes(of: path), as: UTF8.self).split(separator: "\n") }

  private static func bytes(of path: String) -> [UInt8] {
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
    return bytes
  }

  /// The first whole number after `name:`, for the names that are wanted.
  static func fields(_ names: [String], of path: String) -> [String: Int] {
    let wanted = names.map { Array(($0 + ":").utf8) }
    var fields: [String: Int] = [:]
    for line in bytes(of: path).split(separator: UInt8(ascii: "\n")) {
      guard let index = wanted.firstIndex(where: { line.starts(with: $0) }) else { continue }
      let digits = line.drop { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.prefix { $0 >= UInt8(ascii: "0") }
      fields[names[index]] = Int(String(decoding: digits, as: UTF8.self))
    }
    return fields
  }
}
