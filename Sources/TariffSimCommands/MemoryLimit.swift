internal import CommandLineKit
internal import Glibc
internal import LinearAlgebra

/// How much memory a run may take: what the user says, else three quarters of what the machine or the job's group has, and never more
/// than is free or than the address space holds.
struct MemoryLimit {
  let bytes: Int
  /// The end of a sentence that says how much there is.
  let words: String
  private let isGiven: Bool

  /// - Parameters:
  ///   - given: What the user says.
  ///   - threads: Workers, each of which takes address space for a stack and for OpenBLAS.
  init(given: Int?, threads: Int) {
    let memory = SystemText.fields(["MemTotal", "MemAvailable"], of: "/proc/meminfo")
    let process = ProcessMemory.now
    var (bytes, words) = (Int.max, "")
    func bound(_ limit: Int, _ name: String) {
      if limit < bytes { (bytes, words) = (limit, name + " " + ByteSize.text(max(limit, 0))) }
    }
    if let given { bound(given, "--memory-limit allows") }
    let total = min((memory["MemTotal"] ?? .max / 1024) * 1024, Self.groupLimit ?? .max)
    if given == nil { bound(total / 4 * 3, "three quarters of the memory here are") }
    if let free = memory["MemAvailable"] { bound(free * 1024 + process.resident, "of the memory here are free") }
    if given != nil { bound(total, "the memory here is") }
    if let space = Self.addressSpace {
      let taken = process.mapped - process.resident + threads * (BLAS.bufferBytes + Self.stackBytes)
      bound(space - taken, "the limit of address space (ulimit -v) leaves")
    }
    self.bytes = bytes
    self.words = words
    isGiven = given.map { $0 == bytes } ?? false
  }

  /// What to do where so much is needed, in words.
  ///
  /// The proposed limit has a quarter to spare: what is loaded takes a little more or less each time.
  func wayOut(_ needed: Int) -> String {
    isGiven ? "run with --memory-limit \(ByteSize.argument(needed + needed / 4))" : "run it where there is more"
  }

  private static let stackBytes = 8 << 20

  private static var addressSpace: Int? {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < UInt(Int.max) else {
      return nil
    }
    return Int(limit.rlim_cur)
  }

  /// The least limit of the control groups that the process is in.
  private static var groupLimit: Int? {
    let groups = SystemText.lines(of: "/proc/self/cgroup").compactMap { line -> (root: String, file: String, path: String)? in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      if parts[0] == "0" { return ("/sys/fs/cgroup", "memory.max", String(parts[2])) }
      guard parts[1].split(separator: ",").contains("memory") else { return nil }
      return ("/sys/fs/cgroup/memory", "memory.limit_in_bytes", String(parts[2]))
    }
    var least: Int?
    for group in groups {
      var folders = group.path.split(separator: "/")
      while true {
        let place = group.root + folders.map { "/" + $0 }.joined() + "/" + group.file
        if let limit = SystemText.lines(of: place).first.flatMap({ Int($0) }) { least = min(least ?? .max, limit) }
        if folders.popLast() == nil { break }
      }
    }
    return least
  }
}
