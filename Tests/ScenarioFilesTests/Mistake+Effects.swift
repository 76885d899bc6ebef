extension Mistake {
  private static func quota(
    quantity: String = "50", inQuota: String = "0", outOfQuota: String = "0.2", holder: String = "\"importer\"",
    _ rest: String = ""
  ) -> String {
    """
    [[quotas]]
    name = "q"
    quantity = \(quantity)
    inQuotaRate = \(inQuota)
    outOfQuotaRate = \(outOfQuota)
    holder = \(holder)
    \(rest)
    [[scenarios]]
    """
  }

  /// Quotas, displaced suppliers, jobs and gross domestic products.
  static let effects = [
    Mistake(
      "[[scenarios]]", quota().replacing("holder = \"importer\"\n", with: ""),
      "scenario.toml:33:1: quotas/q: lacks the key holder"),
    Mistake(
      "[[scenarios]]", quota(holder: "\"buyers\""),
      "scenario.toml:38:10: quotas/q/holder: \"buyers\": is not one of exporter, importer, government"),
    Mistake(
      "[[scenarios]]", quota(holder: "\"goverment\""),
      "scenario.toml:38:10: quotas/q/holder: \"goverment\": is not one of exporter, importer, "
        + "government; did you mean government?"),
    Mistake(
      "[[scenarios]]", quota(outOfQuota: "20"),
      "scenario.toml:37:18: quotas/q/outOfQuotaRate: 20: is above 1 and not written as a "
        + "percentage; write it as text: \"20%\" or \"2000%\""),
    Mistake(
      "[[scenarios]]", quota("covers = [\"6302\", \"6302\"]"),
      "scenario.toml:39:19: quotas/q/covers: \"6302\": is already used at scenario.toml:39:11"),
    Mistake(
      "[[scenarios]]", quota("covers = [{ prefix = \"6302\", share = 0.5 }]"),
      "scenario.toml:39:11: quotas/q/covers: is not text"),
    Mistake(
      "[[scenarios]]", quota("covers = [\"630210\"]"),
      "scenario.toml:39:11: quotas/q/covers/630210: 630210: the prefix is longer than the code of "
        + "line 6302, and a quota covers lines whole; state the whole code, or split the line"),
    Mistake(
      "[[scenarios]]", quota(inQuota: "0.3"),
      "scenario.toml:37:18: quotas/q/outOfQuotaRate: it can be below the in-quota rate; state "
        + "rates whose ranges do not overlap, or one parameter times two constants"),
    Mistake(
      "[[scenarios]]", quota(quantity: "-1"),
      "scenario.toml:35:12: quotas/q/quantity: -1: every value must lie in [0, ∞)"),
    Mistake(
      "[[scenarios]]", quota("share = 0.5"),
      "scenario.toml:39:1: quotas/q/share: is not a key here"),
    Mistake(
      "commitments = [\"cotton\"]", "commitments = [\"cotton\"]\nquotas = [\"deal\"]",
      "scenario.toml:37:11: scenarios/now/quotas/deal: deal: there is no such quota"),
    Mistake(
      "additionality = 0.1", "additionality = 0.1\nsuppliers = { Brazil = 0.5, India = 0.4 }",
      "scenario.toml:32:13: commitments/cotton/suppliers: the shares sum to 0.9, not to 1; name "
        + "the rest as one more supplier, such as Others"),
    Mistake(
      "additionality = 0.1", "additionality = 0.1\nsuppliers = { Brazil = \"all\" }",
      "scenario.toml:32:24: commitments/cotton/suppliers/Brazil: \"all\": must be a plain number here"),
    Mistake(
      "additionality = 0.1", "additionality = 0.1\nsuppliers = [\"Brazil\"]",
      "scenario.toml:32:13: commitments/cotton/suppliers: is not a table"),
    Mistake(
      "[[scenarios]]", "[jobs]\n\n[[scenarios]]",
      "scenario.toml:33:1: jobs: there are no jobs for the export lines without a group; state default"),
    Mistake(
      "[[scenarios]]", "[jobs]\ndefault = 40\ngroups = { Textiles = 50 }\n\n[[scenarios]]",
      "scenario.toml:35:23: jobs/groups/Textiles: Textiles: there is no such group"),
    Mistake(
      "[[scenarios]]", "[jobs]\ndefault = -40\n\n[[scenarios]]",
      "scenario.toml:34:11: jobs/ungrouped: -40: every value must lie in [0, ∞)"),
    Mistake(
      "[[scenarios]]", "[jobs]\ndefault = \"many\"\n\n[[scenarios]]",
      "scenario.toml:34:11: jobs/default: \"many\": is not a parameter of this file"),
    Mistake(
      "[[scenarios]]", "[gdp]\npartner = 29000000\n\n[[scenarios]]",
      "scenario.toml:33:1: gdp: lacks the key home"),
    Mistake(
      "[[scenarios]]", "[gdp]\nhome = 0\n\n[[scenarios]]",
      "scenario.toml:34:8: gdp/home: 0: every value must lie in (0, ∞)"),
  ]
}
