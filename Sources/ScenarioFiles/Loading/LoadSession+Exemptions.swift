internal import TariffModel

extension LoadSession {
  /// `[[exemptions]]` of the scenario file and of those it includes.
  func exemptionTables(_ sections: [Field]) -> [ExemptionTable] {
    named(sections, as: .exemptionTable) { view, name in
      _ = text(view["note"])
      var rows: [Exemption] = []
      var first: [String: [(origin: String?, validity: Validity, location: SourceLocation)]] = [:]
      var spellings = OriginList()
      let isRead = readRows(of: view, as: .exemption, under: view.path) { row, provenance in
        guard let digits = code(row["code"]) else { return }
        let origin = row["origin"].map { namedOrigin($0, in: origins, &spellings, isComponent: true) }
        if case .some(nil) = origin { return }
        guard let validity = rowValidity(row) else { return }
        let earlier = first[digits]?.first { known in
          known.origin == (origin ?? nil) && known.validity.overlaps(validity)
        }
        if let earlier {
          report(
            InputProblem(
              location: row.location, path: "\(view.path)/\(digits)", rule: .overlappingRow(first: earlier.location),
              suggestion: Self.rowAdvice))
          return
        }
        first[digits, default: []].append((origin ?? nil, validity, row.location))
        let parts = [digits, origin ?? nil, validity.start?.description].compactMap { $0 }
        let path = "\(view.path)/\(parts.joined(separator: "/"))"
        locations[path] = row.location
        let place = NumberPlace(scale: .share)
        let share = row["share"].flatMap { number($0, as: place, provenance: provenance) }
        rows.append(
          Exemption(
            prefix: CodePrefix(digits: digits, share: quantity(share, at: "\(path)/share", as: place)), origin: origin ?? nil,
            validity: validity, path: path))
      }
      if case .text(let file)? = view["file"]?.value { exemptionFiles[name] = file }
      return isRead ? ExemptionTable(name: name, rows: rows) : nil
    }
  }

  /// The way out for two rows of one origin and code on a day.
  static let rowAdvice = "remove one of the two, or give them dates that do not overlap"
}
