internal import Simulation
internal import TariffModel

extension CompiledModel {
  /// An outcome as what observers of several columns read; nothing where it is defined in no draw.
  func operand(of outcome: CompiledOutcome, evaluation: Int) -> Operand? {
    switch outcome.value {
    case .certain(let value): Operand(certain: value)
    case .undefined: nil
    case .column(let number, let scale, let offset):
      Operand(
        output: OutputPlace(evaluation: evaluation, number: number), scale: scale, offset: offset, isRatio: isRatio[number])
    }
  }
}
