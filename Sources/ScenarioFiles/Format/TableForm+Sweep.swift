internal import TariffModel

extension TableForm {
  /// `[[sweep.vary]]`.
  static let variation = TableForm(
    "variation", "Something that a sweep varies.",
    [
      KeyForm(
        "path", .text, required: true,
        "A number's path or a pattern, PATH* for the factor of its law, PATH.mean for its mean, a day, or a use."),
      KeyForm(
        "values", .either([.text, .list(ListForm(.either([.plainNumber, .text])))]), required: true,
        "A list, or text such as 0%..50%:5% or 1,2,3."),
      KeyForm("axis", .text, "What names one axis moves together; each moves by itself where absent."),
    ])

  /// `[sweep]`.
  static let sweep = TableForm(
    "sweep", "What tariffsim sweep computes where the command line does not say.",
    [
      KeyForm("vary", .list(ListForm(.table(variation))), required: true, "What is varied."),
      KeyForm("outcomes", .list(ListForm(.choice(Outcome.allCases.map(\.rawValue)))), "Outcomes to compute."),
      KeyForm("scenarios", .list(ListForm(.text)), "Scenarios to compute; all where absent."),
    ])
}
