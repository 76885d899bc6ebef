extension AdviceCase {
  /// Mistakes in the small scenario that break a rule of the file, where the way out is told in words that no program follows.
  static let prose: [AdviceCase] = [
    AdviceCase(
      "needsPlainNumber", [Edit("value = 100\nduty = 0.1", "value = \"90 to 110\"\ndutyPaid = 5")],
      ways: [[Edit("dutyPaid = 5", "duty = 0.05")]]),
    AdviceCase(
      "cannotStandBeside", [Edit("elasticity = 1.2", "elasticity = 1.2\npassThrough = 0.5\nsupplyElasticity = 1")],
      ways: [
        [Edit("elasticity = 1.2\npassThrough", "passThrough")], [Edit("passThrough = 0.5\n", "")],
        [Edit("\nsupplyElasticity = 1", "")],
      ]),
    AdviceCase(
      "notANumber", [Edit("elasticity = 1.2", "elasticity = { source = \"x\" }")],
      ways: [
        [Edit("{ source", "{ value = 1.2, source")], [Edit("{ source", "{ parameter = \"demand\", source")],
        [Edit("{ source", "{ uniform = { lower = 1, upper = 2 }, source")],
      ]),
    AdviceCase(
      "notANumber", [Edit("elasticity = 1.2", "elasticity = \"10 to 29%\"")],
      ways: [[Edit("\"10 to 29%\"", "\"10% to 29%\"")], [Edit("\"10 to 29%\"", "\"10 to 29\"")]]),
    AdviceCase("rateAboveOne", [Edit("rate = 0.19", "rate = \"demand\"")], ways: [[Edit("\"0.8 to 1.6\"", "\"80% to 160%\"")]]),
    AdviceCase(
      "rateAboveOne",
      [
        Edit("rate = 0.19", "rate = { parameter = \"r\", times = -2 }"),
        Edit("[parameters.demand]", "[parameters.r]\nvalue = { uniform = { lower = -29, upper = 0 } }\n\n[parameters.demand]"),
      ], ways: [[Edit("lower = -29", "lower = \"-29%\"")]]),
  ]
}
