internal import TariffModel

extension LoadSession {
  /// `[[quotas]]`: those with a stated volume, and those whose volume purchases earn.
  func readQuotas(_ field: Field?, into study: inout Study) {
    var earned: [EarnedQuota] = []
    study.quotas = named(field, as: .quota) { view, name in
      guard let quantity = view["quantity"], view.isEarned(quantity) else { return statedQuota(view, name) }
      if let quota = earnedQuota(view, name, quantity) { earned.append(quota) }
      return nil
    }
    study.earnedQuotas = earned
  }

  private func statedQuota(_ view: TableView, _ name: String) -> TariffQuota? {
    for key in ["waives", "eligible"] {
      if let field = view[key] { report(field, .goesOnlyWith("a quantity that purchases earn")) }
    }
    for key in ["inQuotaRate", "outOfQuotaRate"] where view[key] == nil { reportMissing(key, in: view) }
    let quantity = view["quantity"].flatMap { self.quantity($0, at: view.path("quantity"), as: NumberPlace(scale: .amount)) }
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

  private func earnedQuota(_ view: TableView, _ name: String, _ field: Field) -> EarnedQuota? {
    for key in ["inQuotaRate", "outOfQuotaRate"] {
      if let field = view[key] { report(field, .cannotStandBeside(["a quantity that purchases earn"])) }
    }
    if view["waives"] == nil { reportMissing("waives", in: view) }
    let waives = list(view["waives"]).compactMap { text($0) }
    let earning = quotaEarning(field)
    let eligible = quantity(view, "eligible")
    let holder = choice(view["holder"], in: view, "holder").flatMap(RentHolder.init)
    let covers = codes(view["covers"])
    let validity = validity(view)
    guard let earning, let holder, !waives.isEmpty else { return nil }
    return EarnedQuota(
      name: name, earning: earning, waives: waives, eligibleShare: eligible, covers: covers, validity: validity, holder: holder)
  }

  private func quotaEarning(_ field: Field) -> QuotaEarning? {
    guard let view = open(field, as: .quotaEarning) else { return nil }
    let commitment = text(view["of"])
    let counted = view["counts"] == nil ? "imports" : choice(view["counts"], in: view, "counts")
    let times = quantity(view, "times")
    let lag = view["lag"] == nil ? 0 : integer(view["lag"], from: 0)
    let before = quantity(view, "before")
    guard let commitment, let counted = counted.flatMap(QuotaEarning.Counted.init), let times, let lag else { return nil }
    guard lag <= 3650 else {
      if let field = view["lag"] { report(field, .outsideRange(allowed: "3650 days or fewer")) }
      return nil
    }
    return QuotaEarning(commitment: commitment, counted: counted, times: times, lagDays: Int(lag), before: before)
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

extension TableView {
  /// Whether a quantity is a table that says how it is earned, and no number written as one.
  fileprivate func isEarned(_ field: Field) -> Bool {
    guard case .table(let entries) = field.value else { return false }
    return entries.contains { ["of", "counts", "lag", "before"].contains($0.key) }
  }
}
