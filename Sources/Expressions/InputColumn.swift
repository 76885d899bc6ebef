package import Sampling

/// A column of random numbers that a program reads: the base draws of one path.
package struct InputColumn: Hashable, Sendable {
  /// How the numbers of the column are distributed.
  package enum Kind: Hashable, Sendable {
    /// Between 0 and 1, neither included.
    case uniform
    /// With mean 0 and variance 1.
    case standardNormal
  }

  /// The number of the model, or the common factor, that it is drawn for.
  package let path: String
  package let kind: Kind
  /// The random stream that the path fixes.
  package let stream: StreamID

  init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
    stream = StreamID(path: path)
  }
}
