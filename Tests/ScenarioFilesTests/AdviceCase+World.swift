extension AdviceCase {
  /// Mistakes in the world of two regions, with the ways out that the message offers.
  static let world: [AdviceCase] = [
    AdviceCase(
      "flowIsStated", [Edit("A,B,50,0.21\n", "", in: "flows.csv")],
      ways: [[Edit("A,A,20,0\n", "A,A,20,0\nA,B,0,0\n", in: "flows.csv")]]),
    AdviceCase(
      "flowIsStatedOnce", [Edit("A,B,50,0.21\n", "A,B,50,0.21\nA,B,1,0\n", in: "flows.csv")],
      ways: [[Edit("A,B,50,0.21\n", "", in: "flows.csv")], [Edit("A,B,1,0\n", "", in: "flows.csv")]]),
    AdviceCase(
      "lagWithoutWorld",
      [
        Edit("title = \"World\"", "title = \"World\"\norderLag = 60"),
        Edit("[[scenarios]]", "[[periods]]\nname = \"a\"\nstart = 2025-01-01\nend = 2025-06-30\n\n[[scenarios]]"),
      ], ways: [[Edit("orderLag = 60\n", "")]]),
    AdviceCase(
      "knownName", [Edit("worldTariffs = [\"free\"]", "worldTariffs = [\"fre\"]")],
      ways: [[Edit("worldTariffs = [\"fre\"]", "worldTariffs = [\"free\"]")]]),
    AdviceCase(
      "unknownKey", [Edit("{ substitution = \"3 to 8\" }", "{ substituton = 4 }")],
      ways: [[Edit("substituton = 4", "substitution = 4")]]),
  ]
}
