internal import CommandLineKit
internal import Glibc
internal import PartFiles
internal import Reporting
internal import TextFormats

extension RunOrigin {
  /// The origin of a result that is complete now.
  init(of identity: RunIdentity, files: [RunDescription.FileDigest], scenario: String, arguments: [String]) {
    self.init(ofDigest: identity.digest(ofFiles: files), scenario: scenario, arguments: arguments)
  }

  /// The same of a digest that was formed.
  init(ofDigest digest: String, scenario: String, arguments: [String]) {
    self.init(
      identity: digest, date: Self.now(),
      command: ([ProgramSyntax.tariffSim.name] + arguments).map(ShellWord.quoted).joined(separator: " "), scenario: scenario)
  }

  /// The time in UTC, as in `2026-11-30T07:31:34Z`.
  private static func now() -> String {
    var seconds = time(nil)
    var date = unsafe tm()
    unsafe gmtime_r(&seconds, &date)
    let digits = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    let day = unsafe [date.tm_year + 1900, date.tm_mon + 1, date.tm_mday].map(digits).joined(separator: "-")
    let clock = unsafe [date.tm_hour, date.tm_min, date.tm_sec].map(digits).joined(separator: ":")
    return "\(day)T\(clock)Z"
  }
}
