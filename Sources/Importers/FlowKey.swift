/// The code and the two countries of a flow, in one machine word.
struct FlowKey: Hashable {
  private let packed: UInt64

  /// The numbers of countries are below `PlaceBook.most`, and a code has 12 digits at most.
  init(code: HSCode, exporter: Int, importer: Int) {
    packed = code.packed << 20 | UInt64(exporter) << 10 | UInt64(importer)
  }

  var code: UInt64 { packed >> 20 }
  var exporter: Int { Int(packed >> 10 & 1023) }
  var importer: Int { Int(packed & 1023) }

  // A multiplication spreads the word well enough, and rows are many.
  func hash(into hasher: inout Hasher) { hasher.combine(packed) }
}
