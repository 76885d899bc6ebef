internal import CountryNames
internal import TariffModel

extension LoadSession {
  /// The name of home or of the partner.
  func country(_ field: Field?, as role: OriginRegister.Role) -> String {
    guard let field, let name = text(field) else { return "" }
    guard let place = origins.place(of: name) else { return name }
    let known = origins.state(name, place, at: field.location, as: role)
    if known.role != role { report(field, .homeIsPartner(first: known.location), "name the country that sets the tariff") }
    return name
  }

  /// An origin whose goods the place states, or a region; nothing where it cannot be read.
  ///
  /// A country that the study knows by another name is a problem, told once for each spelling; the partner's and home's other names
  /// are read as theirs. O(1) for a name that was read before.
  func statedOrigin(_ field: Field?, in register: OriginRegister) -> String? {
    guard let field else { return nil }
    if case .text(let text) = field.value, let reading = register.readings[text] { return reading }
    guard let name = name(field) else { return nil }
    let reading = stated(name, field, register)
    register.readings.add(reading, for: name)
    return reading
  }

  /// A region by the key that names it, which was checked as one.
  func statedRegion(_ name: String, _ field: Field) -> String? {
    var key = field
    key.value = .text(name)
    return stated(name, key, regions)
  }

  private func stated(_ name: String, _ field: Field, _ register: OriginRegister) -> String? {
    guard let place = register.place(of: name) else { return name }
    let known = register.state(name, place, at: field.location, as: .other)
    if known.name == name { return name }
    guard known.role == .other else {
      note(name, isReadAs: known)
      return known.name
    }
    reportOtherName(field, of: known.name, at: known.location)
    return nil
  }

  /// An origin to which a list or a table of the study refers, under the name that the study has for its country.
  ///
  /// Where that is another one, there is a note. Two spellings of a country in one list are a problem. O(1) for a name that was read
  /// before.
  ///
  /// - Parameter isComponent: Whether the name becomes part of paths.
  func namedOrigin(
    _ field: Field?, in register: OriginRegister, _ list: inout OriginList, isComponent: Bool = false
  ) -> String? {
    guard let field else { return nil }
    if case .text(let text) = field.value, let reading = list.readings[text] { return reading }
    guard let name = isComponent ? name(field) : text(field) else { return nil }
    let reading = named(name, field, register, &list)
    list.readings.add(reading, for: name)
    return reading
  }

  private func named(_ name: String, _ field: Field, _ register: OriginRegister, _ list: inout OriginList) -> String? {
    guard let place = register.place(of: name) else { return name }
    if let first = list.first[place], first.name != name {
      reportOtherName(field, of: first.name, at: first.location)
      return nil
    }
    list.first[place] = (name, field.location)
    guard let known = register.statements[place], known.name != name else { return name }
    note(name, isReadAs: known)
    return known.name
  }

  /// The origins of a list.
  func namedOrigins(_ field: Field?, in register: OriginRegister) -> [String] {
    var spellings = OriginList()
    return list(field).compactMap { namedOrigin($0, in: register, &spellings) }
  }

  /// What readers are told of names that were read as others.
  var otherNameNotes: [ModelNote] {
    let partners = otherNames.filter(\.isPartner)
    let others = otherNames.filter { !$0.isPartner }
    return [partners, others].filter { !$0.isEmpty }.map { ModelNote(scenario: nil, subject: .otherNames($0)) }
  }

  private func reportOtherName(_ field: Field, of name: String, at first: SourceLocation) {
    report(field, .otherName(of: name, first: first), "write \(Field.quoted(name))")
  }

  private func note(_ name: String, isReadAs known: OriginRegister.Statement) {
    let reading = ModelNote.OtherName(name, of: known.name, isPartner: known.role == .partner)
    if !otherNames.contains(reading) { otherNames.append(reading) }
  }
}
