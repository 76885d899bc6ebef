import Glibc

/// The standard normal density, for quadrature in the tests.
enum StandardNormalReference {
  static func density(_ z: Double) -> Double { exp(-0.5 * z * z) / (2 * Double.pi).squareRoot() }
}
