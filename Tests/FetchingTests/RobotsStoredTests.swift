import Testing

@testable import Fetching

struct RobotsStoredTests {
    @Test(arguments: [
        ("", ""), ("Disallow: /", "Disallow: /\n"), ("Allow: /a", ""),
        ("Disallow: /b\nDisallow: /a\nDisallow: /b", "Disallow: /a\nDisallow: /b\n"),
        ("Disallow: /a\nDisallow: /aa\nAllow: /aa", "Allow: /aa\nDisallow: /aa\nDisallow: /a\n"),
        ("Disallow: /aa\nAllow: /a\nAllow: /", "Disallow: /aa\n"),
        ("disallow : /\u{17c} # why\nSitemap: /s", "Disallow: /%C5%BC\n"),
        ("Disallow: /a b\tc", "Disallow: /a%20b%09c\n"), ("Disallow: /a$b$", "Disallow: /a%24b$\n"),
        ("Disallow: /%7e%2f%2a%", "Disallow: /~%2F%2A%25\n"),
        ("Disallow: /**$", "Disallow: /**$\n"),
        ("Crawl-delay: 2.50\nDisallow: /", "Disallow: /\nCrawl-delay: 2.5\n"),
        ("Crawl-delay: 007", "Crawl-delay: 7\n"), ("Crawl-delay: .0305", "Crawl-delay: 0.03\n"),
        ("Crawl-delay: 999999", "Crawl-delay: 86400\n"), ("Crawl-delay: .0", "Crawl-delay: 0\n"),
    ])
    func `only what can decide something is kept, and always as the same text`(
        lines: String, stored: String
    ) {
        let rules = RobotsRules.reading("User-agent: o\nDisallow: /o\nUser-agent: *\n" + lines)
        #expect(rules.stored == stored)
        #expect(RobotsRules(stored: stored) == rules)
        #expect(RobotsRules.reading("User-agent: *\n" + stored) == rules)
    }

    @Test(arguments: [
        ("", ""), ("\n\n", ""), ("nonsense", ""), ("\0\u{ff}\r", ""), ("User-agent: *", ""),
        ("Disallow: a\nDisallow: /b", "Disallow: /b\n"), ("Crawl-delay: soon", ""),
        ("Crawl-delay: 5\nCrawl-delay: x", "Crawl-delay: 5\n"),
        ("<html>\nDisallow: /", "Disallow: /\n"),
        ("Disallow: /a\r\nDisallow: /b", "Disallow: /a%0D\nDisallow: /b\n"),
        ("Disallow: /a\nAllow: /b\nAllow:", "Allow: /b\nDisallow: /a\n"),
    ])
    func `what cannot be read in the archive is ignored`(text: String, stored: String) {
        #expect(RobotsRules(stored: text).stored == stored)
    }

    @Test func `rules longer than a file may be come back whole`() {
        let line = "Disallow: /" + String(repeating: "ż", count: 8_000) + "\n"
        let lines = (0..<30).map { "Disallow: /\($0)" + line.dropFirst("Disallow: /".count) }
        let rules = RobotsRules.reading("User-agent: *\n" + lines.joined())
        #expect(rules.stored.utf8.count > 2 * RobotsLimits.fileSizeInBytes)
        #expect(RobotsRules(stored: rules.stored) == rules)
    }

    @Test(arguments: [
        ("Disallow: /a\nDisallow: /b", "Disallow: /b\nDisallow: /a"),
        ("Disallow: /a\nDisallow: /a", "disallow:/a"), ("Disallow: /%61", "Disallow: /a"),
        ("Disallow: /ż", "Disallow: /%c5%bc"), ("Allow: /a", "Allow: /b"),
        ("Disallow: /a # b", "Disallow: /a"), ("Crawl-delay: 1.0", "Crawl-delay: 1"),
    ])
    func `files that say the same are equal`(one: String, other: String) {
        #expect(
            RobotsRules.reading("User-agent: *\n" + one)
                == RobotsRules.reading("User-agent: earshot\n" + other))
    }

    @Test(arguments: [
        ("Disallow: /a", "Disallow: /A"), ("Disallow: /a", "Disallow: /a$"), ("Disallow: /a", ""),
        ("Disallow: /a", "Disallow: /a\nCrawl-delay: 0"), ("Crawl-delay: 1", "Crawl-delay: 2"),
        ("Disallow: /%2F", "Disallow: //"),
    ])
    func `files that say different things are not`(one: String, other: String) {
        #expect(
            RobotsRules.reading("User-agent: *\n" + one)
                != RobotsRules.reading("User-agent: *\n" + other))
    }
}
