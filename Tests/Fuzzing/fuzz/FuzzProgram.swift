internal import CFuzzer
internal import Glibc

/// `fuzz KIND [options and corpus of libFuzzer]`: feeds mutated inputs of a kind to the program's own readers.
///
/// An input is read or refused; a trap, a report of the address sanitizer, or the limits of libFuzzer for time and memory end it.
enum FuzzProgram {
  static func main() -> Never {
    var arguments = CommandLine.arguments
    guard arguments.count > 1, let input = FuzzInput(rawValue: arguments[1]) else {
      print("fuzz expects one of " + FuzzInput.allCases.map(\.rawValue).joined(separator: ", "))
      exit(64)
    }
    arguments.remove(at: 1)
    var count = Int32(arguments.count)
    // They live as long as the process.
    let words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: arguments.count + 1)
    for (index, argument) in arguments.enumerated() { unsafe words[index] = unsafe strdup(argument) }
    unsafe words[arguments.count] = nil
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe words
    exit(unsafe LLVMFuzzerRunDriver(&count, &list, input.taker))
  }
}

extension FuzzInput {
  /// What libFuzzer calls; a C function knows nothing of its surroundings, hence one for each kind.
  fileprivate var taker: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 {
    switch self {
    case .scenario: { bytes, count in FuzzInput.scenario.take(unsafe FuzzInput.copy(bytes, count)) }
    case .part: { bytes, count in FuzzInput.part.take(unsafe FuzzInput.copy(bytes, count)) }
    case .sweep: { bytes, count in FuzzInput.sweep.take(unsafe FuzzInput.copy(bytes, count)) }
    case .command: { bytes, count in FuzzInput.command.take(unsafe FuzzInput.copy(bytes, count)) }
    case .text: { bytes, count in FuzzInput.text.take(unsafe FuzzInput.copy(bytes, count)) }
    }
  }

  private static func copy(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
