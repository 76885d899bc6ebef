/// Jobs for each USD m a year of home's exports.
package struct JobIntensities: Hashable, Sendable {
  /// By group of export lines.
  package var byGroup: [String: Quantity]
  /// Of the lines without a group.
  package var ungrouped: Quantity?

  package init(byGroup: [String: Quantity] = [:], ungrouped: Quantity? = nil) {
    self.byGroup = byGroup
    self.ungrouped = ungrouped
  }
}

/// Gross domestic products, USD m a year.
package struct GrossDomesticProducts: Hashable, Sendable {
  package var home: Quantity
  package var partner: Quantity?

  package init(home: Quantity, partner: Quantity? = nil) {
    self.home = home
    self.partner = partner
  }
}
