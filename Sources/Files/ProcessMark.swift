internal import Glibc

/// Which process of which machine something belongs to, in a form that can be part of a file's name.
///
/// Machines may share a folder, containers a machine, and numbers of processes come again: so a mark has the host, the boot, the
/// space that processes are numbered in, the number, and when the process began.
package struct ProcessMark: Hashable, Sendable {
  /// Letters, digits, hyphens and underscores.
  package var host: String
  /// The kernel's random name of the time since the machine began, and the space of numbers; without hyphens.
  var boot: String
  var space: String
  package var process: Int32
  /// In the kernel's clock ticks since the boot.
  var start: String

  /// This process's own.
  package static var own: ProcessMark {
    ProcessMark(
      host: hostName(), boot: bootName(), space: numberSpace(), process: getpid(),
      start: startTime(of: getpid()) ?? unknown)
  }

  /// What a mark with these words says; nothing where they are no mark.
  init?(text: String) {
    let words = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard words.count >= 5, let process = Int32(words[words.count - 2]), process > 0 else { return nil }
    host = words.dropLast(4).joined(separator: "-")
    boot = words[words.count - 4]
    space = words[words.count - 3]
    self.process = process
    start = words[words.count - 1]
  }

  private init(host: String, boot: String, space: String, process: Int32, start: String) {
    self.host = host
    self.boot = boot
    self.space = space
    self.process = process
    self.start = start
  }

  /// At most 140 bytes.
  var text: String { "\(host)-\(boot)-\(space)-\(process)-\(start)" }

  /// What is known of a process from here.
  package enum State: Hashable, Sendable {
    case running
    case gone
    /// It is, or was, one of another machine, of another boot or of another space of numbers.
    case elsewhere
  }

  package var state: State {
    let own = Self.own
    guard host == own.host, boot == own.boot, space == own.space, ![boot, space, start].contains(Self.unknown) else {
      return .elsewhere
    }
    guard let now = Self.startTime(of: process) else {
      // What cannot be looked up may still be there.
      return kill(process, 0) != 0 && errno == ESRCH ? .gone : .running
    }
    return now == start ? .running : .gone
  }

  private static let unknown = "unknown"

  private static func hostName() -> String {
    var bytes = [CChar](repeating: 0, count: 65)
    guard unsafe gethostname(&bytes, 64) == 0 else { return unknown }
    let name = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return name.isEmpty ? unknown : String(decoding: name.map(word), as: UTF8.self)
  }

  private static func word(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      byte
    default: UInt8(ascii: "_")
    }
  }

  private static func bootName() -> String {
    let digits = FileStore.opening(of: "/proc/sys/kernel/random/boot_id", count: 36).filter(\.isHexDigit)
    return digits.count == 32 ? digits : unknown
  }

  /// The number of the kernel's object behind `/proc/self/ns/pid`.
  private static func numberSpace() -> String {
    var facts = stat()
    return unsafe stat("/proc/self/ns/pid", &facts) == 0 ? String(facts.st_ino) : unknown
  }

  /// The 22nd field of `/proc/<number>/stat` (proc(5)); nothing where there is no such process, or only what its parent has not
  /// yet taken note of.
  private static func startTime(of process: Int32) -> String? {
    // The name stands in parentheses and may hold anything; the state is the first word after it.
    let text = FileStore.opening(of: "/proc/\(process)/stat", count: 1024)
    guard let end = text.lastIndex(of: ")") else { return nil }
    let words = text[text.index(after: end)...].split(separator: " ")
    guard words.count > 19, words[0] != "Z", words[0] != "X" else { return nil }
    return String(words[19])
  }
}
