import CountryNames
import Testing

@Suite("Spellings of countries")
struct SpellingTests {
  @Test(
    "The names that statistics and people use",
    arguments: [
      ("US", ["United States", "United States of America", "USA", "U.S.", "U. S. A.", "u.s.a.", "842", "840", "1000"]),
      ("VN", ["Viet Nam", "Vietnam", "VIET-NAM", "Việt Nam", "VNM", "704"]),
      ("KR", ["Korea, Rep.", "South Korea", "Republic of Korea", "Korea, South", "Rep. of Korea", "Korea, Republic of"]),
      ("KP", ["Korea, Dem. People's Rep.", "North Korea", "Dem. People's Rep. of Korea", "DPRK"]),
      ("CN", ["China", "PRC", "China, mainland", "People’s Republic of China"]),
      ("HK", ["Hong Kong", "Hong Kong SAR", "China, Hong Kong SAR", "Hong Kong SAR, China"]),
      ("TW", ["Taiwan", "Chinese Taipei", "Other Asia, nes", "Taiwan, Province of China", "490"]),
      ("TR", ["Türkiye", "Turkey", "TÜRKİYE", "Turkiye", "Tu\u{308}rkiye"]),
      ("CZ", ["Czechia", "Czech Republic"]),
      ("CI", ["Côte d'Ivoire", "Cote D'Ivoire", "Côte d’Ivoire", "Ivory Coast", "Cote d Ivoire"]),
      ("CD", ["Congo, Dem. Rep.", "DR Congo", "Democratic Republic Of The Congo", "Dem. Rep. of the Congo"]),
      ("CG", ["Congo", "Congo, Rep.", "Republic of the Congo"]), ("MM", ["Burma", "Myanmar"]),
      ("GM", ["Gambia, The", "The Gambia", "Gambia"]), ("LC", ["St Lucia", "St. Lucia", "Saint Lucia"]),
      ("TT", ["Trinidad And Tobago", "Trinidad & Tobago"]), ("CW", ["Curaçao", "Curacao"]),
      ("MH", ["Marshall Isds", "Marshall Islands"]), ("VI", ["US Virgin Isds", "Virgin Islands, U.S."]),
      ("VG", ["Br. Virgin Isds", "Virgin Islands, British"]), ("RU", ["Russia", "Russian Federation"]),
      ("SK", ["Slovak Republic"]),
      ("DE", ["Germany", "Deutschland", "DEU", "276", "4280"]), ("GB", ["UK", "U.K.", "Great Britain", "United Kingdom"]),
      ("IN", ["India", "699", "356"]), ("NO", ["Norway", "579"]), ("NE", ["Niger"]), ("NG", ["Nigeria"]),
    ])
  func country(alpha2: String, names: [String]) {
    for name in names {
      guard case .country(let country)? = NamedPlace(name) else {
        Issue.record("\(name)")
        continue
      }
      #expect(country.alpha2 == alpha2, "\(name)")
    }
  }

  @Test(
    "All countries, and the rest of them",
    arguments: ["World", "ALL COUNTRIES", "Total, all countries", "TOTAL FOR ALL COUNTRIES"])
  func world(name: String) {
    #expect(NamedPlace(name) == .world)
    #expect(NamedPlace("Rest of the world") == .rest && NamedPlace("RoW") == .rest && NamedPlace("Areas, nes") == .rest)
  }

  @Test(
    "What is in no list is nothing",
    arguments: [
      "", " ", "-", "Narnia", "Other European Union", "Chian", "Germany and France", "Ganzes", "A", "B", "Northern Ireland",
      "\u{7F}",
      "Südliches Afrika", "中国",
    ])
  func unknown(name: String) { #expect(NamedPlace(name) == nil) }

  @Test("A group holds its members and smaller groups")
  func holds() throws {
    guard case .group(let union)? = NamedPlace("European Union"), case .group(let europe)? = NamedPlace("Europe") else {
      Issue.record("no groups")
      return
    }
    #expect(try union.holds(#require(NamedPlace("Slovak Republic"))))
    #expect(try !union.holds(#require(NamedPlace("Switzerland"))) && !union.holds(.world) && !union.holds(.group(union)))
    #expect(!union.holds(.group(europe)))
    // Cyprus is of Asia.
    #expect(!europe.holds(.group(union)))
    guard case .group(let asean)? = NamedPlace("ASEAN"), case .group(let asia)? = NamedPlace("Asia") else { return }
    #expect(asia.holds(.group(asean)))
  }
}
