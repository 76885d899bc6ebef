import Sampling
import TestSupport
import Testing

@Suite("Rotations of normals")
struct RotationTests {
  /// Some orthonormal vectors, by Gram and Schmidt.
  private func directions(_ count: Int, of size: Int) -> [[Double]] {
    var generator = Generator(seed: UInt64(100 * count + size))
    var found: [[Double]] = []
    while found.count < count {
      var vector = (0..<size).map { _ in generator.normal() }
      for other in found {
        let product = zip(other, vector).reduce(0) { $0 + $1.0 * $1.1 }
        for index in vector.indices { vector[index] -= product * other[index] }
      }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      found.append(vector.map { $0 / length })
    }
    return found
  }

  @Test("The first normals move along the directions, and lengths stay", arguments: [(1, 2), (2, 2), (1, 30), (5, 9), (8, 40)])
  func leadingDirections(count: Int, size: Int) {
    let directions = directions(count, of: size)
    let rotation = Rotation(streams: (0..<size).map { StreamID(path: "\($0)") }, directions: directions)
    #expect(rotation.reflections.count == count)
    let images = (0..<size).map { place in rotation((0..<size).map { $0 == place ? 1 : 0 }) }
    for (place, direction) in directions.enumerated() {
      let product = zip(direction, images[place]).reduce(0) { $0 + $1.0 * $1.1 }
      #expect((product.magnitude - 1).magnitude < 1e-13)
    }
    for first in 0..<size {
      for second in 0..<size {
        let product = zip(images[first], images[second]).reduce(0) { $0 + $1.0 * $1.1 }
        #expect((product - (first == second ? 1 : 0)).magnitude < 1e-13)
      }
    }
  }

  @Test("A direction along an input's own axis is taken")
  func axis() {
    let rotation = Rotation(streams: [StreamID(path: "a"), StreamID(path: "b")], directions: [[0, 1]])
    let image = rotation([2, 0])
    #expect(image[0].magnitude < 1e-15 && (image[1].magnitude - 2).magnitude < 1e-15)
  }
}
