/// The variants of a sweep: every combination of what its axes may be, the last axis moving fastest.
package struct SweepDesign: Hashable, Sendable {
  /// Something that is varied, and the values that it takes, as they are typed.
  package struct Coordinate: Hashable, Sendable {
    /// The path, or `file`.
    package var name: String
    package var values: [String]

    package init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// Coordinates that move together, each with as many values as the others; at least one, with at least one value.
  package struct Axis: Hashable, Sendable {
    package let coordinates: [Coordinate]

    /// Nothing where the coordinates have different numbers of values, or none.
    package init?(_ coordinates: [Coordinate]) {
      guard let count = coordinates.first?.values.count, count > 0, coordinates.allSatisfy({ $0.values.count == count }) else {
        return nil
      }
      self.coordinates = coordinates
    }

    package var count: Int { coordinates[0].values.count }
  }

  package let axes: [Axis]
  /// How many variants there are; nothing where they are more than can be counted.
  package let count: Int?

  package init(axes: [Axis]) {
    self.axes = axes
    var product: Int? = 1
    for axis in axes { product = product.flatMap { Self.product($0, axis.count) } }
    count = product
  }

  private static func product(_ a: Int, _ b: Int) -> Int? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? nil : product
  }

  /// The coordinates of all axes, in order.
  package var coordinates: [Coordinate] { axes.flatMap(\.coordinates) }

  /// By axis, which of its values a variant has.
  package func places(of variant: Int) -> [Int] {
    var rest = variant
    var places: [Int] = []
    for axis in axes.reversed() {
      places.append(rest % axis.count)
      rest /= axis.count
    }
    return places.reversed()
  }

  /// The variant with these places.
  package func variant(at places: [Int]) -> Int { zip(axes, places).reduce(0) { $0 * $1.0.count + $1.1 } }

  /// The variants that differ from the first in one axis at most, of each axis at most so many, spread evenly with its ends.
  package func spanning(most: Int) -> [Int] {
    let first = axes.map { _ in 0 }
    return [variant(at: first)]
      + axes.indices.flatMap { axis in
        let last = axes[axis].count - 1
        let steps = min(last, max(most - 1, 1))
        return (1...max(steps, 1)).prefix(steps).map { step in
          var places = first
          places[axis] = last * step / steps
          return variant(at: places)
        }
      }
  }

  /// By coordinate, the value that a variant has.
  package func values(of variant: Int) -> [String] {
    zip(axes, places(of: variant)).flatMap { axis, place in axis.coordinates.map { $0.values[place] } }
  }
}
