/// A scenario that uses every section and every key of the format; the numbers mean nothing.
enum SampleScenario {
  static let files = [
    "scenario.toml": scenario, "exports.csv": exports, "suppliers.csv": suppliers, "rates.csv": rates, "matrix.csv": matrix,
    "loadings.csv": loadings,
  ]

  static let exports = #"""
    id,hs,name,group,value,duty,elasticity,supplyElasticity,source,judgement
    6302,6302,"Linen, ""bed, table""",Home textiles,1200.5,9.1%,1.0 to 2.4,,,
    6203,6203,Trousers,Apparel,800,0.16,,inf,own count,true
    9018,9018,Instruments,,350,0,usDemand,2.5,,

    """#

  static let suppliers = """
    origin,hs,value,duty,dutyPaid,supplyElasticity,nest,source,judgement
    China,6110,2500,,400,,,,
    India,6110,"900 to 1100",12%,,3,,own count,true
    United States,6110,300,0,,inf,At home,,

    """

  static let rates = """
    origin,hs,rate,source
    Pakistan,61,19%,order
    India,61,0.25,
    India,6110,145%,

    """

  static let matrix = """
    1,0.5
    0.5,1

    """

  static let loadings = """
    member,world,home
    exports/6109/passThrough,0.6,0.1
    imports/2709/elasticity,0.3,-0.2

    """

  static let scenario = """
    # Every key once.
    schemaVersion = 1
    title = "Sample"
    summary = "All keys"
    home = "Pakistan"
    partner = "United States"
    horizon = "first year"
    periodResponse = "averageRate"
    cifFactor = 1.05

    [run]
    draws = 20_480
    design = "sobol"
    replicates = 5
    rotate = false
    smooth = true
    seed = 0
    percentiles = [2.5, 50, 97.5]
    shortfallPercent = 10
    thresholds = [{ outcome = "balance", value = 2000 }, { outcome = "imports", value = -1.5 }]

    [sweep]
    outcomes = ["balance", "imports"]
    scenarios = ["deal"]

    [[sweep.vary]]
    path = "cifFactor"
    values = "1..1.1:0.05"
    axis = "prices"

    [[sweep.vary]]
    path = "exports/*/elasticity*"
    values = [0.5, "1", 2]
    axis = "prices"

    [[sweep.vary]]
    path = "imports/5201/substitution.mean"
    values = "10,15"

    [parameters.usDemand]
    value = "0.8 to 1.6"
    source = "A paper"
    judgement = true
    asOf = 2024-12-31
    note = "wide"

    [parameters.share-2]
    value = { beta = { alpha = 2, beta = 5 } }

    [exports]
    tables = [{ file = "exports.csv", source = "Census", judgement = false }]

    [exports.defaults]
    duty = "12%"
    elasticity = { lognormal = { mean = 1.2, sd = 0.3 }, source = "A survey" }
    redirection = 0.1
    redirectionDiscount = "5%"

    [exports.groups."Home textiles"]
    passThrough = 0.8

    [exports.prefixes."61"]
    group = "Apparel"
    elasticity = 1.1
    [exports.prefixes."6109"]
    passThrough = { uniform = { lower = 0.7, upper = 0.95 } }

    [[exports.lines]]
    id = "6109"
    hs = "610910"
    name = "T-shirts"
    value = { normal = { mean = 250, sd = 10 }, lower = 0 }

    [[exports.lines]]
    id = "retail"
    group = "Apparel"
    value = 100
    dutyPaid = 12.5
    response = "retail"
    passThrough = 0.5

    [[exports.lines]]
    id = "linear"
    value = 100
    response = "linear"
    elasticity = 0.4
    passThrough = 1

    [[exports.lines]]
    id = "trade"
    value = 50
    elasticityKind = "theta"
    elasticity = 4

    [[exports.lines]]
    id = "6110"
    hs = "6110"
    value = 60
    response = "market"
    supplyElasticity = 4
    nest = "South Asia"

    [[exports.lines]]
    id = "6204"
    hs = "6204"
    value = 40
    response = "market"

    [imports.defaults]
    tariff = "25%"
    elasticity = 1.4

    [[imports.lines]]
    id = "5201"
    hs = "5201"
    name = "Cotton"
    group = "Fibres"
    value = 700
    tariff = 0
    barrier = "145%"
    supplyElasticity = 3
    importDemandElasticity = 0.5
    substitution = 13.15
    partnerShare = 0.45

    [[imports.lines]]
    id = "2709"
    hs = "2709"
    value = 20
    elasticity = { studentT = { degreesOfFreedom = 5, location = 2, scale = 0.1 }, lower = 0 }
    passThrough = 0.9
    response = "levels"
    additionality = 0.4

    [[imports.lines]]
    id = "8411"
    value = 90
    elasticityKind = "value"
    importDemandElasticity = 0.7

    [markets]
    digits = 4
    tables = [{ file = "suppliers.csv", source = "Census", judgement = false }]
    nests = { "South Asia" = ["Pakistan", "India"], "East Asia" = ["China"], "At home" = ["United States"] }

    [[markets.list]]
    hs = "64"
    name = "Footwear"
    supplyElasticity = inf

    [[markets.suppliers]]
    origin = "India"
    hs = "64"
    value = 70
    duty = 0.08

    [markets.defaults]
    response = "nested"
    substitution = { lognormal = { mean = 4, sd = 1.5 } }
    nestSubstitution = 2
    demandElasticity = { uniform = { lower = 0.8, upper = 1.2 }, perDigits = 2 }
    supplyElasticity = "4 to 8"

    [markets.prefixes."62"]
    response = "smart"
    smartForm = "lairdYeats"

    [[measures]]
    name = "added"
    rates = { file = "rates.csv", source = "The order's annex", judgement = false }
    countries = ["Pakistan", "India"]
    covers = ["61"]

    [[measures]]
    name = "reciprocal"
    rate = { discrete = { values = ["19%", "29%"], probabilities = [0.75, 0.25] } }
    countries = ["Pakistan", "India"]
    covers = ["61", "62", "63", { prefix = "90181234", share = 0.25 }]
    exempt = ["6203", { prefix = "61091012", share = "10%" }]
    start = 2025-08-07
    end = "2026-02-19"
    stacking = "exclusive"
    exclusiveGroup = "s232"
    priority = -1
    choose = "lowestPriority"
    coverage = 0.9
    remittance = { uniform = { lower = 0.8, upper = 1 } }
    contentRule = { initialShare = 0.1, threshold = 0.25, commitment = "cotton", sharePerUSDm = 0.0002, qualifyingShare = "share-2" }

    [[measures]]
    name = "floor"
    rate = 0.15
    stacking = "floor"
    contentRule = { initialShare = 0 }

    [[tariffCuts]]
    name = "abolish"
    cut = 1
    covers = ["52"]
    start = "2025-10-01"

    [[tariffCuts]]
    name = "swiss"
    swiss = 0.08

    [[barrierCuts]]
    name = "standards"
    cut = { parameter = "share-2", times = 0.5, source = "A guess", judgement = true, asOf = "2025-03-31" }
    covers = ["27"]
    end = 2026-06-30

    [[commitments]]
    name = "cotton"
    amount = { triangular = { lower = 300, mode = 500, upper = 900 } }
    basis = "increment"
    overlap = 0.2
    importLine = "5201"
    fulfilment = { beta = { alpha = 3, beta = 2 } }
    schedule = { "2025-Q3" = 0.5, "2025-Q4" = 1.5 }
    countsPolicyResponse = false
    additionality = 0.07
    premium = 0.03
    financed = "20%"
    displacedTariff = 0.02

    [[commitments]]
    name = "crude"
    millionUnits = 10
    usdPerUnit = { pert = { lower = 55, mode = 68, upper = 95 } }
    basis = "level"
    base = 0
    importDemandElasticity = 0.3
    substitution = 8
    partnerShare = 0.02
    tariff = 0.03

    [[periods]]
    name = "2025-Q3"
    start = 2025-07-01
    end = 2025-09-30
    share = 0.26

    [[periods]]
    name = "2025-Q4"
    start = "2025-10-01"
    end = "2025-12-31"

    [[dependence]]
    name = "demand"
    members = ["exports/*/elasticity"]
    correlation = 0.4

    [[dependence]]
    name = "written"
    members = ["measures/reciprocal/rate", "measures/reciprocal/remittance"]
    matrix = [[1, 0.3], [0.3, 1]]

    [[dependence]]
    name = "table"
    members = ["commitments/cotton/amount", "commitments/crude/usdPerUnit"]
    matrixTable = "matrix.csv"

    [[dependence]]
    name = "factors"
    loadings = "loadings.csv"

    [[scenarios]]
    name = "as in force"
    summary = "What is there"
    measures = ["reciprocal", "floor", "added"]

    [[scenarios]]
    name = "deal"
    measures = { reciprocal = 0.5 }
    tariffCuts = ["abolish", "swiss"]
    barrierCuts = { standards = { uniform = { lower = 0.5, upper = 1 } } }
    commitments = { cotton = 1, crude = "share-2" }
    """
}
