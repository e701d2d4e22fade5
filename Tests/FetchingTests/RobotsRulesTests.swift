import Testing

@testable import Fetching

/// Which lines of a robots.txt are rules, and which of them are for us.
struct RobotsRulesTests {
    // MARK: Lines

    @Test(arguments: [
        "Disallow: /x", "disallow: /x", "DISALLOW: /x", "DisAllow:/x", "Disallow:/x   ",
        "  Disallow: /x", "\tDisallow\t:\t/x\t", "Disallow : /x", "Disallow:   /x",
        "Disallow: /x # why", "Disallow: /x#why", "Disallow: /x #", "\u{b}Disallow: /x\u{c}",
    ])
    func `names are read without regard to case and white space`(line: String) {
        #expect(RobotsRules.reading("User-agent: *\n\(line)\n").stored == "Disallow: /x\n")
    }

    @Test(arguments: ["Disallow /x", "disallow\t/x", " Disallow   /x ", "DISALLOW /x # why"])
    func `white space will do for a colon between two words`(line: String) {
        #expect(RobotsRules.reading("User-agent *\n\(line)\n").stored == "Disallow: /x\n")
    }

    @Test(arguments: [
        "Dissallow: /x", "Disalow: /x", "Dissalow: /x", "Disalloww: /x", "Dis-allow: /x",
        "Dis allow: /x", "dissallow /x",
    ])
    func `a rule with a doubled, a missing or a parted letter is a rule`(line: String) {
        #expect(RobotsRules.reading("User-agent: *\n\(line)\n").stored == "Disallow: /x\n")
    }

    @Test(arguments: ["User-agent", "USER-AGENT", "Useragent", "User agent", "user - agent"])
    func `agents are named with a hyphen, a space or neither`(name: String) {
        #expect(RobotsRules.reading("\(name): earshot\nDisallow: /").stored == "Disallow: /\n")
    }

    @Test(arguments: [
        "#Disallow: /x", "Disallow /x y", "Disallow", "Disallow=/x", "Disallowed: /x",
        "Dis: /x", "Noindex: /x", "Host: /x", "-: /x", "// Disallow: /x", "\"Disallow\": /x",
        "Disallow.: /x", "Disällow: /x", "Request-rate: 1/5", "Clean-param: a /x", "/x",
        "Disallow:",
        "Disallow: ", "Disallow:#/x", "Disallow: x", "Disallow: https://example.org/x",
        "Disallow: $", "Disallow: ?x", "Disallow: %2Fx",
        "Disallow\(String(repeating: "w", count: 40)): /x",
    ])
    func `other lines, and paths without a slash in front, forbid nothing`(line: String) {
        let rules = RobotsRules.reading("User-agent: *\n\(line)\nDisallow: /y\n")
        #expect(rules.stored == "Disallow: /y\n")
    }

    // MARK: Agents

    @Test(arguments: [
        "*", "* # all", "* and all others", "Earshot", "earshot", "EARSHOT", "eArShOt",
        "Earshot/1.0",
        "earshot/*", "Earshot 2", "Earshot (any)", "earshot; x", "Earshot*", "Earshot2", "Earshot.",
    ])
    func `a group speaks to us by our token or by a star`(agent: String) {
        #expect(RobotsRules.reading("User-agent: \(agent)\nDisallow: /").stored == "Disallow: /\n")
    }

    @Test(arguments: [
        "", "Ear", "Earshots", "Earshot-News", "Earshot_x", "x Earshot", "x-Earshot", "*earshot",
        "**", "*/1.0", "*,", "/Earshot", "1Earshot", "Mozilla/5.0 (compatible; Earshot)", "Éarshot",
        "\"Earshot\"", "all", "Ear shot",
    ])
    func `a group that names others is not for us`(agent: String) {
        #expect(RobotsRules.reading("User-agent: \(agent)\nDisallow: /") == .allowAll)
    }

    @Test(arguments: ["earshot", "EARSHOT", "Earshot/0.1", "Earshot/0.1 (+contact)", "Earshot bot"])
    func `of our own name only the token counts`(token: String) {
        let text = "User-agent: *\nDisallow: /\nUser-agent: Earshot\nDisallow: /x"
        #expect(RobotsRules.reading(text, as: token).stored == "Disallow: /x\n")
    }

    @Test(arguments: ["", "7", "/1.0", "*"])
    func `who has no token is spoken to by a star alone`(token: String) {
        let text =
            "User-agent:\nDisallow: /a\nUser-agent: *\nDisallow: /b\nUser-agent: 7\nDisallow: /c"
        #expect(RobotsRules.reading(text, as: token).stored == "Disallow: /b\n")
    }

    // MARK: Groups

    @Test(arguments: [
        "Disallow: /\n", "Sitemap: /\nDisallow: /y\n", "Allow: /x\nCrawl-delay: 9\n\n",
        "Disallow: /\nUser-agent: o\nDisallow: /y\n",
    ])
    func `rules before any group are nobody's`(start: String) {
        #expect(RobotsRules.reading(start) == .allowAll)
        #expect(
            RobotsRules.reading(start + "User-agent: *\nDisallow: /x").stored == "Disallow: /x\n")
    }

    @Test(arguments: [
        "User-agent: other\nUser-agent: earshot\nDisallow: /x",
        "User-agent: earshot\nUser-agent: other\nDisallow: /x",
        "User-agent: earshot\n\n\nUser-agent: other\n\nDisallow: /x",
        "User-agent: earshot\n# both\nUser-agent: other\nDisallow: /x",
        "User-agent: earshot\nSitemap: /s\nUser-agent: other\nDisallow: /x",
        "User-agent: earshot\nRubbish\nUser-agent: other\nDisallow: /x",
        "User-agent: *\nUser-agent: other\nDisallow: /x",
        "User-agent: earshot\nUser-agent: earshot\nDisallow: /x",
    ])
    func `a group may name several agents, with anything but a rule between`(text: String) {
        #expect(RobotsRules.reading(text).stored == "Disallow: /x\n")
    }

    @Test(arguments: [
        "User-agent: earshot\nDisallow: /x\nUser-agent: other\nDisallow: /y",
        "User-agent: other\nDisallow: /y\nUser-agent: earshot\nDisallow: /x",
        "User-agent: other\nDisallow:\nUser-agent: earshot\nDisallow: /x",
        "User-agent: other\nAllow: nonsense\nUser-agent: earshot\nDisallow: /x",
        "User-agent: earshot\nDisallow: /x\n\nUser-agent: other\nDisallow: /y\n\nUser-agent: *\n"
            + "Disallow: /z",
    ])
    func `an agent after a rule begins the next group`(text: String) {
        #expect(RobotsRules.reading(text).stored == "Disallow: /x\n")
    }

    @Test(arguments: [
        "User-agent: earshot\nDisallow: /x\nSitemap: /s\nDisallow: /y",
        "User-agent: earshot\nDisallow: /x\nHost: example.org\n\nDisallow: /y",
        "User-agent: earshot\nDisallow: /x\n\n\nDisallow: /y",
        "User-agent: earshot\nDisallow: /x\n<b>\nDisallow: /y",
        "User-agent: earshot\nDisallow: /x\nUser-agent\nDisallow: /y",
    ])
    func `lines that are not understood, and blank ones, do not end a group`(text: String) {
        #expect(RobotsRules.reading(text).stored == "Disallow: /x\nDisallow: /y\n")
    }

    @Test(arguments: [
        "User-agent: earshot\nDisallow: /x\nUser-agent: earshot\nDisallow: /y",
        "User-agent: EARSHOT\nDisallow: /y\nUser-agent: o\nDisallow: /o\nUser-agent: earshot/2\n"
            + "Disallow: /x",
        "User-agent: o\nUser-agent: earshot\nDisallow: /x\nUser-agent: earshot\nDisallow: /y",
        "User-agent: *\nDisallow: /x\nUser-agent: o\nDisallow: /o\nUser-agent: *\nDisallow: /y",
    ])
    func `groups of the same agent are one`(text: String) {
        #expect(RobotsRules.reading(text).stored == "Disallow: /x\nDisallow: /y\n")
    }

    @Test(arguments: [
        "User-agent: *\nDisallow: /\nUser-agent: earshot\nDisallow: /x",
        "User-agent: earshot\nDisallow: /x\nUser-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /\nUser-agent: o\nUser-agent: earshot\nDisallow: /x",
        "User-agent: *\nDisallow: /a\nUser-agent: earshot\nDisallow: /x\nUser-agent: *\nDisallow: /b",
    ])
    func `a group of our own stands in for that of everyone`(text: String) {
        #expect(RobotsRules.reading(text).stored == "Disallow: /x\n")
    }

    @Test(arguments: [
        "User-agent: *\nDisallow: /\nUser-agent: earshot",
        "User-agent: *\nDisallow: /\nUser-agent: earshot\nDisallow:",
        "User-agent: earshot\nDisallow:\nUser-agent: *\nDisallow: /",
        "User-agent: earshot\nAllow: /\nUser-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /\nUser-agent: earshot\nSitemap: /s",
    ])
    func `an empty group of our own allows everything`(text: String) {
        #expect(RobotsRules.reading(text) == .allowAll)
    }

    @Test func `our name directly above a star shares its rules`() {
        let text = "User-agent: earshot\n\nUser-agent: *\nDisallow: /x"
        #expect(RobotsRules.reading(text).stored == "Disallow: /x\n")
    }

    // MARK: Crawl-delay

    @Test(arguments: [
        ("1", 1_000), ("10", 10_000), ("0", 0), ("0.5", 500), (".25", 250), ("2.", 2_000),
        ("1.2345", 1_234), ("0.0001", 0), ("007", 7_000), ("30 # seconds", 30_000),
        ("86400", 86_400_000), ("86400.5", 86_400_000), ("86401", 86_400_000),
        ("99999999999999999999999999", 86_400_000),
    ])
    func `a delay is seconds, cut to a day`(value: String, milliseconds: Int) {
        let rules = RobotsRules.reading("User-agent: *\nCrawl-delay: \(value)")
        #expect(rules.crawlDelay == .milliseconds(milliseconds))
    }

    @Test(arguments: [
        "", "-1", "-0.5", "+5", "1e3", "1,5", "1.2.3", ".", "..", "ten", "10s", "10 s", "0x10",
        "inf",
        "NaN", "٣", "½", "# 5",
    ])
    func `what is not plain digits is no delay`(value: String) {
        #expect(RobotsRules.reading("User-agent: *\nCrawl-delay: \(value)").crawlDelay == nil)
    }

    @Test(
        arguments: [
            ("User-agent: *\nCrawl-delay: 5\nUser-agent: o\nDisallow: /", 5),
            ("User-agent: *\nDisallow: /a\nCrawl-delay: 5", 5),
            ("User-agent: *\nCrawl-delay: 9\nUser-agent: earshot\nDisallow: /a", nil),
            ("User-agent: *\nCrawl-delay: 9\nDisallow:\nUser-agent: earshot\nDisallow: /a", nil),
            ("User-agent: o\nCrawl-delay: 9\nUser-agent: *\nDisallow: /a", nil),
            ("User-agent: o\nUser-agent: *\nCrawl-delay: 5\nDisallow: /a", 5),
            ("User-agent: *\nCrawl-delay: 5\nCrawl-delay: 2", 5),
            ("User-agent: *\nCrawl-delay: 2\nDisallow: /a\nUser-agent: *\nCrawl-delay: 5", 5),
            ("User-agent: *\nCrawl-delay: 5\nCrawl-delay: never", 5),
            ("Crawl-delay: 9\nUser-agent: *\nDisallow: /a", nil),
            ("User-agent: *\nCRAWLDELAY 5", 5),
        ] as [(String, Int?)])
    func `the longest delay of our group counts, said to agents above it`(
        text: String, seconds: Int?
    ) {
        #expect(RobotsRules.reading(text).crawlDelay == seconds.map { .seconds($0) })
    }

    @Test func `a delay among the agents does not part the group`() {
        let text = "User-agent: earshot\nCrawl-delay: 5\nUser-agent: *\nDisallow: /x"
        #expect(RobotsRules.reading(text).stored == "Disallow: /x\nCrawl-delay: 5\n")
    }
}
