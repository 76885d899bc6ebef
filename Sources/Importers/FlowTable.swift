/// The flows that were read, each once, by code and country.
struct FlowTable {
  /// Where a row stands.
  struct Place: Hashable {
    var file: Int
    var line: Int
    var column: Int
  }

  /// A flow: a row of it, or the sum of the rows that are parts of it.
  struct Flow {
    var value: Amount
    var duty: Amount?
    /// The rows in it.
    var rows: Int32 = 1
    /// A bit for every month of its parts.
    var months: UInt16
    /// How its rows part it, a bit for every column that does; 0 for a total.
    var parting: UInt8
    /// Whether rows part it in several ways.
    var isMixed = false
    var place: Place
  }

  private(set) var flows: [FlowKey: Flow] = [:]
  /// Whether some flow is a row of its own.
  private(set) var hasTotals = false
  /// The months of the parts.
  private(set) var months: UInt16 = 0

  /// What became of a row.
  enum Outcome {
    case taken
    /// The total is there already, or took the place of so many parts.
    case detail(rows: Int)
    case duplicate(of: Place)
  }

  /// Adds a row.
  mutating func add(_ key: FlowKey, _ row: Flow) -> Outcome {
    if row.parting == 0 { hasTotals = true }
    months |= row.months
    guard var flow = flows[key] else {
      flows[key] = row
      return .taken
    }
    if flow.parting == 0 { return row.parting == 0 ? .duplicate(of: flow.place) : .detail(rows: 1) }
    if row.parting == 0 {
      flows[key] = row
      return .detail(rows: Int(flow.rows))
    }
    if row.parting == Self.monthly, flow.parting == Self.monthly, flow.months & row.months != 0 {
      return .duplicate(of: flow.place)
    }
    flow.isMixed = flow.isMixed || flow.parting != row.parting
    flow.value += row.value
    flow.duty = (flow.duty ?? .zero) + (row.duty ?? .zero)
    if row.duty == nil { flow.duty = nil }
    flow.rows += 1
    flow.months |= row.months
    flows[key] = flow
    return .taken
  }

  /// Takes a flow out.
  mutating func forget(_ key: FlowKey) { flows[key] = nil }

  /// The bit of months among those of the parting columns.
  static let monthly: UInt8 = 1 << 7
  /// The bit of sources whose rows are parts without a column that says so.
  static let whole: UInt8 = 1 << 6
}
