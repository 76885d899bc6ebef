import Distributions
import ScenarioFiles
import TariffModel
import TestSupport
import Testing

@Suite("What is replaced in a study, against its files and against the whole check")
struct ReplacementLawTests {
  /// Files that have every section and every form between them.
  private static let scenarios: [[String: String]] = [
    SampleScenario.files, MarketScenario.files, WorldScenario.files, ["scenario.toml": SmallScenario.text],
  ]

  @Test("Every number that the study lists is met by its path, alone", arguments: scenarios)
  func meetsEveryNumber(files: [String: String]) throws {
    let study = try ScenarioFolder(files).load().checked
    let numbers = study.study.numbers
    for stated in numbers {
      let path = stated.quantity.path
      // A factor that no rule minds, or else the number is not the one that was changed.
      var changed: CheckedStudy?
      do throws(ReplacementFailure) {
        changed = try study.replacing(.factor(0.999), at: path)
      } catch {
        guard case .broken = error else {
          Issue.record("\(path): \(error)")
          continue
        }
      }
      guard let changed else { continue }
      for (old, new) in zip(numbers, changed.study.numbers) {
        #expect(
          (old.quantity.provenance == new.quantity.provenance) == (old.quantity.path != path), "\(path): \(old.quantity.path)")
        #expect(old.quantity.path == new.quantity.path && old.range == new.range)
      }
    }
  }

  @Test("A study is refused with something replaced exactly where the whole check refuses it", arguments: scenarios)
  func checksWhatReads(files: [String: String]) throws {
    let study = try ScenarioFolder(files).load().checked
    let paths = study.study.numbers.map(\.quantity.path)
    var generator = Generator(seed: 11)
    let values: [Double] = [-1, 0, 1e-3, 0.5, 1, 1.5, 30, 1e6]
    var refused = 0
    for path in paths {
      for value in values {
        // One number alone, and with it another, for rules of two.
        let other = paths[Int(generator.uniform() * Double(paths.count))]
        let pairs = [[path], [path, other]]
        for pair in pairs {
          let replacements = pair.map { Replacement($0, .number(.distribution(.constant(value)))) }
          // Certain numbers only, so that the parameters that others name are met too.
          var whole: [ModelProblem] = []
          var some: [ModelProblem] = []
          do throws(ReplacementFailure) {
            whole = try study.replacing(replacements).study.problems()
          } catch {
            guard case .broken(let problems) = error else {
              Issue.record("\(pair): \(error)")
              continue
            }
            some = problems
            refused += 1
          }
          #expect(whole.isEmpty, "\(pair) = \(value): the whole check refuses what was taken: \(whole)")
          #expect(Set(some).count == some.count, "\(pair) = \(value): a problem is told twice")
        }
      }
    }
    #expect(refused > paths.count, "the values break rules")
  }

  @Test("A replacement is what the command line puts into the file", arguments: scenarios)
  func agreesWithFiles(files: [String: String]) throws {
    let folder = try ScenarioFolder(files)
    let study = try folder.load().checked
    for stated in study.study.numbers {
      let path = stated.quantity.path
      for (text, value) in [("0.25", 0.25), ("0.75", 0.75)] {
        for suffix in ["", "*", ".mean"] {
          let typed = NumberPath(path + suffix)
          let loaded = try? folder.load(overrides: [(typed.description, text)]).study.numbers
          let replaced = try? study.replacing([typed.replacement(by: value)]).study.numbers
          #expect((loaded == nil) == (replaced == nil), "\(typed) = \(text)")
          guard let loaded, let replaced else { continue }
          #expect(loaded.map(\.quantity.value) == replaced.map(\.quantity.value), "\(typed) = \(text)")
          #expect(loaded.map(\.quantity.path) == replaced.map(\.quantity.path), "\(typed) = \(text)")
          #expect(
            loaded.first { $0.quantity.path == path }?.quantity.provenance
              == replaced.first { $0.quantity.path == path }?.quantity.provenance, "\(typed) = \(text)")
        }
      }
    }
  }
}
