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
    AdviceCase(
      "parameter", [Edit("elasticity = 1.2", "elasticity = { lognormal = { low = 0, high = 2 } }")],
      ways: [
        [Edit("{ lognormal = { low = 0, high = 2 } }", "{ normal = { low = 0, high = 2 }, lower = 0 }")],
        // Where a value may be negative, the end is not needed.
        [
          Edit("elasticity = { lognormal = { low = 0, high = 2 } }", "elasticity = \"shift\""),
          Edit(
            "[parameters.demand]",
            "[parameters.shift]\nvalue = { normal = { low = 1, high = 2 }, lower = 0 }\n\n[parameters.demand]"),
        ],
      ]),
    AdviceCase(
      "range", [Edit("elasticity = 1.2", "elasticity = { normal = { mean = 1, sd = 1 } }")],
      ways: [
        [Edit("{ normal = { mean = 1, sd = 1 } }", "{ normal = { mean = 1, sd = 1 }, lower = 0 }")],
        [Edit("normal", "lognormal")],
      ]),
    AdviceCase(
      "range", [Edit("elasticity = 1.2", "elasticity = \"-3 to -2\"")], ways: [[Edit("\"-3 to -2\"", "\"2 to 3\"")]]),
    AdviceCase(
      "sumIsNotOne", [Edit("elasticity = 1.2", "elasticity = { mixture = { weights = [1, 1], components = [1, 2] } }")],
      ways: [[Edit("[1, 1]", "[0.5, 0.5]")]]),
    AdviceCase(
      "parameter",
      [Edit("elasticity = 1.2", "elasticity = { quantiles = { probabilities = [0.05, 0.5, 1], values = [1, 2, 3] } }")],
      ways: [[Edit("[0.05, 0.5, 1], values = [1, ", "[0, 0.05, 0.5, 1], values = [0.5, 1, ")]]),
    AdviceCase(
      "looksLike", [Edit("rate = 0.19", "rate = 0.19\ncountries = [\"Pakistan\", \"Chile\", \"Chile \"]")],
      ways: [[Edit("\"Chile \"", "\"Chile\"")]]),
    AdviceCase(
      "looksLike", [Edit("rate = 0.19", "rate = 0.19\ncountries = [\"Pakistan\", \"Chile\", \"CHILE\"]")],
      ways: [[Edit("\"CHILE\"", "\"Chile\"")], [Edit("\"CHILE\"", "\"Peru\"")]]),
    AdviceCase(
      "hiddenCharacter", [Edit("rate = 0.19", "rate = 0.19\ncountries = [\"Pakistan\", \"Chi\\u200Ble\"]")],
      ways: [[Edit("\"Chi\\u200Ble\"", "\"Chile\"")]]),
    AdviceCase(
      "unknownKey", [Edit("elasticity = 1.2", "elasticity = { interval = [0.1, 0.3] }")],
      ways: [[Edit("interval = [0.1, 0.3]", "value = \"0.1 to 0.3\"")]]),
    AdviceCase(
      "parameter",
      [Edit("elasticity = 1.2", "elasticity = { quantiles = { probabilities = [0, 50, 100], values = [1, 2, 3] } }")],
      ways: [[Edit("[0, 50, 100]", "[0, 0.5, 1]")]]),
    AdviceCase(
      "parameter",
      [Edit("elasticity = 1.2", "elasticity = { mixture = { weights = [3, 1], components = [\"1 to 2\", 1] } }")],
      ways: [[Edit("[3, 1]", "[0.75, 0.25]")]]),
    AdviceCase("rateAboveOne", [Edit("rate = 0.19", "rate = \"demand\"")], ways: [[Edit("\"0.8 to 1.6\"", "\"80% to 160%\"")]]),
    AdviceCase(
      "rateAboveOne",
      [
        Edit("rate = 0.19", "rate = { parameter = \"r\", times = -2 }"),
        Edit("[parameters.demand]", "[parameters.r]\nvalue = { uniform = { lower = -29, upper = 0 } }\n\n[parameters.demand]"),
      ], ways: [[Edit("lower = -29", "lower = \"-29%\"")]]),
  ]
}
