extension Mistake {
  /// Lines of trade and what they take from defaults.
  static let lines = [
    Mistake(
      "id = \"6302\"\n", "",
      "scenario.toml:9:1: exports/lines/1: lacks the key id"),
    Mistake(
      "id = \"6302\"", "id = 6302",
      "scenario.toml:10:6: exports/lines/1/id: 6302: is not text; write it in quotes: \"6302\""),
    Mistake(
      "hs = \"6302\"", "hs = 713",
      "scenario.toml:11:6: exports/6302/hs: 713: is not text; write \"0713\" in quotes"),
    Mistake(
      "hs = \"6302\"", "hs = 0713",
      "scenario.toml:11:10: is not TOML: Error while parsing decimal integer: leading zeroes are "
        + "prohibited; write \"0713\" in quotes"),
    Mistake(
      "duty = 0.1\n", "duty = 7.8%\n",
      "scenario.toml:13:11: is not TOML: Error while parsing floating-point: expected decimal digit, saw '%'; "
        + "write \"7.8%\" in quotes"),
    Mistake(
      "hs = \"6302\"", "hs = \"63.02\"",
      "scenario.toml:11:6: exports/6302/hs: \"63.02\": is not a Harmonized System code of 2, 4, 6, 8 or 10 digits; "
        + "write \"6302\""),
    Mistake(
      "hs = \"6302\"", "hs = \"63O2\"",
      "scenario.toml:11:6: exports/6302/hs: \"63O2\": is not a Harmonized System code of 2, 4, 6, 8 or 10 digits"),
    Mistake(
      "hs = \"6302\"", "hs = \"63021012345\"",
      "scenario.toml:11:6: exports/6302/hs: \"63021012345\": is not a Harmonized System code of 2, 4, 6, 8 "
        + "or 10 digits"),
    // A number cell drops the zero in front: 302 is fish (0302), not a heading of chapter 30.
    Mistake(
      "hs = \"6302\"", "hs = \"302\"",
      "scenario.toml:11:6: exports/6302/hs: \"302\": is not a Harmonized System code of 2, 4, 6, 8 or 10 digits; "
        + "write \"0302\""),
    Mistake(
      "hs = \"6302\"", "hs = \"30289\"",
      "scenario.toml:11:6: exports/6302/hs: \"30289\": is not a Harmonized System code of 2, 4, 6, 8 or 10 digits; "
        + "write \"030289\""),
    // No chapter begins with two zeros.
    Mistake(
      "hs = \"6302\"", "hs = \"030\"",
      "scenario.toml:11:6: exports/6302/hs: \"030\": is not a Harmonized System code of 2, 4, 6, 8 or 10 digits"),
    Mistake(
      "hs = \"6302\"", "hs = \"6302.0\"",
      "scenario.toml:11:6: exports/6302/hs: \"6302.0\": is not a Harmonized System code of 2, 4, 6, 8 or 10 digits; "
        + "write \"6302\""),
    Mistake(
      "value = 100\n", "",
      "scenario.toml:9:1: exports/6302: lacks the key value"),
    Mistake(
      "duty = 0.1\n", "",
      "scenario.toml:9:1: exports/6302: lacks the key duty"),
    Mistake(
      "elasticity = 1.2\n", "",
      "scenario.toml:9:1: exports/6302: lacks the key elasticity"),
    Mistake(
      "elasticity = 1.2", "supplyElasticity = 2",
      "scenario.toml:9:1: exports/6302: lacks the key elasticity"),
    Mistake(
      "elasticity = 1.2", "passThrough = 0.5\nsupplyElasticity = inf",
      "scenario.toml:15:20: exports/6302/supplyElasticity: inf: needs elasticity beside it"),
    Mistake(
      "duty = 0.1", "duty = 0.1\ndutyPaid = 5",
      "scenario.toml:13:8: exports/6302/duty: 0.1: cannot stand beside dutyPaid"),
    Mistake(
      "value = 100\nduty = 0.1", "value = \"90 to 110\"\ndutyPaid = 5",
      "scenario.toml:12:9: exports/6302/value: \"90 to 110\": must be a plain number here; state duty in "
        + "place of dutyPaid"),
    Mistake(
      "value = 100\nduty = 0.1", "value = 0\ndutyPaid = 5",
      "scenario.toml:13:12: exports/6302/dutyPaid: 5: needs a value above 0 beside it"),
    Mistake(
      "duty = 0.1", "dutyPaid = -5",
      "scenario.toml:13:12: exports/6302/dutyPaid: -5: must be 0 or above"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\npassThrough = 0.5\nsupplyElasticity = 1",
      "scenario.toml:16:20: exports/6302/supplyElasticity: 1: cannot stand beside elasticity and "
        + "passThrough; any two give the third"),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\nelasticityKind = \"value\"\npassThrough = 0.5",
      "scenario.toml:16:15: exports/6302/passThrough: 0.5: cannot stand beside elasticityKind = \"value\""),
    Mistake(
      "[[exports.lines]]", "[exports.defaults]\nelasticityKind = \"value\"\npassThrough = 0.5\n\n[[exports.lines]]",
      "scenario.toml:11:15: exports/defaults/passThrough: 0.5: cannot stand beside elasticityKind = \"value\""),
    Mistake(
      "[[exports.lines]]",
      "[exports.defaults]\nelasticityKind = \"theta\"\n[exports.prefixes.\"63\"]\nsupplyElasticity = 2\n\n[[exports.lines]]",
      "scenario.toml:12:20: exports/prefixes/63/supplyElasticity: 2: cannot stand beside elasticityKind = \"theta\""),
    Mistake(
      "[[imports.lines]]", "[imports.defaults]\nelasticityKind = \"value\"\npassThrough = 0.5\n\n[[imports.lines]]",
      "scenario.toml:18:15: imports/defaults/passThrough: 0.5: cannot stand beside elasticityKind = \"value\""),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\nelasticityKind = \"theta\"\nsupplyElasticity = 0.5",
      "scenario.toml:16:20: exports/6302/supplyElasticity: 0.5: cannot stand beside elasticityKind = "
        + "\"theta\""),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\nelasticityKind = \"theta\"\nresponse = \"linear\"",
      "scenario.toml:15:18: exports/6302/elasticityKind: \"theta\": goes only with response = "
        + "\"constantElasticity\""),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\nsupplyElasticity = 1\nresponse = \"retail\"",
      "scenario.toml:15:20: exports/6302/supplyElasticity: 1: cannot stand beside response = \"retail\""),
    Mistake(
      "elasticity = 1.2", "elasticity = 1.2\nresponse = \"level\"",
      "scenario.toml:15:12: exports/6302/response: \"level\": is not one of constantElasticity, levels, "
        + "retail, linear, market; did you mean levels?"),
    Mistake(
      "tariff = 0.02\n", "",
      "scenario.toml:16:1: imports/5201: lacks the key tariff"),
    Mistake(
      "elasticity = 1.5", "elasticity = 1.5\npassThrough = 1\nsupplyElasticity = 1",
      "scenario.toml:22:20: imports/5201/supplyElasticity: 1: cannot stand beside passThrough"),
    Mistake(
      "elasticity = 1.5", "elasticity = 1.5\nelasticityKind = \"value\"\nsupplyElasticity = 1",
      "scenario.toml:22:20: imports/5201/supplyElasticity: 1: cannot stand beside elasticityKind = \"value\""),
    Mistake(
      "elasticity = 1.5", "elasticity = 1.5\nsupplyElasticity = 1\nresponse = \"levels\"",
      "scenario.toml:21:20: imports/5201/supplyElasticity: 1: cannot stand beside response = \"levels\""),
    Mistake(
      "elasticity = 1.5", "elasticity = 1.5\nsubstitution = 1",
      "scenario.toml:21:16: imports/5201/substitution: 1: needs importDemandElasticity and partnerShare "
        + "beside it"),
    Mistake(
      "elasticity = 1.5", "elasticity = 1.5\nadditionality = 1\nimportDemandElasticity = 1",
      "scenario.toml:22:26: imports/5201/importDemandElasticity: 1: cannot stand beside additionality"),
    Mistake(
      "[[exports.lines]]", "[exports.groups.Apparel]\nduty = 0\n\n[[exports.lines]]",
      "scenario.toml:9:1: exports/groups/Apparel: is a group that no line has"),
    Mistake(
      "[[exports.lines]]", "[exports.prefixes.\"62\"]\nduty = 0\n\n[[exports.lines]]",
      "scenario.toml:9:1: exports/prefixes/62: is a prefix that no line's code has"),
    Mistake(
      "[[exports.lines]]", "[exports.prefixes.\"6x\"]\nduty = 0\n\n[[exports.lines]]",
      "scenario.toml:9:19: exports/prefixes/6x: is not a Harmonized System code of 2, 4, 6, 8 or 10 digits"),
    Mistake(
      "[[exports.lines]]", "[exports.defaults]\nvalue = 0\n\n[[exports.lines]]",
      "scenario.toml:10:1: exports/defaults/value: is not a key here"),
    Mistake(
      "[[exports.lines]]", "[exports.defaults]\nredirection = \"a lot\"\n\n[[exports.lines]]",
      "scenario.toml:10:15: exports/defaults/redirection: \"a lot\": is not a number"),
    Mistake(
      "[[imports.lines]]", "[[exports.lines]]\nid = \"6302\"\nvalue = 1\nduty = 0\nelasticity = 1\n\n[[imports.lines]]",
      "scenario.toml:17:6: exports/6302/id: \"6302\": is already used at scenario.toml:10:6"),
    Mistake(
      "[[exports.lines]]", "[exports]\ntables = [{ file = \"none.csv\" }]\n[[exports.lines]]",
      "scenario.toml:10:20: exports/tables/1/file: \"none.csv\": cannot be read: No such file or directory"),
    Mistake(
      "[[exports.lines]]", "[exports]\ntables = [{ file = \".\" }]\n[[exports.lines]]",
      "scenario.toml:10:20: exports/tables/1/file: \".\": cannot be read: it is a folder"),
    Mistake(
      "[[exports.lines]]", "[exports]\ntables = [{ fil = \"a.csv\" }]\n[[exports.lines]]",
      "scenario.toml:10:13: exports/tables/1/fil: is not a key here; did you mean file?"),
  ]
}
