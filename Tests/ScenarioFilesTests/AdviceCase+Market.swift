extension AdviceCase {
  /// Mistakes in the market scenario that break a rule of the model, with the ways out that the message offers.
  static let market: [AdviceCase] = [
    AdviceCase(
      "belongsToAMarket", [Edit("United States,6302,50,0", "India,63,50,0", in: "suppliers.csv")],
      ways: [
        [Edit("India,63,", "Brazil,6303,", in: "suppliers.csv"), Edit("China,63", "Brazil,63,0\nChina,63", in: "rates.csv")]
      ]),
    AdviceCase(
      "belongsToAMarket",
      [
        Edit("digits = 4", "list = [{ hs = \"6302\" }]"), Edit("United States,6302,50,0", "India,61,50,0", in: "suppliers.csv"),
        Edit("India,63", "India,61,0\nIndia,63", in: "rates.csv"),
      ],
      ways: [
        [Edit("list = [{ hs = \"6302\" }]", "digits = 2")], [Edit("{ hs = \"6302\" }", "{ hs = \"6302\" }, { hs = \"61\" }")],
      ]),
    AdviceCase(
      "belongsToAMarket", [Edit("hs = \"6302\"\n", "")], ways: [[Edit("id = \"6302\"", "id = \"6302\"\nhs = \"6302\"")]]),
    AdviceCase(
      "homeSellsByLines", [Edit("United States,6302,50,0", "Pakistan,6302,50,0", in: "suppliers.csv")],
      ways: [
        [
          Edit("home = \"Pakistan\"", "home = \"Bangladesh\""),
          Edit("Pakistan,63", "Bangladesh,63,0.2\nPakistan,63", in: "rates.csv"),
        ],
        [
          Edit("Pakistan,6302,50,0\n", "", in: "suppliers.csv"),
          Edit("[[exports.lines]]", "[[exports.lines]]\nid = \"more\"\nhs = \"6302\"\nvalue = 50\nduty = 0\n\n[[exports.lines]]"),
        ],
      ]),
    AdviceCase(
      "originNameIsFree",
      [
        Edit("United States,6302,50,0", "total,6302,50,0", in: "suppliers.csv"),
        Edit("China,63", "total,63,0\nChina,63", in: "rates.csv"),
      ], ways: [[Edit("total,", "Others,", in: "suppliers.csv"), Edit("total,", "Others,", in: "rates.csv")]]),
    AdviceCase(
      "belongsToANest",
      [
        Edit("substitution = 4", "substitution = 4\nnestSubstitution = 2"),
        Edit("response = \"armington\"", "response = \"nested\""),
        Edit(
          "[[measures]]",
          "[markets.nests]\nfar = [\"India\", \"China\", \"United States\"]\nnear = [\"Bangladesh\"]\n\n[[measures]]"),
        Edit("China,6302", "Bangladesh,6302,5,0\nChina,6302", in: "suppliers.csv"),
        Edit("China,63", "Bangladesh,63,0\nChina,63", in: "rates.csv"),
      ], ways: [[Edit("near = [", "near = [\"Pakistan\", ")]]),
    AdviceCase(
      "oneMovingTariff",
      [
        Edit(
          "response = \"armington\"\nsubstitution = 4\ndemandElasticity = 1",
          "response = \"smart\"\nsmartForm = \"lairdYeats\"\nsubstitution = 4\ndemandElasticity = 1")
      ], ways: [[Edit("\"lairdYeats\"", "\"linear\"")]]),
    AdviceCase(
      "rateForAllGoods", [Edit("China,63,0.3\n", "", in: "rates.csv")],
      ways: [
        [Edit("India,63,25%", "India,63,25%\nChina,63,0", in: "rates.csv")],
        [Edit("name = \"added\"", "name = \"added\"\ncountries = [\"Pakistan\", \"India\"]")],
      ]),
    AdviceCase(
      "rateNotFinerThanGoods", [Edit("China,63,0.3", "China,63,0.3\nChina,630210,0.2", in: "rates.csv")],
      ways: [[Edit("China,630210", "China,6302", in: "rates.csv")]]),
    AdviceCase(
      "quotaLineReactsToOwnPrice",
      [
        Edit(
          "[[scenarios]]",
          "[[quotas]]\nname = \"q\"\nquantity = 50\ninQuotaRate = 0\noutOfQuotaRate = 0.2\nholder = \"importer\"\n\n[[scenarios]]"
        ), Edit("measures = [\"added\"]", "measures = [\"added\"]\nquotas = [\"q\"]"),
        Edit(
          "[[exports.lines]]",
          "[[exports.lines]]\nid = \"61\"\nhs = \"61\"\nvalue = 10\nduty = 0.1\nresponse = \"linear\"\nelasticity = 1\n\n[[exports.lines]]"
        ), Edit("China,63", "Pakistan,61,0\nChina,63", in: "rates.csv"),
      ], ways: [[Edit("name = \"q\"", "name = \"q\"\ncovers = [\"61\"]")]]),
  ]
}
