import Glibc
package import Sampling

extension DrawStream {
  /// The standard normal of a draw, by the C library's functions: to some 10⁻¹⁵.
  package func normal(at draw: UInt64) -> Double {
    let (radiusUniform, halfTurns) = polar(at: draw)
    let radius = (-2 * Glibc.log(radiusUniform)).squareRoot()
    let angle = Double.pi * halfTurns
    return radius * (draw % Self.drawsPerBlock < Self.drawsPerBlock / 2 ? Glibc.cos(angle) : Glibc.sin(angle))
  }
}
