internal import Analysis
internal import CommandLineKit
internal import DrawTables
internal import Files
internal import Glibc
internal import PartFiles
internal import Reporting
import Sampling
internal import Simulation
internal import TariffModel

extension RunCommand {
  /// The most numbers of a group of rows: with it, and nothing else, rows are shared out, so that threads change no byte.
  private static let numbersOfGroup = 1 << 22
  private static let mostRows = 1 << 16

  /// The form that a file's name asks for.
  static func form(of path: String) throws(CommandFailure) -> any DrawTableForm.Type {
    if path.hasSuffix(".parquet") { return ParquetForm.self }
    if path.hasSuffix(".csv.zst") { return CommaSeparatedForm.self }
    throw .contradiction("--draws-out writes .parquet or .csv.zst: name the file so, as in draws.parquet", command: "run")
  }

  /// Writes every draw of the outcomes that are asked for, of all scenarios side by side.
  func writeDraws(of prepared: Prepared, to path: String, _ conduct: RunPipeline.Conduct) throws(CommandFailure) {
    let form = try Self.form(of: path)
    var plan = prepared.plan
    // Parts of the totals are columns where they are asked for.
    if plan.selection.groups == nil { plan.selection.groups = [OutcomeSlice.total.groupColumn] }
    (plan.thresholds, plan.conditions, plan.reportsLines) = ([], [], false)
    let columns = try RunPipeline.drawColumns(prepared.loaded.checked, plan)
    let table = form.init(Self.layout(columns.keys, of: prepared))
    let rows = max(
      Extent.drawsPerBlock,
      min(Self.mostRows, Self.numbersOfGroup / max(1, columns.keys.count) / Extent.drawsPerBlock * Extent.drawsPerBlock))
    do throws(CommandFailure) {
      try CommandFailure.writing { () throws(FileFailure) in
        try FileStore.replace(path) { partial throws(FileFailure) in
          let file = try DrawFile(partial)
          try file.write(table.opening)
          var places: [DrawTableGroup.Place] = []
          let count = (columns.count + rows - 1) / rows
          // As many groups at a time as there are workers; they wait for the disk between.
          for first in stride(from: 0, to: count, by: conduct.threads) where !conduct.isCancelled() {
            let own = first..<min(count, first + conduct.threads)
            let groups = concurrentMap(own, threads: conduct.threads) { number in
              let draws = number * rows..<min(columns.count, (number + 1) * rows)
              return table.encoded(columns.values(of: draws), firstDraw: draws.lowerBound)
            }
            for group in groups {
              guard let group else { throw FileFailure(path: path, code: ENOMEM) }
              try file.write(group.bytes)
              places.append(group.place)
            }
            conduct.progress(min(columns.count, own.upperBound * rows))
          }
          if conduct.isCancelled() { throw FileFailure(path: path, code: EINTR) }
          try file.write(table.closing(places))
          try FileStore.bringFileToDisk(partial)
        }
      }
    } catch {
      throw conduct.isCancelled() ? .interrupted : error
    }
  }

  /// Names of the columns, and what determines their numbers.
  private static func layout(_ keys: [OutcomeKey], of prepared: Prepared) -> DrawTableLayout {
    let names = keys.map { key in
      let part = key.slice == .total ? [] : [key.slice.groupColumn]
      return ([key.scenario, key.period, key.outcome.rawValue] + part).joined(separator: "/")
    }
    let columns = JSONValue.array(
      zip(names, keys).map { name, key in
        .object([
          .init("name", .string(name)), .init("scenario", .string(key.scenario)), .init("period", .string(key.period)),
          .init("outcome", .string(key.outcome.rawValue)), .init("group", .string(key.slice.groupColumn)),
          .init("unit", .string(key.outcome.unit.rawValue)),
          .init("kind", .string(key.outcome.isForecast ? "forecast" : "effect")),
        ])
      })
    let identity = prepared.blank.identity
    return DrawTableLayout(
      columns: names,
      metadata: [
        ("title", prepared.description.title), ("program", "tariffsim " + ProgramVersion.text),
        ("identity", identity.digest(ofFiles: prepared.description.files)), ("seed", String(prepared.plan.seed)),
        ("design", prepared.plan.design.name),
        (
          "files",
          JSONValue.array(
            prepared.description.files.map { .object([.init("name", .string($0.name)), .init("sha256", .string($0.sha256))]) }
          ).text
        ), ("columns", columns.text),
      ])
  }
}

/// A file that is written from its beginning to its end.
private struct DrawFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws(FileFailure) {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    self.path = path
    if descriptor < 0 { throw FileFailure(path: path, code: errno) }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws(FileFailure) {
    let code = FileStore.write(bytes.span, descriptor: descriptor)
    guard code == 0 else { throw FileFailure(path: path, code: code) }
  }
}

extension RunPipeline {
  /// The outcomes of a study that a plan selects, draw by draw.
  static func drawColumns(_ study: CheckedStudy, _ plan: Plan) throws(CommandFailure) -> DrawColumns {
    DrawColumns(try compiled(study, plan), plan: plan, kernels: try kernels())
  }
}
