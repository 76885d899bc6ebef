import Distributions
import TariffModel
import Testing

@Suite("Paths as they are typed")
struct NumberPathTests {
  @Test(
    "A star behind a name scales, .mean is the mean, and all else is a pattern",
    arguments: [
      ("exports/6302/elasticity", "exports/6302/elasticity", NumberPath.Aspect.value),
      ("exports/*/elasticity", "exports/*/elasticity", .value), ("exports/6302/*", "exports/6302/*", .value),
      ("exports/6302/elasticity*", "exports/6302/elasticity", .scale), ("exports/*/elasticity*", "exports/*/elasticity", .scale),
      ("exports/6302/**", "exports/6302/*", .scale), ("exports/6302/elasticity.mean", "exports/6302/elasticity", .mean),
      ("parameters/p.mean*", "parameters/p.mean", .scale), ("exports/6302/.mean", "exports/6302/.mean", .value),
      ("cifFactor*", "cifFactor", .scale), ("*", "*", .value), ("", "", .value),
    ])
  func readsAspects(text: String, pattern: String, aspect: NumberPath.Aspect) {
    let path = NumberPath(text)
    #expect(path.pattern == PathPattern(pattern) && path.aspect == aspect && path.description == text)
  }

  @Test("A pattern meets paths of as many parts, a path without a star itself alone")
  func matches() {
    let pattern = PathPattern("exports/63*/ela*ity")
    #expect(pattern.matches("exports/6302/elasticity") && pattern.matches("exports/63/elaity"))
    #expect(!pattern.matches("exports/6203/elasticity") && !pattern.matches("exports/6302/x/elasticity"))
    #expect(!pattern.matches("exports/6302/elasticities"))
    #expect(PathPattern("a/b").matches("a/b") && !PathPattern("a/b").matches("a/bc"))
  }

  @Test("A certain number takes the place of the number, of its factor or of its mean")
  func replaces() {
    #expect(NumberPath("a/b").replacement(by: 2) == Replacement("a/b", .number(.distribution(.constant(2)))))
    #expect(NumberPath("a/b*").replacement(by: 2) == Replacement("a/b", .factor(2)))
    #expect(NumberPath("a/b.mean").replacement(by: 2) == Replacement("a/b", .mean(2)))
  }
}
