extension AdviceCase {
  /// The small scenario with a table of lines.
  static let tableFiles = [
    "scenario.toml": SmallScenario.text.replacing(
      "[[exports.lines]]", with: "[exports]\ntables = [{ file = \"t.csv\" }]\n\n[[exports.lines]]"),
    "t.csv": "id,hs,name,value,duty,elasticity\na,6301,Bed,1,0,1.5\nb,6303,Rug,1,0,2\n",
  ]

  /// Mistakes in a table of comma-separated values, with the ways out that the message offers.
  static let tables: [AdviceCase] = [
    AdviceCase(
      "foreignSeparator",
      [
        Edit(
          "id,hs,name,value,duty,elasticity\na,6301,Bed,1,0,1.5\nb,6303,Rug,1,0,2\n",
          "id;hs;name;value;duty;elasticity\na;6301;Bed;1;0;1,5\n", in: "t.csv")
      ],
      ways: [
        [
          Edit(
            "id;hs;name;value;duty;elasticity\na;6301;Bed;1;0;1,5\n", "id,hs,name,value,duty,elasticity\na,6301,Bed,1,0,1.5\n",
            in: "t.csv")
        ]
      ]),
    AdviceCase(
      "foreignSeparator",
      [Edit("id,hs,name,value,duty,elasticity", "id\ths\tname\tvalue\tduty\telasticity", in: "t.csv")],
      ways: [[Edit("id\ths\tname\tvalue\tduty\telasticity", "id,hs,name,value,duty,elasticity", in: "t.csv")]]),
    AdviceCase("strayQuote", [Edit("Bed", "Be\"d", in: "t.csv")], ways: [[Edit("Be\"d", "\"Be\"\"d\"", in: "t.csv")]]),
    AdviceCase("strayQuote", [Edit("Bed", "\"Be\"d", in: "t.csv")], ways: [[Edit("\"Be\"d", "\"\"\"Be\"\"d\"", in: "t.csv")]]),
    AdviceCase(
      "unknownColumn", [Edit("duty,elasticity", "duty,elasticty", in: "t.csv")],
      ways: [[Edit("elasticty", "elasticity", in: "t.csv")]]),
    AdviceCase("badCode", [Edit("6301", "63.01", in: "t.csv")], ways: [[Edit("63.01", "6301", in: "t.csv")]]),
    AdviceCase(
      "rateAboveOne", [Edit("Bed,1,0", "Bed,1,29", in: "t.csv")],
      ways: [[Edit("Bed,1,29", "Bed,1,29%", in: "t.csv")], [Edit("Bed,1,29", "Bed,1,2900%", in: "t.csv")]]),
    AdviceCase("notANumber", [Edit("1.5", "\"1,5\"", in: "t.csv")], ways: [[Edit("\"1,5\"", "1.5", in: "t.csv")]]),
    AdviceCase(
      "notANumber", [Edit("1.5", "1-2", in: "t.csv")],
      ways: [[Edit("1-2", "\"1 to 2\"", in: "t.csv")], [Edit("1-2", "1 to 2", in: "t.csv")]]),
    AdviceCase(
      "range", [Edit("1.5", "0 to 2", in: "t.csv")],
      ways: [
        [
          Edit("0 to 2", "low", in: "t.csv"),
          Edit("[parameters.demand]", "[parameters.low]\nvalue = { value = \"0 to 2\", lower = 0 }\n\n[parameters.demand]"),
        ]
      ]),
    AdviceCase("unknownParameter", [Edit("1.5", "demnd", in: "t.csv")], ways: [[Edit("demnd", "demand", in: "t.csv")]]),
    AdviceCase(
      "looksLike", [Edit("b,6303,Rug", "A,6303,Rug", in: "t.csv")], ways: [[Edit("A,6303,Rug", "c,6303,Rug", in: "t.csv")]]),
  ]
}
