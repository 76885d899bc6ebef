extension AdviceCase {
  /// Mistakes in the small scenario that break a rule of the model, with the ways out that the message offers.
  static let small: [AdviceCase] = [
    AdviceCase(
      "prefixMatchesALine", [Edit("rate = 0.19", "rate = 0.19\ncovers = [\"6304\"]")], ways: [[Edit("[\"6304\"]", "[\"6302\"]")]]),
    AdviceCase(
      "prefixWithoutLines", [Edit("[[exports.lines]]", "[exports.prefixes.6304]\nelasticity = 2\n\n[[exports.lines]]")],
      ways: [[Edit("prefixes.6304", "prefixes.6302")]]),
    AdviceCase(
      "range", [Edit("elasticity = 1.2", "elasticity = { normal = { mean = 1, sd = 1 } }")],
      ways: [[Edit("normal = { mean = 1", "lognormal = { mean = 1")], [Edit("sd = 1 } }", "sd = 1 }, lower = 0 }")]]),
    AdviceCase(
      "range", [Edit("additionality = 0.1", "additionality = { normal = { mean = 0.5, sd = 0.2 } }")],
      ways: [
        [Edit("{ normal = { mean = 0.5, sd = 0.2 } }", "{ beta = { alpha = 2, beta = 2 } }")],
        [Edit("sd = 0.2 } }", "sd = 0.2 }, lower = 0, upper = 1 }")],
      ]),
    AdviceCase(
      "range",
      [
        Edit("elasticity = 1.2", "elasticity = 1.2\ngrowth = { normal = { mean = 0.1, sd = 1 } }"),
        Edit("title = \"Small\"", "title = \"Small\"\nbaseYear = 2024"),
        Edit(
          "[[scenarios]]",
          "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        ),
      ], ways: [[Edit("sd = 1 } }", "sd = 1 }, lower = -0.5 }")]]),
    AdviceCase(
      "somethingFixesThePrice", [Edit("elasticity = 1.2", "elasticity = 0\nsupplyElasticity = 0")],
      ways: [[Edit("elasticity = 0\n", "elasticity = 0.5\n")], [Edit("supplyElasticity = 0", "supplyElasticity = 2")]]),
    AdviceCase(
      "knownName", [Edit("measures = [\"reciprocal\"]", "measures = [\"reciprocl\"]")],
      ways: [[Edit("\"reciprocl\"", "\"reciprocal\"")]]),
    AdviceCase(
      "groupNameIsFree", [Edit("value = 100", "value = 100\ngroup = \"total\"")], ways: [[Edit("\"total\"", "\"textiles\"")]]),
    AdviceCase(
      "periodNameIsFree",
      [
        Edit(
          "[[scenarios]]",
          "[[periods]]\nname = \"all\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        )
      ], ways: [[Edit("\"all\"", "\"a\"")]]),
    AdviceCase(
      "needsPeriods", [Edit("rate = 0.19", "rate = 0.19\nphaseIn = [{ date = 2025-10-01, share = 1 }]")],
      ways: [
        [
          Edit(
            "[[scenarios]]",
            "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
          )
        ]
      ]),
    AdviceCase(
      "growthNeedsBaseYear",
      [
        Edit("elasticity = 1.2", "elasticity = 1.2\ngrowth = 0.03"),
        Edit(
          "[[scenarios]]",
          "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        ),
      ], ways: [[Edit("title = \"Small\"", "title = \"Small\"\nbaseYear = 2024")]]),
    AdviceCase(
      "flowForecastNeedsForecast",
      [
        Edit("title = \"Small\"", "title = \"Small\"\nbaseYear = 2024"),
        Edit("elasticity = 1.2", "elasticity = 1.2\nforecastNoise = 0.1"),
        Edit("[[scenarios]]", "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[scenarios]]"),
      ], ways: [[Edit("[[periods]]", "[forecast]\n\n[[periods]]")]]),
    AdviceCase(
      "growthTwice",
      [
        Edit("title = \"Small\"", "title = \"Small\"\nbaseYear = 2024"),
        Edit("elasticity = 1.2", "elasticity = 1.2\ngrowth = 0.03"),
        Edit(
          "[[scenarios]]",
          "[forecast]\ngrowth = 0.02\n\n[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[scenarios]]"),
      ], ways: [[Edit("growth = 0.03\n", "")], [Edit("growth = 0.02\n", "")]]),
    AdviceCase(
      "lagNeedsAverageResponse",
      [
        Edit("title = \"Small\"", "title = \"Small\"\nperiodResponse = \"averageRate\"\norderLag = 60"),
        Edit("[[scenarios]]", "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[scenarios]]"),
      ], ways: [[Edit("\"averageRate\"", "\"averageResponse\"")]]),
    AdviceCase(
      "quotaWithoutLag",
      [
        Edit("title = \"Small\"", "title = \"Small\"\norderLag = 60\nadjustmentHalfLife = 20"),
        Edit("elasticity = 1.2", "elasticity = 1.2\nlongRunElasticity = 2\nadjustmentSpeed = 0.5"),
        Edit(
          "[[scenarios]]",
          "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[quotas]]\nname = \"q\"\nquantity = 50\ncovers = [\"6302\"]\ninQuotaRate = 0\noutOfQuotaRate = 0.2\nholder = \"importer\"\n\n[[scenarios]]"
        ), Edit("commitments = [\"cotton\"]", "commitments = [\"cotton\"]\nquotas = [\"q\"]"),
      ],
      ways: [[Edit("elasticity = 1.2", "elasticity = 1.2\norderLag = 0\nadjustmentHalfLife = 0")]]),
    AdviceCase(
      "stepsAscend",
      [
        Edit("rate = 0.19", "rate = 0.19\nphaseIn = [{ date = 2025-10-01, share = 0.5 }, { date = 2025-09-01, share = 1 }]"),
        Edit(
          "[[scenarios]]",
          "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        ),
      ],
      ways: [
        [
          Edit(
            "{ date = 2025-10-01, share = 0.5 }, { date = 2025-09-01, share = 1 }",
            "{ date = 2025-09-01, share = 0.5 }, { date = 2025-10-01, share = 1 }")
        ]
      ]),
    AdviceCase(
      "frontLoadingWithinFlow",
      [
        Edit(
          "rate = 0.19",
          "rate = 0.19\nstart = 2025-07-01\nannounced = 2025-05-01\nfrontLoading = 0.6\n\n[[measures]]\nname = \"other\"\nrate = 0.3\nstart = 2025-07-01\nannounced = 2025-05-01\nfrontLoading = 0.6"
        ), Edit("measures = [\"reciprocal\"]", "measures = [\"reciprocal\", \"other\"]"),
        Edit(
          "[[scenarios]]",
          "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        ),
      ], ways: [[Edit("frontLoading = 0.6\n\n[[m", "frontLoading = 0.3\n\n[[m")]]),
    AdviceCase(
      "periodsAreApart",
      [
        Edit("rate = 0.19", "rate = 0.19\nstart = 2025-07-01\nannounced = 2025-05-01\nfrontLoading = 0.1"),
        Edit(
          "[[scenarios]]",
          "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-07-15\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        ),
      ], ways: [[Edit("2025-07-15", "2025-06-30")], [Edit("announced = 2025-05-01\nfrontLoading = 0.1\n", "")]]),
    AdviceCase(
      "finerPrefixHasShare", [Edit("rate = 0.19", "rate = 0.19\ncovers = [\"630210\"]")],
      ways: [[Edit("[\"630210\"]", "[{ prefix = \"630210\", share = 0.5 }]")]]),
    AdviceCase(
      "coarsePrefixHasNoShare", [Edit("rate = 0.19", "rate = 0.19\ncovers = [{ prefix = \"63\", share = 0.5 }]")],
      ways: [
        [Edit("{ prefix = \"63\", share = 0.5 }", "\"63\"")],
        [Edit("[{ prefix = \"63\", share = 0.5 }]", "[\"63\"]\ncoverage = 0.5")],
      ]),
    AdviceCase(
      "prefixInOneList", [Edit("rate = 0.19", "rate = 0.19\ncovers = [\"63\"]\nexempt = [\"63\"]")],
      ways: [[Edit("\nexempt = [\"63\"]", "")]]),
    AdviceCase(
      "oneDependence",
      [
        Edit("elasticity = 1.2", "elasticity = \"0.8 to 1.4\""),
        Edit(
          "[[scenarios]]",
          "[[dependence]]\nname = \"d\"\nmembers = [\"parameters/demand\", \"exports/6302/elasticity\"]\ncorrelation = 0.5\n\n[[dependence]]\nname = \"e\"\nmembers = [\"parameters/demand\"]\ncorrelation = 0.4\n\n[[scenarios]]"
        ),
      ], ways: [[Edit("members = [\"parameters/demand\"]", "members = []")], [Edit("[\"parameters/demand\", \"ex", "[\"ex")]]),
    AdviceCase(
      "oneReplacement",
      [
        Edit(
          "rate = 0.19",
          "rate = 0.19\nstacking = \"replace\"\n\n[[measures]]\nname = \"other\"\nrate = 0.3\nstacking = \"replace\""),
        Edit("measures = [\"reciprocal\"]", "measures = [\"reciprocal\", \"other\"]"),
        Edit(
          "[[scenarios]]",
          "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        ),
      ],
      ways: [
        [Edit("measures = [\"reciprocal\", \"other\"]", "measures = [\"other\"]")],
        [Edit("rate = 0.19", "rate = 0.19\nend = 2025-06-30"), Edit("rate = 0.3", "rate = 0.3\nstart = 2025-07-01")],
      ]),
    AdviceCase(
      "finerPrefixesAreApart",
      [
        Edit(
          "rate = 0.19",
          "rate = 0.19\ncovers = [{ prefix = \"630212\", share = 0.5 }, { prefix = \"63021210\", share = 0.2 }]")
      ],
      ways: [[Edit("\"630212\",", "\"630211\",")]]),
    AdviceCase(
      "exclusiveGroupIsClear",
      [
        Edit(
          "rate = 0.19",
          "rate = 0.19\nstacking = \"exclusive\"\nexclusiveGroup = \"g\"\nchoose = \"highest\"\n\n[[measures]]\nname = \"other\"\nrate = 0.3\nstacking = \"exclusive\"\nexclusiveGroup = \"g\"\npriority = 1"
        ), Edit("measures = [\"reciprocal\"]", "measures = [\"reciprocal\", \"other\"]"),
      ], ways: [[Edit("\npriority = 1", "\nchoose = \"highest\"")], [Edit("choose = \"highest\"", "priority = 1")]]),
    AdviceCase(
      "oneShareOfAPrefix",
      [
        Edit(
          "rate = 0.19",
          "rate = 0.19\ncovers = [{ prefix = \"630210\", share = 0.5 }]\n\n[[measures]]\nname = \"other\"\nrate = 0.3\nexempt = [{ prefix = \"630210\", share = 0.4 }]"
        ), Edit("measures = [\"reciprocal\"]", "measures = [\"reciprocal\", \"other\"]"),
      ],
      ways: [
        [Edit("share = 0.4", "share = 0.5")],
        [
          Edit("share = 0.5", "share = \"linen\""), Edit("share = 0.4", "share = \"linen\""),
          Edit(
            "[parameters.demand]", "[parameters.linen]\nvalue = { uniform = { lower = 0.4, upper = 0.5 } }\n\n[parameters.demand]"
          ),
        ],
      ]),
    AdviceCase(
      "sharesOfMeasuresWithinLine",
      [
        Edit(
          "rate = 0.19",
          "rate = 0.19\ncovers = [{ prefix = \"630210\", share = 0.5 }]\n\n[[measures]]\nname = \"other\"\nrate = 0.3\ncovers = [{ prefix = \"630221\", share = 0.6 }]"
        ), Edit("measures = [\"reciprocal\"]", "measures = [\"reciprocal\", \"other\"]"),
      ],
      ways: [
        [Edit("share = 0.6", "share = 0.4")],
        [Edit("measures = [\"reciprocal\", \"other\"]", "measures = [\"reciprocal\"]")],
      ]),
    AdviceCase(
      "oneShareOfAPart",
      [
        Edit(
          "rate = 0.19",
          "rate = 0.19\npart = \"p\"\ncoverage = 0.5\n\n[[measures]]\nname = \"other\"\nrate = 0.3\npart = \"p\"\ncoverage = 0.4"
        ), Edit("measures = [\"reciprocal\"]", "measures = [\"reciprocal\", \"other\"]"),
      ],
      ways: [
        [Edit("coverage = 0.4", "coverage = 0.5")], [Edit("part = \"p\"\ncoverage = 0.4", "part = \"q\"\ncoverage = 0.4")],
        [
          Edit("coverage = 0.5", "coverage = \"metal\""), Edit("coverage = 0.4", "coverage = \"metal\""),
          Edit(
            "[parameters.demand]", "[parameters.metal]\nvalue = { uniform = { lower = 0.4, upper = 0.5 } }\n\n[parameters.demand]"
          ),
        ],
      ]),
    AdviceCase(
      "oneBasisPerLine",
      [
        Edit(
          "[[scenarios]]",
          "[[commitments]]\nname = \"more\"\namount = 5\nbasis = \"level\"\nimportLine = \"5201\"\nadditionality = 0.1\n\n[[scenarios]]"
        ), Edit("commitments = [\"cotton\"]", "commitments = [\"cotton\", \"more\"]"),
      ], ways: [[Edit("basis = \"level\"", "basis = \"increment\"")], [Edit("basis = \"increment\"", "basis = \"level\"")]]),
    AdviceCase(
      "datesInOrder",
      [
        Edit("rate = 0.19", "rate = 0.19\nstart = 2025-10-01\nend = 2025-09-01"),
        Edit(
          "[[scenarios]]",
          "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        ),
      ], ways: [[Edit("start = 2025-10-01\nend = 2025-09-01", "start = 2025-09-01\nend = 2025-10-01")]]),
    AdviceCase(
      "quotaRatesAscend",
      [
        Edit(
          "[[scenarios]]",
          "[[quotas]]\nname = \"q\"\nquantity = 50\ninQuotaRate = 0.3\noutOfQuotaRate = 0.2\nholder = \"importer\"\n\n[[scenarios]]"
        ), Edit("commitments = [\"cotton\"]", "commitments = [\"cotton\"]\nquotas = [\"q\"]"),
      ],
      ways: [
        [Edit("inQuotaRate = 0.3", "inQuotaRate = 0.1")],
        [
          Edit("inQuotaRate = 0.3", "inQuotaRate = { parameter = \"r\", times = 0.5 }"),
          Edit("outOfQuotaRate = 0.2", "outOfQuotaRate = { parameter = \"r\", times = 1 }"),
          Edit("value = \"0.8 to 1.6\"", "value = \"0.8 to 1.6\"\n[parameters.r]\nvalue = \"10% to 20%\""),
        ],
      ]),
    AdviceCase(
      "quotaCoversLinesWhole",
      [
        Edit(
          "[[scenarios]]",
          "[[quotas]]\nname = \"q\"\nquantity = 50\ninQuotaRate = 0\noutOfQuotaRate = 0.2\nholder = \"importer\"\n\ncovers = [\"630210\"]\n[[scenarios]]"
        )
      ], ways: [[Edit("[\"630210\"]", "[\"6302\"]")]]),
    AdviceCase(
      "quotaNeedsAverageResponse",
      [
        Edit("title = \"Small\"", "title = \"Small\"\nperiodResponse = \"averageRate\""),
        Edit(
          "[[scenarios]]",
          "[[quotas]]\nname = \"q\"\nquantity = 50\ninQuotaRate = 0\noutOfQuotaRate = 0.2\nholder = \"importer\"\n\n[[scenarios]]"
        ), Edit("commitments = [\"cotton\"]", "commitments = [\"cotton\"]\nquotas = [\"q\"]"),
      ], ways: [[Edit("\"averageRate\"", "\"averageResponse\"")]]),
    AdviceCase(
      "countedImportsHaveALine",
      [
        Edit("importLine = \"5201\"\n", ""),
        Edit(
          "[[scenarios]]",
          "[[quotas]]\nname = \"q\"\nquantity = { of = \"cotton\", times = 5 }\nwaives = [\"reciprocal\"]\nholder = \"exporter\"\n\n[[scenarios]]"
        ),
        Edit("commitments = [\"cotton\"]", "commitments = [\"cotton\"]\nquotas = [\"q\"]"),
      ],
      ways: [
        [Edit("times = 5", "times = 5, counts = \"deliveries\"")],
        [Edit("basis = \"increment\"", "basis = \"increment\"\nimportLine = \"5201\"")],
      ]),
    AdviceCase(
      "periodsAdjoin",
      [
        Edit(
          "[[scenarios]]",
          "[[quotas]]\nname = \"q\"\nquantity = { of = \"cotton\", times = 5 }\nwaives = [\"reciprocal\"]\nholder = \"exporter\"\n\n[[periods]]\nname = \"a\"\nstart = 2026-01-01\nend = 2026-03-31\n\n[[periods]]\nname = \"b\"\nstart = 2026-05-01\nend = 2026-06-30\n\n[[scenarios]]"
        ), Edit("commitments = [\"cotton\"]", "commitments = [\"cotton\"]\nquotas = [\"q\"]"),
      ], ways: [[Edit("start = 2026-05-01", "start = 2026-04-01")]]),
    AdviceCase(
      "oneQuota",
      [
        Edit(
          "[[scenarios]]",
          "[[quotas]]\nname = \"q\"\nquantity = 50\ninQuotaRate = 0\noutOfQuotaRate = 0.2\nholder = \"importer\"\n\n[[quotas]]\nname = \"r\"\nquantity = 50\ninQuotaRate = 0\noutOfQuotaRate = 0.2\nholder = \"importer\"\n\n[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        ), Edit("commitments = [\"cotton\"]", "commitments = [\"cotton\"]\nquotas = [\"q\", \"r\"]"),
      ],
      ways: [
        [Edit("quotas = [\"q\", \"r\"]", "quotas = [\"q\"]")],
        [Edit("name = \"q\"", "name = \"q\"\nend = 2025-06-30"), Edit("name = \"r\"", "name = \"r\"\nstart = 2025-07-01")],
      ]),
    AdviceCase(
      "quotaWithoutFrontLoading",
      [
        Edit("rate = 0.19", "rate = 0.19\nstart = 2025-07-01\nannounced = 2025-05-01\nfrontLoading = 0.1"),
        Edit(
          "[[scenarios]]",
          "[[quotas]]\nname = \"q\"\nquantity = 50\ninQuotaRate = 0\noutOfQuotaRate = 0.2\nholder = \"importer\"\n\n[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[periods]]\nname = \"b\"\nstart = 2025-07-01\nend = 2025-12-31\n\n[[scenarios]]"
        ), Edit("commitments = [\"cotton\"]", "commitments = [\"cotton\"]\nquotas = [\"q\"]"),
        Edit(
          "elasticity = 1.2",
          "elasticity = 1.2\n\n[[exports.lines]]\nid = \"61\"\nhs = \"61\"\nvalue = 5\nduty = 0\nelasticity = 1"),
      ],
      ways: [
        [Edit("announced = 2025-05-01\nfrontLoading = 0.1\n", "")],
        [
          Edit("name = \"q\"", "name = \"q\"\ncovers = [\"61\"]"),
          Edit("name = \"reciprocal\"", "name = \"reciprocal\"\nexempt = [\"61\"]"),
        ],
      ]),
    AdviceCase(
      "supplierSharesSumToOne", [Edit("additionality = 0.1", "additionality = 0.1\nsuppliers = { Brazil = 0.5, India = 0.4 }")],
      ways: [[Edit("India = 0.4", "India = 0.4, Others = 0.1")]]),
    AdviceCase(
      "jobsForEveryLine", [Edit("[[scenarios]]", "[jobs]\n\n[[scenarios]]")], ways: [[Edit("[jobs]", "[jobs]\ndefault = 40")]]),
    AdviceCase(
      "jobsForEveryLine", [Edit("value = 100", "value = 100\ngroup = \"t\""), Edit("[[scenarios]]", "[jobs]\n\n[[scenarios]]")],
      ways: [[Edit("[jobs]", "[jobs]\ndefault = 40")], [Edit("[jobs]", "[jobs.groups]\nt = 40")]]),
    AdviceCase(
      "nameIsFree", [Edit("additionality = 0.1", "additionality = 0.1\nsuppliers = { Brazil = 0.5, total = 0.5 }")],
      ways: [[Edit("total = 0.5", "Others = 0.5")]]),
    AdviceCase(
      "oneNumberPerPath",
      [
        Edit(
          "elasticity = 1.2",
          "elasticity = { uniform = { lower = 1, upper = 2 }, perDigits = 2 }\n\n[[exports.lines]]\nid = \"63\"\nhs = \"64\"\nvalue = 10\nduty = 0\nelasticity = 1"
        )
      ], ways: [[Edit(", perDigits = 2", "")]]),
    AdviceCase(
      "comparesOne", [Edit("[[scenarios]]", "[[comparisons]]\nscenarios = [\"now\"]\n\n[[scenarios]]")],
      ways: [
        [
          Edit("scenarios = [\"now\"]", "scenarios = [\"now\", \"then\"]"),
          Edit("measures = [\"reciprocal\"]", "measures = [\"reciprocal\"]\n\n[[scenarios]]\nname = \"then\""),
        ], [Edit("[[comparisons]]\nscenarios = [\"now\"]\n\n", "")],
      ]),
  ]
}
