internal import Analysis
internal import Reporting

/// What a sweep would take: from a variant that is computed with few draws, continued to all.
struct SweepForecast {
  private let count: Int
  private let seconds: Double
  private let jobs: Int

  /// Computes the first variant with few draws and with twice as many: so much for every variant, and so much for every draw.
  init(of count: Int, _ work: SweepWork, jobs: Int) throws(CommandFailure) {
    self.count = count
    self.jobs = jobs
    func seconds(_ draws: Int) throws(CommandFailure) -> Double {
      var trial = work
      trial.plan.draws = min(work.plan.draws, draws)
      let start = ContinuousClock.now
      _ = try trial.ending(of: 0)
      return (ContinuousClock.now - start) / .seconds(1)
    }
    // The first one finds nothing in the caches.
    _ = try seconds(Self.trialDraws)
    let (few, more) = (try seconds(Self.trialDraws), try seconds(2 * Self.trialDraws))
    let perDraw = max(0, more - few) / Double(Self.trialDraws)
    let each = few + perDraw * Double(max(0, work.plan.draws - Self.trialDraws))
    self.seconds = each * Double(count) / Double(jobs)
  }

  private static let trialDraws = 4096

  /// `1,000,000 variants of 100,000 draws would take about 3 days, 2 at a time`.
  func text(_ plan: Plan) -> String {
    "\(NumberText.count(count)) \(count == 1 ? "variant" : "variants") of \(NumberText.count(plan.draws)) draws would take about "
      + "\(Self.words(seconds)), \(jobs) at a time"
  }

  private static func words(_ seconds: Double) -> String {
    let units = [(86_400.0, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
    guard let (length, name) = units.first(where: { seconds >= 1.5 * $0.0 }) ?? units.last else { return "" }
    let number = max(1, (seconds / length).rounded())
    return "\(NumberText.rounded(number, place: 0)) \(name)\(number == 1 ? "" : "s")"
  }
}
