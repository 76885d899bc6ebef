internal import TariffModel

extension LoadSession {
  /// `[[quotas]]`.
  func quotas(_ field: Field?) -> [TariffQuota] {
    named(field, as: .quota) { view, name in
      let quantity = self.quantity(view, "quantity")
      let inQuota = self.quantity(view, "inQuotaRate")
      let outOfQuota = self.quantity(view, "outOfQuotaRate")
      let holder = choice(view["holder"], in: view, "holder").flatMap(RentHolder.init)
      let covers = codes(view["covers"])
      let validity = validity(view)
      guard let quantity, let inQuota, let outOfQuota, let holder else { return nil }
      return TariffQuota(
        name: name, covers: covers, quantity: quantity, inQuotaRate: inQuota, outOfQuotaRate: outOfQuota, validity: validity,
        holder: holder)
    }
  }

  /// Codes without shares, each once.
  private func codes(_ field: Field?) -> [CodePrefix] {
    var first: [String: SourceLocation] = [:]
    return list(field).compactMap { element in
      guard let digits = code(element) else { return nil }
      if let earlier = first[digits] {
        report(element, .duplicateName(first: earlier))
        return nil
      }
      first[digits] = element.location
      locations["\(element.path)/\(digits)"] = element.location
      return CodePrefix(digits: digits)
    }
  }

  /// `suppliers` of a commitment.
  func suppliers(_ field: Field?) -> [DisplacedSupplier] {
    entries(field).compactMap { entry, field in
      locations[field.path] = field.location
      return plainNumber(field).map { DisplacedSupplier(origin: entry.key, share: $0) }
    }
  }
}
