/// How often something is measured.
///
/// At least 20 samples are taken of whatever is short; of what takes long, as many as the budget of time allows and never fewer
/// than three. How many there were stands beside every result.
package struct Sampler: Sendable {
  /// Samples of a short benchmark.
  package var samples = 25
  /// Samples of the longest benchmark.
  package var fewest = 3
  /// Roughly what the samples of one benchmark may take together, in seconds.
  package var budget = 6.0
  /// What one sample of an operation of microseconds takes at least, in seconds: far above the clock's own grain.
  package var shortest = 1e-3

  package init() {}

  /// Seconds that one call of an operation of microseconds takes, sample by sample.
  ///
  /// A sample is as many calls in a row as fill the shortest time; finding that number warms up caches and clock.
  package func secondsPerCall(_ operation: () -> Void) -> [Double] {
    var calls = 1
    while Self.seconds({ for _ in 0..<calls { operation() } }) < shortest { calls *= 2 }
    return (0..<samples).map { _ in Self.seconds { for _ in 0..<calls { operation() } } / Double(calls) }
  }

  /// What `measure` returns, sample by sample, after one call whose result is dropped.
  package func measurements<Failure: Error>(_ measure: () throws(Failure) -> Double) throws(Failure) -> [Double] {
    let clock = ContinuousClock()
    let start = clock.now
    _ = try measure()
    let once = (clock.now - start) / .seconds(1)
    var values: [Double] = []
    for _ in 0..<count(ofSamplesTaking: once) { values.append(try measure()) }
    return values
  }

  /// How many samples that take so many seconds each.
  package func count(ofSamplesTaking seconds: Double) -> Int {
    guard seconds * Double(samples) > budget else { return samples }
    return max(fewest, Int(budget / seconds))
  }

  /// The time of one call in seconds.
  package static func seconds(_ operation: () -> Void) -> Double {
    ContinuousClock().measure(operation) / .seconds(1)
  }
}
