internal import Expressions

/// A layer that falls on a line in a segment.
struct TariffLayer: Equatable {
  /// Layers are summed by name, so that their order in a file does not matter.
  let name: String
  let stacking: Stacking
  /// Whether the rate has the duty that was there in it.
  let isInclusive: Bool
  /// r, after the scenario's scale.
  let rate: Expression
  /// c: the share of the value on which it falls, after coverage, phase-in and content rule.
  let share: Expression
  /// Layers of one part fall on the same value.
  let part: String?
  /// Share of the duty due that is paid.
  let remittance: Expression

  /// ρ(x): what it adds to a duty x where it falls.
  func rise(over duty: Expression) -> Expression {
    guard isInclusive || stacking == .floor else { return rate }
    let missing = rate - duty
    let zero = missing.graph.constant(0)
    return missing.staysAtMost(0) ? zero : maximum(missing, zero)
  }
}

/// The duty on a line in a segment.
struct TariffLevel {
  /// t': the rate that enters the price.
  let rate: Expression
  /// What the partner is paid in the period: of t', and of a quota's rent where the licences are auctioned.
  let paidRate: Expression
  /// The part of t' that is no duty but a quota's rent.
  var rent: QuotaRentRate?

  /// The part of t' that is due as duty.
  var dueRate: Expression { rent.map { rate - $0.rate } ?? rate }
}

extension TariffLevel {
  /// The mean duty of a line's parts (the model's §2), each with the layers that fall on it.
  ///
  /// A replacing layer stands alone where it falls; a preference takes the place of the baseline t; the other layers add to that.
  init(baseline: Expression, layers: [TariffLayer]) {
    var others = layers.filter { $0.stacking != .replace && $0.stacking != .preference }
    let base = TariffLevel(rate: baseline, paidRate: baseline)
    let replacing = layers.first { $0.stacking == .replace }
    var preference = layers.first { $0.stacking == .preference }
    // Beside the replacing layer none of the same part falls on anything.
    if let part = replacing?.part {
      others.removeAll { $0.part == part }
      if preference?.part == part { preference = nil }
    }
    var level: TariffLevel
    if let preference {
      let preferred = TariffLevel(rate: preference.rate, paidRate: preference.rate * preference.remittance)
      let within = others.map { $0.part != nil && $0.part == preference.part ? $0.falling(on: baseline.graph.constant(1)) : $0 }
      let beyond = others.filter { $0.part == nil || $0.part != preference.part }
      level = TariffLevel(summing: beyond, on: base)
        .mixed(with: TariffLevel(summing: within, on: preferred), share: preference.share)
    } else {
      level = TariffLevel(summing: others, on: base)
    }
    if let replacing {
      let alone = TariffLevel(rate: replacing.rate, paidRate: replacing.rate * replacing.remittance)
      level = level.mixed(with: alone, share: replacing.share)
    }
    self = level
  }

  /// Another duty on a share of the value; what is equal stays as it is, to the bit.
  func mixed(with other: TariffLevel, share: Expression) -> TariffLevel {
    if share.constantValue == 1 { return other }
    return TariffLevel(
      rate: rate + share * (other.rate - rate), paidRate: paidRate + share * (other.paidRate - paidRate))
  }

  /// S(x): layers on top of a duty x.
  private init(summing layers: [TariffLayer], on base: TariffLevel) {
    let graph = base.rate.graph
    let zero = graph.constant(0)
    var rates = [base.rate]
    var paidRates = [base.rate]
    /// The highest of the baseline and the first all-in rate of the draw that exceeds it; nothing before there is one.
    var allIn: Expression?
    for layer in layers where layer.stacking == .add || layer.stacking == .floor {
      let rise = layer.rise(over: base.rate)
      // What adds nothing in any draw leaves no trace.
      if rise.constantValue == 0 { continue }
      guard layer.isInclusive || layer.stacking == .floor, layer.share.constantValue == 1 else {
        let duty = rise * layer.share
        rates.append(duty)
        paidRates.append(duty * layer.remittance)
        continue
      }
      // The all-in rate itself, without the rounding of a sum.
      let own = maximum(base.rate, layer.rate)
      if let first = allIn {
        // What binds in no draw before this one must not take its place.
        rates[0] = select(base.rate, atLeast: first, then: own, else: first)
        rates.append(select(base.rate, atLeast: first, then: zero, else: rise))
      } else {
        rates[0] = own
      }
      allIn = rates[0]
      paidRates.append((own - base.rate) * layer.remittance)
    }
    for group in ExclusiveGroup.groups(of: layers, over: base.rate) {
      for (duty, remittance) in group.duties {
        rates.append(duty)
        paidRates.append(duty * remittance)
      }
    }
    self.init(rate: graph.sum(rates), paidRate: graph.sum(paidRates))
  }
}

extension TariffLayer {
  fileprivate func falling(on share: Expression) -> TariffLayer {
    TariffLayer(
      name: name, stacking: stacking, isInclusive: isInclusive, rate: rate, share: share, part: part, remittance: remittance)
  }
}
