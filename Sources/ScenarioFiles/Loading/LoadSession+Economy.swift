internal import TariffModel

extension LoadSession {
  /// `[jobs]`: a number for every group of the lines, the default where it names none.
  func jobs(_ field: Field?, of lines: [ExportLine]) -> JobIntensities? {
    guard let field, let view = open(field, as: .jobs) else { return nil }
    let place = NumberPlace(scale: .plain)
    let template = view["default"].flatMap { number($0, as: place) }
    var jobs = JobIntensities()
    for (entry, field) in entries(view["groups"]) {
      jobs.byGroup[entry.key] = quantity(field, at: field.path, as: place)
    }
    var isAnyUngrouped = false
    var stated = Set(entries(view["groups"]).map(\.key.key))
    for line in lines {
      guard let group = line.group else {
        isAnyUngrouped = true
        continue
      }
      guard stated.insert(group).inserted else { continue }
      jobs.byGroup[group] = quantity(template, at: "\(view.path)/groups/\(group)", as: place)
    }
    if isAnyUngrouped { jobs.ungrouped = quantity(template, at: "\(view.path)/ungrouped", as: place) }
    return jobs
  }

  /// `[gdp]`.
  func gdp(_ field: Field?) -> GrossDomesticProducts? {
    guard let field, let view = open(field, as: .gdp) else { return nil }
    let partner = quantity(view, "partner")
    return quantity(view, "home").map { GrossDomesticProducts(home: $0, partner: partner) }
  }
}
