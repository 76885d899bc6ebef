/// The draws that certain percentiles of an outcome rest on, by rank.
package struct OrderStatistics: Sendable {
  /// By rank from 0, ascending.
  private let byRank: [Int: Double]
  private let draws: Int

  init(_ byRank: [Int: Double], draws: Int) {
    self.byRank = byRank
    self.draws = draws
  }

  /// Takes those of some ranks out of draws that are all at hand, none of them NaN.
  ///
  /// O(n log n).
  package init(of values: [Double], ranks: Set<Int>) {
    let sorted = values.sorted()
    self.init(Dictionary(uniqueKeysWithValues: ranks.map { ($0, sorted[$0]) }), draws: sorted.count)
  }

  /// The ranks that percentiles of an image, with their intervals, rest on.
  ///
  /// Each of `percents` is in [0, 100]; there is at least one draw.
  package static func ranks(forPercentiles percents: [Double], of image: LinearImage, draws: Int) -> Set<Int> {
    var ranks: Set<Int> = []
    for percent in percents {
      _ = PercentileEstimate(percent: percent, draws: draws) { rank in
        ranks.insert(image.preimage(ofRank: rank, draws: draws))
        return 0
      }
    }
    return ranks
  }

  /// Percentiles of an image, with their intervals: to the last bit those of the sorted images of all draws.
  ///
  /// Their ranks (see `ranks(forPercentiles:of:draws:)`) must be known.
  package func percentiles(_ percents: [Double], of image: LinearImage) -> [PercentileEstimate] {
    percents.map { percent in
      PercentileEstimate(percent: percent, draws: draws) { rank in
        guard let x = byRank[image.preimage(ofRank: rank, draws: draws)] else {
          preconditionFailure("percentile \(percent) rests on rank \(rank), which is not known")
        }
        return image(x)
      }
    }
  }
}

extension LinearImage {
  /// The rank, from 0, of the draw whose image has rank `rank`.
  fileprivate func preimage(ofRank rank: Int, draws: Int) -> Int { scale < 0 ? draws - 1 - rank : rank }
}
