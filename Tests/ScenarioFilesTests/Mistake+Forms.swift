extension Mistake {
  /// What people write for intervals, ranges and seeds, and what they are told to write instead.
  static let forms = [
    Mistake(
      "elasticity = 1.2", "elasticity = \"0 to 2\"",
      "scenario.toml:14:14: exports/6302/elasticity: normal(0 to 2, probability 0.9): every value must lie in [0, ∞); write { value = \"0 to 2\", lower = 0 }"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = \"-0.1 to 0.3\"",
      "scenario.toml:14:14: exports/6302/elasticity: normal(-0.1 to 0.3, probability 0.9): every value must lie in [0, ∞); write { value = \"-0.1 to 0.3\", lower = 0 }"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = { value = \"-0.1 to 0.3\", source = \"x\" }",
      "scenario.toml:14:14: exports/6302/elasticity: normal(-0.1 to 0.3, probability 0.9): every value must lie in [0, ∞); write { value = \"-0.1 to 0.3\", lower = 0 }"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = \"-3 to -2\"",
      "scenario.toml:14:14: exports/6302/elasticity: normal(-3 to -2, probability 0.9): every value must lie in [0, ∞); write an interval in [0, ∞)"
    ),
    Mistake(
      "rate = 0.19", "rate = \"-5% to 10%\"",
      "scenario.toml:24:8: measures/reciprocal/rate: normal(-0.05 to 0.1, probability 0.9): every value must lie in [0, ∞); write { value = \"-5% to 10%\", lower = 0 }"
    ),
    Mistake(
      "additionality = 0.1", "additionality = \"0% to 50%\"",
      "scenario.toml:31:17: commitments/cotton/additionality: normal(0 to 0.5, probability 0.9): every value must lie in [0, 1]; write { value = \"0% to 50%\", lower = 0, upper = 1 }"
    ),
    Mistake(
      "additionality = 0.1", "additionality = \"50% to 120%\"",
      "scenario.toml:31:17: commitments/cotton/additionality: lognormal(0.5 to 1.2, probability 0.9): every value must lie in [0, 1]; write { value = \"50% to 120%\", upper = 1 }"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = \"low\"\n\n[parameters.low]\nvalue = \"0 to 2\"",
      "scenario.toml:14:14: exports/6302/elasticity: low = normal(0 to 2, probability 0.9): every value must lie in [0, ∞); write parameters/low as { value = \"0 to 2\", lower = 0 }"
    ),
    Mistake(
      "additionality = 0.1", "additionality = { parameter = \"low\", times = 0.5 }\n\n[parameters.low]\nvalue = \"0% to 50%\"",
      "scenario.toml:31:17: commitments/cotton/additionality: 0.5 × low = 0.5 × normal(0 to 0.5, probability 0.9): every value must lie in [0, 1]; write parameters/low as { value = \"0% to 50%\", lower = 0, upper = 2 }"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = { lognormal = { low = 0, high = 2 } }",
      "scenario.toml:14:36: exports/6302/elasticity/lognormal/low: 0: low must be above 0; write normal = { low = 0, high = 2 }, and lower = 0 beside it where no value is negative"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = { lognormal = { low = \"-5%\", high = 2, probability = 0.8 }, lower = 0 }",
      "scenario.toml:14:36: exports/6302/elasticity/lognormal/low: \"-5%\": low must be above 0; write normal = { low = \"-5%\", high = 2, probability = 0.8 }, and lower = 0 beside it where no value is negative"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = { interval = [0.1, 0.3] }",
      "scenario.toml:14:16: exports/6302/elasticity/interval: is not a key here; write value = \"0.1 to 0.3\""),
    Mistake(
      "elasticity = 1.2", "elasticity = \"10-29%\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"10-29%\": is not a number; write \"10% to 29%\", a 90 % interval, or { uniform = { lower = \"10%\", upper = \"29%\" } }"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = \"0.5 – 1.5\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"0.5 – 1.5\": is not a number; write \"0.5 to 1.5\", a 90 % interval, or { uniform = { lower = 0.5, upper = 1.5 } }"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = \"2..1\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"2..1\": is not a number; write \"1 to 2\", a 90 % interval, or { uniform = { lower = 1, upper = 2 } }"
    ),
    Mistake(
      "rate = 0.19", "rate = \"10–29\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"10–29\": is not a number; write \"10% to 29%\", a 90 % interval, or { uniform = { lower = \"10%\", upper = \"29%\" } }"
    ),
    Mistake(
      "rate = 0.19", "rate = \"10 % - 29 %\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"10 % - 29 %\": is not a number; write \"10% to 29%\", a 90 % interval, or { uniform = { lower = \"10%\", upper = \"29%\" } }"
    ),
    Mistake(
      "rate = 0.19", "rate = \"10% or 29%\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"10% or 29%\": is not a number; write { discrete = { values = [\"10%\", \"29%\"], probabilities = [0.5, 0.5] } }"
    ),
    Mistake(
      "rate = 0.19", "rate = \"10 to 29%\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"10 to 29%\": is not a number; write \"10% to 29%\""),
    Mistake(
      "elasticity = 1.2", "elasticity = \"1,5 to 2,5\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"1,5 to 2,5\": is not a number; write \"1.5 to 2.5\""),
    Mistake(
      "elasticity = 1.2", "elasticity = \"2 to 2\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"2 to 2\": high must be above low (2); write 2"),
    Mistake(
      "rate = 0.19", "rate = \"“10%”\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"“10%”\": is not a number; write \"10%\""),
    Mistake(
      "rate = 0.19", "rate = \"12,5%\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"12,5%\": is not a number; write \"12.5%\""),
    Mistake(
      "[parameters.demand]", "[run]\nseed = 9223372036854775808\n[parameters.demand]",
      "scenario.toml:7:27: is not TOML: Error while parsing decimal integer: '9223372036854775808' is not representable in 64 bits; write \"9223372036854775808\" in quotes"
    ),
    Mistake(
      "[parameters.demand]", "[run]\nseed = 1e3\n[parameters.demand]",
      "scenario.toml:7:8: run/seed: 1000.0: is not a whole number from 0 to 18446744073709551615; write 1000"),
    Mistake(
      "[parameters.demand]", "[run]\nseed = 1e19\n[parameters.demand]",
      "scenario.toml:7:8: run/seed: 1e+19: is not a whole number from 0 to 18446744073709551615; write \"10000000000000000000\""),
    Mistake(
      "[parameters.demand]", "[run]\nseed = \"1_000\"\n[parameters.demand]",
      "scenario.toml:7:8: run/seed: \"1_000\": is not a whole number from 0 to 18446744073709551615; write 1000"),
    Mistake(
      "[parameters.demand]", "[run]\ndraws = \"1e6\"\n[parameters.demand]",
      "scenario.toml:7:9: run/draws: \"1e6\": is not a whole number; write 1000000"),
    Mistake(
      "[parameters.demand]", "[run]\npercentiles = [\"5%\"]\n[parameters.demand]",
      "scenario.toml:7:16: run/percentiles: \"5%\": must be a plain number here; write 5"),
    Mistake(
      "[parameters.demand]", "[run]\nshortfallPercent = \"5%\"\n[parameters.demand]",
      "scenario.toml:7:20: run/shortfallPercent: \"5%\": must be a plain number here; write 5"),
    Mistake(
      "title = \"Small\"", "title = “Small”",
      "scenario.toml:2:9: is not TOML: Error while parsing value: could not determine value type; write plain quotation marks: title = \"Small\""
    ),
    Mistake(
      "name = \"now\"", "name = \"now”",
      "scenario.toml:34:13: is not TOML: Error while parsing string: unescaped control characters other than TAB (U+0009) are explicitly prohibited; write plain quotation marks: name = \"now\""
    ),
    Mistake(
      "value = 50", "value = 50000000000000000000",
      "scenario.toml:18:29: is not TOML: Error while parsing decimal integer: '50000000000000000000' is not representable in 64 bits; write 50000000000000000000.0"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = { uniform = { lower = 0.5, upper = 1.5 }, lower = \"0.6\" }",
      "scenario.toml:14:64: exports/6302/elasticity/lower: \"0.6\": is not a number; write 0.6"),
    Mistake(
      "elasticity = 1.2", "elasticity = { normal = { low = 0.5, high = 1.5, probability = 90 }, lower = 0 }",
      "scenario.toml:14:64: exports/6302/elasticity/normal/probability: 90: probability must be above 0 and below 1; write 0.9"),
    Mistake(
      "elasticity = 1.2", "elasticity = { value = \"0 to 2\", upper = 3 }",
      "scenario.toml:14:14: exports/6302/elasticity: truncated(normal(0 to 2, probability 0.9), upper 3): every value must lie in [0, ∞); write { value = \"0 to 2\", lower = 0, upper = 3 }"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = { value = \"0 to 2\", lower = -1 }",
      "scenario.toml:14:14: exports/6302/elasticity: truncated(normal(0 to 2, probability 0.9), lower -1): every value must lie in [0, ∞); write { value = \"0 to 2\", lower = 0 }"
    ),
    Mistake(
      "rate = 0.19", "rate = \"10% - 0.29\"",
      "scenario.toml:24:8: measures/reciprocal/rate: \"10% - 0.29\": is not a number; write \"10% to 29%\", a 90 % interval, or { uniform = { lower = \"10%\", upper = \"29%\" } }"
    ),
    Mistake(
      "elasticity = 1.2", "elasticity = \"1,000-2,000\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"1,000-2,000\": is not a number"),
    Mistake(
      "elasticity = 1.2", "elasticity = \"10, 29\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"10, 29\": is not a number"),
    Mistake(
      "elasticity = 1.2", "elasticity = \"2 or 2\"",
      "scenario.toml:14:14: exports/6302/elasticity: \"2 or 2\": is not a number; write 2"),
    Mistake(
      "elasticity = 1.2", "elasticity = [1, 1.5, 2]",
      "scenario.toml:14:14: exports/6302/elasticity: is not a number; write { empirical = { values = [1, 1.5, 2] } }"),
    Mistake(
      "elasticity = 1.2", "elasticity = { mixture = { weights = [1, 1], components = [1, 2] } }",
      "scenario.toml:14:26: exports/6302/elasticity/mixture: weights sum to 2, not 1; write weights = [0.5, 0.5]"),
    Mistake(
      "elasticity = 1.2", "elasticity = 0.8 to 1.6",
      "scenario.toml:14:18: is not TOML: Error while parsing key-value pair: expected a comment or whitespace, saw 't'; write \"0.8 to 1.6\" in quotes"
    ),
    Mistake(
      "rate = 0.19", "rate = 0.19\nstart = 2025-8-7",
      "scenario.toml:25:15: is not TOML: Error while parsing date: expected 2-digit month, saw '-'; write 2025-08-07"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1,2",
      "scenario.toml:14:15: is not TOML: Error while parsing key-value pair: expected a comment or whitespace, saw ','; write 1.2"
    ),
  ]
}
