/// Numbers of a study that are taken together as one input.
package struct SensitivityInput: Hashable, Sendable {
  package var name: String
  /// Paths of the numbers, or of noise that the model itself draws.
  package var numbers: [String]
  /// The streams of those that are independent of all others; of a dependence that is taken whole, all of its streams.
  var columns: [String] = []
  /// Those that belong to a dependence, by its place in the study.
  var members: [Member] = []

  struct Member: Hashable, Sendable {
    var dependence: Int
    var member: Int
  }
}
