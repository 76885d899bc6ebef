internal import Analysis
internal import TariffModel
internal import TextFormats

extension RunPipeline {
  /// The scenarios of a run taken apart for its page; nothing where there is nothing to take apart.
  ///
  /// A stage that cannot be computed is told, and the page goes without.
  func waterfall(of study: CheckedStudy, _ plan: Plan, _ conduct: Conduct, console: Console) throws(CommandFailure) -> Waterfall?
  {
    do throws(CommandFailure) {
      guard let question = try Self.waterfallQuestion(study, plan) else { return nil }
      let answer = question.answer(from: try simulate(question.study, question.plan, conduct))
      return answer.falls.isEmpty ? nil : answer
    } catch {
      if error == .interrupted { throw error }
      console.tell("The page has no steps from policy to policy: \(ShownText.line(error.summary))\n")
      return nil
    }
  }

  private static func waterfallQuestion(_ study: CheckedStudy, _ plan: Plan) throws(CommandFailure) -> WaterfallQuestion? {
    do throws(ModelError) {
      return try WaterfallQuestion(study, plan: plan)
    } catch {
      throw .notCompiled(error.problems)
    }
  }
}
