import CommandLineKit
import Glibc
import TariffSimCommands
import TestSupport
import Testing

@Suite("Writing and drawing")
struct TerminalTests {
  @Test(
    "a progress line shows share, speed and time left, and gives up parts where it is narrow",
    arguments: [
      (0, 0.0, 80, "░░░░░░░░░░░░░░░░░░░░░░░░    0 %"),
      (250_000, 0.5, 80, "██████░░░░░░░░░░░░░░░░░░   25 %  500 k draws/s  2 s left"),
      (990_000, 99.0, 80, "███████████████████████▊   99 %  10 k draws/s  1 s left"),
      (1_000_000, 2.0, 80, "████████████████████████  100 %  500 k draws/s"),
      (250_000, 0.5, 46, "██████░░░░░░░░░░░░░░░░░░   25 %  500 k draws/s"),
      (250_000, 0.5, 31, "██████░░░░░░░░░░░░░░░░░░   25 %"),
      (250_000, 0.5, 8, " 25 %"),
      (1000, 10.0, 80, "░░░░░░░░░░░░░░░░░░░░░░░░    0 %  100 draws/s  2 h 46 min left"),
    ])
  func progress(done: Int, seconds: Double, width: Int, text: String) {
    let line = ProgressLine(done: done, total: 1_000_000, seconds: seconds, unit: "draws").text(width: width)
    #expect(line == text)
    #expect(line.count <= width)
  }

  @Test("what was done before the start fills the bar and says nothing of the speed")
  func resumed() {
    func text(done: Int) -> String {
      ProgressLine(done: done, doneBefore: 500_000, total: 1_000_000, seconds: 0.5, unit: "draws").text(width: 80)
    }
    #expect(text(done: 500_000) == "████████████░░░░░░░░░░░░   50 %")
    #expect(text(done: 750_000) == "██████████████████░░░░░░   75 %  500 k draws/s  1 s left")
  }

  @Test(
    "durations in two units",
    arguments: [
      (0.0, "0 s"), (0.2, "1 s"), (59.5, "1 min 0 s"), (125, "2 min 5 s"), (3600, "1 h 0 min"), (.infinity, "8888 h 53 min"),
    ])
  func durations(seconds: Double, text: String) {
    #expect(ProgressLine.duration(seconds) == text)
  }

  @Test("text is written whole, beyond what a pipe holds at once")
  func longText() async throws {
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    let text = String(repeating: "0123456789", count: 30_000)
    // The reader must run beside the writer, since a pipe holds 64 KiB.
    async let read = readAll(reading)
    try OutputChannel(descriptor: writing).write(text)
    close(writing)
    #expect(await read == text)
  }

  @Test("a full device is a failure with the system's words")
  func full() throws {
    let device = unsafe open("/dev/full", O_WRONLY)
    try #require(device >= 0)
    defer { close(device) }
    let failure = #expect(throws: OutputChannel.Failure.self) { try OutputChannel(descriptor: device).write("x") }
    #expect(failure?.code == ENOSPC && failure?.reason == "No space left on device")
  }

  @Test("a reader that has gone away is no failure")
  func goneReader() throws {
    OutputChannel.ignoreWriteSignals()
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(throws: Never.self) { try OutputChannel(descriptor: ends[1]).write("x") }
  }

  @Test("a bar that is not enabled draws nothing; one that is takes itself off")
  func bar() throws {
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    let channel = OutputChannel(descriptor: ends[1])
    let silent = ProgressBar(total: 10, unit: "draws", channel: channel, width: 80, isEnabled: false)
    silent.update(done: 5)
    silent.clear()
    let shown = ProgressBar(total: 10, unit: "draws", channel: channel, width: 40, isEnabled: true)
    shown.update(done: 5)
    shown.update(done: 4)
    shown.clear()
    shown.clear()
    close(ends[1])
    let text = readAll(ends[0])
    #expect(text.hasPrefix("\r████████████░░░░░░░░░░░░   50 %"))
    #expect(text.hasSuffix("\r\u{1B}[K") && text.split(separator: "\r").count == 2)
  }

  @Test("a bar that learns of more to do shows the share of all of it")
  func extendedBar() throws {
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    let bar = ProgressBar(
      total: 10, unit: "draws", channel: OutputChannel(descriptor: ends[1]), width: 40, isEnabled: true)
    bar.expect(total: 20)
    bar.update(done: 5)
    close(ends[1])
    #expect(readAll(ends[0]).hasPrefix("\r██████░░░░░░░░░░░░░░░░░░   25 %"))
  }
}
