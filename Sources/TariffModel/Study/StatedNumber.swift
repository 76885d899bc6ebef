internal import Distributions

/// A number of a study with the values it may take.
package struct StatedNumber: Sendable {
  package let quantity: Quantity
  package let range: NumberRange

  init(_ quantity: Quantity, _ range: NumberRange) {
    self.quantity = quantity
    self.range = range
  }

  /// The path of a number that is drawn.
  var uncertainPath: String? { quantity.isUncertain ? quantity.path : nil }
}

extension Quantity {
  /// Whether it is a constant of its own.
  var isCertain: Bool {
    guard case .distribution(let distribution) = value else { return false }
    return distribution.constantValue != nil
  }

  /// Whether it is drawn for its own place.
  var isUncertain: Bool {
    guard case .distribution(let distribution) = value else { return false }
    return distribution.constantValue == nil
  }
}

/// What is called with a number and its range.
typealias NumberVisitor = (Quantity, NumberRange) -> Void

/// A number that may not be stated.
func visit(_ quantity: Quantity?, _ range: NumberRange, _ body: NumberVisitor) {
  if let quantity { body(quantity, range) }
}
