internal import Distributions
internal import TariffModel

/// Values that a question puts in the place of what a file states, one after another.
package struct Variation: Hashable, Sendable {
  /// As it is typed: a path or a pattern, for the number, its scale or its mean.
  package var path: String
  /// As they are typed; each is what `--set` takes.
  package var values: [String]

  package init(path: String, values: [String]) {
    self.path = path
    self.values = values
  }
}

/// A variation while the study is read: each value becomes replacements at the paths that it meets.
struct VariationReading: Sendable {
  let path: NumberPath
  let fields: [Field]
  /// Paths of numbers and days that were met; several lines may share one.
  var met: Set<String> = []
  /// By value.
  var replacements: [[Replacement]]
  /// Whether a value is a switch, which meets uses once all are known.
  var isUsed = false

  init(_ path: NumberPath, _ fields: [Field]) {
    self.path = path
    self.fields = fields
    replacements = Array(repeating: [], count: fields.count)
  }
}

extension LoadSession {
  /// Takes in the variations of a question; a path that two of them name is an error.
  func take(_ stated: [Variation]) {
    for variation in stated {
      let path = NumberPath(variation.path)
      let fields = variation.values.map { Self.field(of: $0, variation.path, of: .variation) }
      if let field = fields.first, variations.contains(where: { $0.path == path }) {
        report(field, .givenTwice(first: nil), "leave one out")
        continue
      }
      variations.append(VariationReading(path, fields))
    }
  }

  /// Reads the values of the variations that meet the path of a number.
  func readVariations(at path: String, as place: NumberPlace) {
    for index in variations.indices where variations[index].path.pattern.matches(path) {
      guard variations[index].met.insert(path).inserted else { continue }
      reportOther(than: index, at: path)
      let aspect = variations[index].path.aspect
      for (number, field) in variations[index].fields.enumerated() where Override.isOn(field, at: variations[index].path) == nil {
        guard let value = replacement(field, aspect, as: place) else { continue }
        variations[index].replacements[number].append(Replacement(path, value))
      }
    }
  }

  /// Reads the values of the variations that meet the path of a day.
  func readDayVariations(at path: String) {
    for index in variations.indices where variations[index].path.aspect == .value && variations[index].path.pattern.matches(path)
    {
      variations[index].met.insert(path)
      reportOther(than: index, at: path)
      for (number, field) in variations[index].fields.enumerated() {
        if let date = date(field) { variations[index].replacements[number].append(Replacement(path, .date(date))) }
      }
    }
  }

  /// Reports that a path which a variation meets is met by an override or by an earlier variation too.
  ///
  /// What the file's own section varies may be replaced: only a sweep reads the section, and a run may well say another number.
  private func reportOther(than index: Int, at path: String) {
    guard let field = variations[index].fields.first else { return }
    let places = field.location.isOfOption ? overrides.places(at: path) : []
    let earlier = variations[..<index].first { $0.met.contains(path) }?.path.description
    guard let other = places.first.map({ overrides.all[$0].path.description }) ?? earlier else { return }
    report(field, .replacedTwice(path: path, other: other), "leave one out")
  }

  /// The switches among the values, and a report of variations that meet nothing.
  func settleVariations(in study: Study) {
    for index in variations.indices {
      let variation = variations[index]
      var met = variation.met
      for (number, field) in variation.fields.enumerated() {
        guard let isOn = Override.isOn(field, at: variation.path) else { continue }
        var switched = study
        let uses = switched.switchUses(at: variation.path.pattern, on: isOn)
        met.formUnion(uses)
        if !uses.isEmpty {
          variations[index].replacements[number].append(Replacement(variation.path.pattern, .isOn(isOn)))
        }
      }
      guard met.isEmpty, let field = variation.fields.first, isComplete(under: variation.path.description) else { continue }
      reportUnmet(field, at: variation.path, isSwitch: Override.isOn(field, at: variation.path) != nil)
    }
  }

  /// What a value puts in the place of a number.
  private func replacement(_ field: Field, _ aspect: NumberPath.Aspect, as place: NumberPlace) -> Replacement.Value? {
    switch aspect {
    case .value:
      switch number(field, as: place)?.content {
      case .constant(let value): .number(.distribution(.constant(value)))
      case .distribution(let law): .number(.distribution(law))
      case .parameter(let name, let times): .number(.parameter(name: name, times: times))
      case .infinite: .infinite
      case nil: nil
      }
    case .scale: factor(field).map { .factor($0) }
    case .mean: scalar(field, as: place.scale).map { .mean($0) }
    }
  }
}
