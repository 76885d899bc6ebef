import TariffModel
import TestSupport
import Testing

/// What holds of every stack of layers; random ones with a fixed seed.
@Suite("Stacks of layers, laws")
struct TariffStackLawTests {
  /// A layer with numbers, as the law states it.
  struct Layer {
    var name: String
    var rate: Double
    var stacking: Stacking
    var isInclusive = false
    var coverage = 1.0
    var part: String?

    /// As a file would state it.
    var measure: TariffMeasure {
      TariffMeasure(
        name: name, rate: .uniform(number(rate)), stacking: stacking, coverage: coverage == 1 ? nil : number(coverage),
        isInclusive: isInclusive, part: part)
    }

    func rise(over duty: Double) -> Double { isInclusive || stacking == .floor ? max(0, rate - duty) : rate }
  }

  /// A stack with the duty that was there.
  struct Stack: CustomStringConvertible {
    var baseline: Double
    var layers: [Layer]

    var description: String { "\(baseline): \(layers)" }

    /// Up to seven layers with rates that are often equal or 0, of which at most one replaces and one is a preference.
    static func random(_ generator: inout Generator) -> Stack {
      let rates = [0, 0, 0.05, 0.1, 0.15, 0.25, 0.4]
      let parts = ["p", "q"].map { (name: $0, share: generator.uniform(0.05, 1)) }
      var (hasReplacing, hasPreference) = (false, false)
      let names = generator.shuffled(["a", "b", "c", "d", "e", "f", "g"])
      let layers = (0..<(1 + generator.below(7))).map { index -> Layer in
        var layer = Layer(name: names[index], rate: rates[generator.below(rates.count)], stacking: .add)
        layer.isInclusive = generator.below(3) == 0
        switch generator.below(9) {
        case 0, 1: break
        case 2: layer.stacking = .floor
        case 3, 4, 5: layer.stacking = .exclusive(group: "lowest", priority: index, choice: .lowestPriority)
        case 6: layer.stacking = .exclusive(group: "highest", priority: 0, choice: .highest)
        case 7 where !hasReplacing: (layer.stacking, layer.isInclusive, hasReplacing) = (.replace, false, true)
        case 8 where !hasPreference: (layer.stacking, layer.isInclusive, hasPreference) = (.preference, false, true)
        default: layer.stacking = .exclusive(group: "highest", priority: 0, choice: .highest)
        }
        switch generator.below(4) {
        case 0: break
        case 1: layer.coverage = generator.uniform(0.05, 1)
        default:
          let part = parts[generator.below(2)]
          (layer.part, layer.coverage) = (part.name, part.share)
        }
        return layer
      }
      return Stack(baseline: [0, 0.02, 0.1][generator.below(3)], layers: layers)
    }

    /// The duty where all of some layers fall, in the words of the law: one of a group, one in place of all others.
    private func duty(under layers: [Layer]) -> Double {
      if let replacing = layers.first(where: { $0.stacking == .replace }) { return replacing.rate }
      let base = layers.first { $0.stacking == .preference }?.rate ?? baseline
      var kept: [String: (rise: Double, priority: Int)] = [:]
      var total = base
      for layer in layers {
        let rise = layer.rise(over: base)
        switch layer.stacking {
        case .add, .floor: total += rise
        case .replace, .preference: break
        case .exclusive(let group, let priority, let choice):
          guard rise > 0 else { continue }
          let isAhead = kept[group].map { choice == .highest ? rise > $0.rise : priority < $0.priority } ?? true
          if isAhead { kept[group] = (rise, priority) }
        }
      }
      return total + kept.values.reduce(0) { $0 + $1.rise }
    }

    /// The mean over every way in which the layers can meet on a piece of the value: each part is in or out by itself.
    var enumeratedDuty: Double {
      let parts = Set(layers.map { $0.part ?? "alone \($0.name)" }).sorted()
      return (0..<(1 << parts.count)).reduce(0) { sum, cell in
        let isIn = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, cell >> $0 & 1 == 1) })
        var probability = 1.0
        for part in parts {
          let share = layers.first { ($0.part ?? "alone \($0.name)") == part }?.coverage ?? 1
          probability *= isIn[part] == true ? share : 1 - share
        }
        return sum + probability * duty(under: layers.filter { isIn[$0.part ?? "alone \($0.name)"] == true })
      }
    }

    /// The duty that the model puts on the line.
    func modelled(order: (inout [TariffMeasure]) -> Void = { _ in }) throws -> Double {
      var measures = layers.map(\.measure)
      order(&measures)
      return try TariffStackLawTests.duty(of: measures, baseline: baseline)
    }
  }

  private static func duty(of measures: [TariffMeasure], baseline: Double) throws -> Double {
    var fixture = StudyFixture(value: 1, duty: baseline, response: .constantElasticity(.demand(elasticity: number(0))))
    fixture.study.measures = measures
    fixture.study.scenarios[0].measures = measures.map { PolicyScenario.Use($0.name) }
    return try fixture.outcome(.partnerTariffRevenue)
  }

  private func stacks(_ count: Int, seed: UInt64) -> [Stack] {
    var generator = Generator(seed: seed)
    return (0..<count).map { _ in Stack.random(&generator) }
  }

  // A duty is a sum of at most 2⁷ terms below 3: rounding stays under 1e-13.
  @Test("The duty is the mean over all ways in which layers can meet on a piece of the value")
  func enumeration() throws {
    for stack in stacks(500, seed: 1) {
      let duty = try stack.modelled()
      #expect(abs(duty - stack.enumeratedDuty) < 1e-12, "\(stack)")
    }
  }

  @Test("A line cut by the share of a prefix bears the duty of the same share as coverage")
  func cutLine() throws {
    var cuts = 0
    for stack in stacks(500, seed: 2) where stack.layers.contains(where: { $0.part == "p" }) {
      cuts += 1
      let measures = stack.layers.map { layer in
        guard layer.part == "p" else { return layer.measure }
        var measure = layer.measure
        (measure.part, measure.coverage) = (nil, nil)
        measure.covers = [CodePrefix(digits: "630210", share: number(layer.coverage))]
        return measure
      }
      #expect(abs(try Self.duty(of: measures, baseline: stack.baseline) - stack.modelled()) < 1e-12, "\(stack)")
    }
    #expect(cuts > 200)
  }

  @Test("Where all layers of a line fall on one part, the rest keeps the duty that was there")
  func mixture() throws {
    for (index, stack) in stacks(200, seed: 3).enumerated() {
      let share = Double(index + 1) / 256
      var (whole, partial) = (stack, stack)
      for layer in stack.layers.indices {
        (whole.layers[layer].part, whole.layers[layer].coverage) = (nil, 1)
        (partial.layers[layer].part, partial.layers[layer].coverage) = ("all", share)
      }
      let expected = (1 - share) * stack.baseline + share * (try whole.modelled())
      #expect(abs(try partial.modelled() - expected) < 1e-12, "\(stack)")
    }
  }

  @Test("The order in which measures are stated changes no bit")
  func order() throws {
    var generator = Generator(seed: 4)
    for stack in stacks(200, seed: 5) {
      let duty = try stack.modelled()
      #expect(try stack.modelled { $0 = generator.shuffled($0) } == duty, "\(stack)")
    }
  }
}

extension Generator {
  fileprivate mutating func below(_ count: Int) -> Int { Int(word() % UInt64(count)) }

  fileprivate mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    elements.map { ($0, word()) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}
