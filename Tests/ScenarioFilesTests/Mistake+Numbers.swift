extension Mistake {
  /// The spelling of numbers.
  static let numbers = [
    Mistake(
      "elasticity = 1.2", "elasticity = \"1,6\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"1,6\": is not a number; write 1.6"),
    Mistake(
      "elasticity = 1.2", "elasticity = \"1,250\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"1,250\": is not a number; write 1.250 or 1250"),
    Mistake(
      "elasticity = 1.2", "elasticity = \"1.2\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"1.2\": is not a number; write 1.2"),
    Mistake(
      "rate = 0.19", "rate = \"29\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"29\": is not a number; write \"29%\" or \"2900%\""),
    Mistake(
      "rate = 0.19", "rate = \"05\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"05\": is not a number; write \"5%\" or \"500%\""),
    Mistake(
      "rate = 0.19", "rate = \"29,5\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"29,5\": is not a number; write \"29.5%\""),
    Mistake(
      "elasticity = 1.2", "elasticity = \"-0.4\"",
      "scenario.toml:14:14: exports/6302/elasticity: -0.4: every value must lie in [0, ∞); write 0.4"),
    Mistake(
      "elasticity = 1.2", "elasticity = -0.4",
      "scenario.toml:14:14: exports/6302/elasticity: -0.4: every value must lie in [0, ∞); write 0.4"),
    Mistake(
      "value = 100", "value = \"42%\"",
      "scenario.toml:12:9: exports/6302/value: \"42%\": is not an amount: a percentage has no unit"),
    Mistake(
      "elasticity = 1.2", "elasticity = \".5\"",
      "scenario.toml:14:14: exports/6302/elasticity: \".5\": is not a number; write 0.5"),
    Mistake(
      "elasticity = 1.2", "elasticity = \"\u{2212}1\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"−1\": is not a number; write -1"),
    Mistake(
      "elasticity = 1.2", "elasticity = \"\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"\": is not a number"),
    Mistake(
      "elasticity = 1.2", "elasticity = \"$5\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"$5\": is not a number"),
    Mistake(
      "elasticity = 1.2", "elasticity = \"10 to 29%\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"10 to 29%\": is not a number; write \"10% to 29%\" or "
        + "\"10 to 29\""),
    Mistake(
      "elasticity = 1.2", "elasticity = \"2.4 to 1.0\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"2.4 to 1.0\": high must be above low (2.4); write \"1.0 to 2.4\""),
    Mistake(
      "elasticity = 1.2", "elasticity = \"demands\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"demands\": is not a parameter of this file; did "
        + "you mean demand?"),
    Mistake(
      "elasticity = 1.2", "elasticity = nan",
      "scenario.toml:14:14: exports/6302/elasticity: nan: is not a finite number"),
    Mistake(
      "elasticity = 1.2", "elasticity = inf",
      "scenario.toml:14:14: exports/6302/elasticity: inf: is not a finite number"),
    Mistake(
      "elasticity = 1.2", "elasticity = \"inf\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"inf\": is not a finite number"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1e400",
      "scenario.toml:14:19: is not TOML: Error while parsing floating-point: '1e400' could not be "
        + "interpreted as a value"),
    Mistake(
      "elasticity = 1.2", "elasticity = true",
      "scenario.toml:14:14: exports/6302/elasticity: true: is not a number"),
    Mistake(
      "elasticity = 1.2", "elasticity = [1.2]",
      "scenario.toml:14:14: exports/6302/elasticity: is not a number"),
    Mistake(
      "elasticity = 1.2", "elasticity = {}",
      "scenario.toml:14:14: exports/6302/elasticity: is not a number; give it a value, a parameter or a "
        + "family such as uniform"),
    Mistake(
      "elasticity = 1.2", "elasticity = { source = \"x\" }",
      "scenario.toml:14:14: exports/6302/elasticity: is not a number; give it a value, a parameter or a "
        + "family such as uniform"),
    Mistake(
      "elasticity = 1.2", "elasticity = { value = 1, uniform = { lower = 0, upper = 1 } }",
      "scenario.toml:14:37: exports/6302/elasticity/uniform: cannot stand beside value"),
    Mistake(
      "elasticity = 1.2", "elasticity = { uniformm = { lower = 0, upper = 1 } }",
      "scenario.toml:14:16: exports/6302/elasticity/uniformm: is not a key here; did you mean uniform?"),
    Mistake(
      "elasticity = 1.2", "elasticity = { uniform = { lower = 0 } }",
      "scenario.toml:14:26: exports/6302/elasticity/uniform: lacks the key upper"),
    Mistake(
      "elasticity = 1.2", "elasticity = { uniform = { lower = 0, uper = 1, upper = 1 } }",
      "scenario.toml:14:39: exports/6302/elasticity/uniform/uper: is not a key here"),
    Mistake(
      "elasticity = 1.2", "elasticity = { uniform = { lower = 1, upper = 0 } }",
      "scenario.toml:14:47: exports/6302/elasticity/uniform/upper: 0: upper must be above lower (1)"),
    Mistake(
      "elasticity = 1.2", "elasticity = { uniform = { lower = \"a\", upper = 1 } }",
      "scenario.toml:14:36: exports/6302/elasticity/uniform/lower: \"a\": must be a plain number here"),
    Mistake(
      "elasticity = 1.2", "elasticity = { uniform = { lower = nan, upper = 1 } }",
      "scenario.toml:14:36: exports/6302/elasticity/uniform/lower: nan: is not a finite number"),
    Mistake(
      "elasticity = 1.2", "elasticity = { lognormal = { mean = 1, logSd = 1 } }",
      "scenario.toml:14:48: exports/6302/elasticity/lognormal/logSd: 1: cannot stand beside mean"),
    Mistake(
      "elasticity = 1.2", "elasticity = { uniform = 5 }",
      "scenario.toml:14:26: exports/6302/elasticity/uniform: 5: is not a table"),
    Mistake(
      "elasticity = 1.2", "elasticity = { empirical = { values = 5 } }",
      "scenario.toml:14:39: exports/6302/elasticity/empirical/values: 5: is not a list"),
    Mistake(
      "elasticity = 1.2", "elasticity = { mixture = { weights = [1], components = [\"demand\"] } }",
      "scenario.toml:14:57: exports/6302/elasticity/mixture/components: \"demand\": cannot be another "
        + "parameter"),
    Mistake(
      "elasticity = 1.2", "elasticity = { value = 1, times = 2 }",
      "scenario.toml:14:35: exports/6302/elasticity/times: 2: goes only with parameter"),
    Mistake(
      "elasticity = 1.2", "elasticity = { value = 1, lower = 0 }",
      "scenario.toml:14:35: exports/6302/elasticity/lower: 0: goes only with an interval or a family such as normal"),
    Mistake(
      "elasticity = 1.2", "elasticity = { value = \"2.4 to 1.0\" }",
      "scenario.toml:14:24: exports/6302/elasticity/value: \"2.4 to 1.0\": high must be above low (2.4); write \"1.0 to 2.4\""),
    Mistake(
      "elasticity = 1.2", "elasticity = { value = \"demand\" }",
      "scenario.toml:14:24: exports/6302/elasticity/value: \"demand\": must be a plain number here"),
    Mistake(
      "rate = 0.19", "rate = { value = \"10 to 29\" }",
      "scenario.toml:24:18: measures/reciprocal/rate/value: \"10 to 29\": is above 1 and not written as a "
        + "percentage; write both ends as percentages: \"10% to 29%\""),
    Mistake(
      "elasticity = 1.2", "elasticity = { parameter = \"demnd\" }",
      "scenario.toml:14:28: exports/6302/elasticity/parameter: \"demnd\": is not a parameter of this "
        + "file; did you mean demand?"),
    Mistake(
      "elasticity = 1.2", "elasticity = { value = 1, judgement = \"yes\" }",
      "scenario.toml:14:39: exports/6302/elasticity/judgement: \"yes\": is not true or false"),
    Mistake(
      "rate = 0.19", "rate = 19",
      "scenario.toml:24:8: measures/reciprocal/rate: 19: is above 1 and not written as a percentage; "
        + "write it as text: \"19%\" or \"1900%\""),
    Mistake(
      "rate = 0.19", "rate = 1.45",
      "scenario.toml:24:8: measures/reciprocal/rate: 1.45: is above 1 and not written as a percentage; "
        + "write it as text: \"1.45%\" or \"145%\""),
    Mistake(
      "rate = 0.19", "rate = \"10 to 29\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"10 to 29\": is above 1 and not written as a "
        + "percentage; write both ends as percentages: \"10% to 29%\""),
    Mistake(
      "rate = 0.19", "rate = { uniform = { lower = 0.1, upper = 29 } }",
      "scenario.toml:24:43: measures/reciprocal/rate/uniform/upper: 29: is above 1 and not written as a "
        + "percentage; write it as text: \"29%\" or \"2900%\""),
    Mistake(
      "rate = 0.19", "rate = \"demand\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"demand\": is above 1 and not written as a percentage; "
        + "write parameters/demand as text: \"80% to 160%\" or \"0.8% to 1.6%\""),
    Mistake(
      "rate = 0.19\n", "rate = \"r\"\n[parameters.r]\nvalue = 29\n",
      "scenario.toml:24:8: measures/reciprocal/rate: \"r\": is above 1 and not written as a percentage; "
        + "write parameters/r as text: \"29%\" or \"2900%\""),
    Mistake(
      "rate = 0.19\n",
      "rate = { parameter = \"r\", times = -2 }\n[parameters.r]\nvalue = { uniform = { lower = -29, upper = 0 } }\n",
      "scenario.toml:24:22: measures/reciprocal/rate/parameter: \"r\": is above 1 and not written as a percentage; "
        + "write parameters/r as { uniform = { lower = \"-29%\", upper = \"0%\" } }"),
    Mistake(
      "rate = 0.19\n", "rate = { parameter = \"r\", times = 29 }\n[parameters.r]\nvalue = \"10%\"\n",
      "scenario.toml:24:35: measures/reciprocal/rate/times: 29: is above 1 and not written as a percentage; "
        + "write it as text: \"29%\" or \"2900%\""),
    Mistake(
      "additionality = 0.1\n", "additionality = \"r\"\n[parameters.r]\nvalue = { value = 40 }\n",
      "scenario.toml:31:17: commitments/cotton/additionality: \"r\": is above 1 and not written as a percentage; "
        + "write parameters/r as text: \"40%\""),
    Mistake(
      "additionality = 0.1", "additionality = 40",
      "scenario.toml:31:17: commitments/cotton/additionality: 40: is above 1 and not written as a "
        + "percentage; write it as text: \"40%\""),
    Mistake(
      "value = \"0.8 to 1.6\"", "value = \"demand\"",
      "scenario.toml:7:9: parameters/demand: \"demand\": cannot be another parameter"),
    Mistake(
      "value = \"0.8 to 1.6\"", "value = \"0.8 to 1.6\"\n[parameters.nan]\nvalue = 1",
      "scenario.toml:8:13: parameters/nan: is not a name: it has letters, digits, - and _, starts with a "
        + "letter and is not inf or nan"),
    Mistake(
      "value = \"0.8 to 1.6\"", "value = \"0.8 to 1.6\"\n[parameters.\"2x\"]\nvalue = 1",
      "scenario.toml:8:13: parameters/2x: is not a name: it has letters, digits, - and _, starts with a "
        + "letter and is not inf or nan"),
    Mistake(
      "value = \"0.8 to 1.6\"", "",
      "scenario.toml:6:1: parameters/demand: lacks the key value"),
  ]
}
