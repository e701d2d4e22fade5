import Testing

@testable import Fetching

/// Which paths a rule covers, and which of several rules decides.
struct RobotsMatchingTests {
    @Test(arguments: [
        ("/", "/"), ("/", ""), ("/", "/a"), ("/", "a"), ("/", "?q"), ("/", "/?q"),
        ("/a", "/a"), ("/a", "/a/"), ("/a", "/ab"), ("/a", "/a/b"), ("/a", "/a?q"),
        ("/a", "/a.html"),
        ("/a/", "/a/"), ("/a/", "/a/b"), ("/a?q", "/a?q=1"), ("/a?", "/a?"), ("/?q", "?q"),
        ("/a", "/a#top"), ("/a;b", "/a;b=1"), ("/a//b", "/a//b"), ("/a:b", "/a:b"),
    ])
    func `a path is covered by its beginning, the query included`(pattern: String, path: String) {
        #expect(!rules(pattern).allows(path))
    }

    @Test(arguments: [
        ("/a", "/"), ("/a", ""), ("/a", "/b"), ("/a", "/b/a"), ("/a", "/A"), ("/A", "/a"),
        ("/a/", "/a"), ("/a/", "/a?q"), ("/a?", "/a"), ("/a?q", "/a?p&q"), ("/a.html", "/a_html"),
        ("/aa", "/a"), ("/a/b", "/a//b"), ("/q", "/?q"), ("/a", "/#/a"), ("/ą", "/Ą"),
    ])
    func `a path that begins otherwise is not covered, and case counts`(
        pattern: String, path: String
    ) {
        #expect(rules(pattern).allows(path))
    }

    @Test(arguments: [
        ("*", "/"), ("*", "/a/b?c"), ("/*", "/"), ("/*", "/a"), ("/**", "/a"), ("*a", "/a"),
        ("*a", "/b/a/c"), ("/*a", "/a"), ("/*a", "/ba"), ("/a*", "/a"), ("/a*", "/abc"),
        ("/a*b", "/ab"), ("/a*b", "/a/x/b/c"), ("/a*b", "/a?x=b"), ("/*/b", "/a/b"),
        ("/*/b", "//b"), ("/a*b*c", "/abc"), ("/a*b*c", "/axbxcx"), ("/a***c", "/abc"),
        ("/*?", "/a?q"), ("/*?*q=", "/a?p=1&q=2"), ("/*.php", "/a/b.php?c"), ("/*ab", "/aab"),
        ("/*aab", "/aaaab"), ("/*aab", "/aaba"), ("/*a*ab", "/aaab"), ("*/b/*", "/a/b/"),
    ])
    func `a star covers any octets, and none`(pattern: String, path: String) {
        #expect(!rules(pattern).allows(path))
    }

    @Test(arguments: [
        ("/a*b", "/a"), ("/a*b", "/b"), ("/a*b", "/acB"), ("/*/b", "/b"), ("/*a", "/b"),
        ("/a*b*c", "/acb"), ("/a*b*c", "/ab"), ("/*.php", "/aphp"), ("/*?", "/a"),
        ("/*a*a", "/a"), ("*//*//", "/a//b/"), ("/a*aa", "/aa"),
    ])
    func `what stands beside a star must be there, in order and apart`(
        pattern: String, path: String
    ) {
        #expect(rules(pattern).allows(path))
    }

    @Test(arguments: [
        ("/$", "/"), ("/$", ""), ("/a$", "/a"), ("/*$", "/"), ("/*$", "/a"), ("*$", "/a"),
        ("/*.php$", "/a.php"), ("/*.php$", "/a.php/b.php"), ("/a*$", "/abc"), ("/a*b$", "/abab"),
        ("/*a$", "/aba"), ("/*ab$", "/abaab"), ("/a$", "/a#top"), ("/a?$", "/a?"),
    ])
    func `a dollar sign at the end is the end of the path`(pattern: String, path: String) {
        #expect(!rules(pattern).allows(path))
    }

    @Test(arguments: [
        ("/$", "/a"), ("/$", "/?q"), ("/a$", "/a/"), ("/a$", "/ab"), ("/a$", "/a$"),
        ("/a$", "/a?q"),
        ("/*.php$", "/a.php?q"), ("/*.php$", "/a.php5"), ("/a*b$", "/aba"), ("/*ab$", "/aba"),
        ("/a$*", "/a"), ("/a$b", "/a"), ("/$a", "/"), ("/$$", "/"),
    ])
    func `nothing comes after the end, and elsewhere the sign is itself`(
        pattern: String, path: String
    ) {
        #expect(rules(pattern).allows(path))
    }

    @Test(arguments: [
        ("/a$b", "/a$b"), ("/a$b", "/a%24b"), ("/a%24", "/a$"), ("/a%24", "/a$b"), ("/$a", "/$a"),
        ("/a$$", "/a$"), ("/a$*", "/a$b"), ("/a*%24$", "/ab$"), ("/%2A", "/*"), ("/%2a", "/%2A"),
        ("/a%2A$", "/a*"), ("/*", "/*"),
    ])
    func `a star or a dollar sign itself is written encoded`(pattern: String, path: String) {
        #expect(!rules(pattern).allows(path))
    }

    @Test(arguments: [("/%2A", "/a"), ("/a%24", "/a"), ("/a%24$", "/a$b"), ("/%2A$", "/ab")])
    func `an encoded star or dollar sign stands for nothing else`(pattern: String, path: String) {
        #expect(rules(pattern).allows(path))
    }

    @Test(arguments: [
        ("/ż", "/ż"), ("/ż", "/%C5%BC"), ("/ż", "/%c5%bc"), ("/%C5%BC", "/ż"), ("/%c5%BC", "/ż"),
        ("/žurnāls", "/%C5%BEurn%C4%81ls"), ("/%61", "/a"), ("/a", "/%61"), ("/%41", "/A"),
        ("/%7Ea", "/~a"), ("/~a", "/%7ea"), ("/a%2Db", "/a-b"), ("/a.b", "/a%2Eb"),
        ("/a_", "/a%5F"),
        ("/a b", "/a%20b"), ("/a%20b", "/a b"), ("/%3c", "/<"), ("/\"", "/%22"), ("/a|b", "/a%7Cb"),
        ("/%2f", "/%2F"), ("/a%2Fb", "/a%2fb"), ("/a%3F", "/a%3f"), ("/%", "/%"), ("/%", "/%25"),
        ("/100%25", "/100%"), ("/%zz", "/%zz"), ("/%4", "/%4"), ("/%4", "/%254"), ("/\\", "/%5C"),
        ("/日本", "/%E6%97%A5%E6%9C%AC"), ("/%E6", "/日"), ("/{a}", "/%7ba%7D"), ("/^`", "/%5E%60"),
    ])
    func `spellings that mean the same are the same`(pattern: String, path: String) {
        #expect(!rules(pattern).allows(path))
    }

    @Test(arguments: [
        ("/a%2Fb", "/a/b"), ("/a/b", "/a%2Fb"), ("/a%2F", "/a/"), ("/a%3Fq", "/a?q"),
        ("/a?q", "/a%3Fq"), ("/a%26b", "/a&b"), ("/a&b", "/a%26b"), ("/%2561", "/a"),
        ("/a", "/%2561"), ("/%2B", "/+"), ("/+", "/%20"), ("/%3D", "/="), ("/%40", "/@"),
        ("/%23", "/#"), ("/ż", "/z\u{307}"),
    ])
    func `a reserved character and its encoded form are two things`(pattern: String, path: String) {
        #expect(rules(pattern).allows(path))
    }

    @Test(arguments: [
        ("Disallow: /\nAllow: /a", "/a", true), ("Allow: /a\nDisallow: /", "/a", true),
        ("Disallow: /\nAllow: /a", "/b", false), ("Disallow: /a/b\nAllow: /a", "/a/b", false),
        ("Disallow: /a/b\nAllow: /a", "/a/c", true), ("Disallow: /a\nAllow: /a", "/a", true),
        ("Allow: /a\nDisallow: /a", "/a", true), ("Disallow: /a*\nAllow: /a", "/a", false),
        ("Disallow: /a\nAllow: /a*", "/a", true), ("Disallow: /*b\nAllow: /aa", "/aab", true),
        ("Disallow: /*bc\nAllow: /aa", "/aabc", false), ("Disallow: /\nAllow: /$", "/", true),
        ("Disallow: /\nAllow: /$", "/a", false), ("Disallow: /a$\nAllow: /a", "/a", false),
        ("Disallow: /a$\nAllow: /a", "/ab", true), ("Disallow: /a.\nAllow: /*.h", "/a.html", true),
        ("Disallow: /a.h\nAllow: /*.h", "/a.html", true), ("Disallow: *\nAllow: /a", "/a", true),
        ("Disallow: *\nAllow: /", "/a", true), ("Disallow: /**\nAllow: /a", "/a", false),
        ("Disallow: /ż\nAllow: /*BC", "/ż", false), ("Disallow: /%61\nAllow: /*b", "/ab", true),
        ("Disallow: /\nAllow: /a\nDisallow: /a/b\nAllow: /a/b/c", "/a/b/d", false),
        ("Disallow: /\nAllow: /a\nDisallow: /a/b\nAllow: /a/b/c", "/a/b/c/d", true),
        ("Disallow:\nDisallow: /a", "/a", false), ("Disallow: /a\nDisallow:", "/a", false),
        ("Disallow: /a\nAllow:", "/a", false), ("Disallow: /\nAllow: a", "/a", false),
    ])
    func `the longest rule decides, and of equals the one that allows`(
        text: String, path: String, isAllowed: Bool
    ) {
        #expect(RobotsRules.reading("User-agent: *\n\(text)").allows(path) == isAllowed)
    }

    @Test(arguments: [
        "User-agent: *\nDisallow: /", "User-agent: *\nDisallow: /robots.txt",
        "User-agent: *\nDisallow: /*.txt$", "",
    ])
    func `robots.txt itself is always allowed`(text: String) {
        let rules = RobotsRules.reading(text)
        #expect(rules.allows("/robots.txt"))
        #expect(rules.allows("/robots%2Etxt"))
    }

    @Test(arguments: [
        "/Robots.txt", "/a/robots.txt", "/robots.txt2", "/robots.txt?a", "/robots%2ftxt",
    ])
    func `what only looks like robots.txt is not always allowed`(path: String) {
        #expect(!RobotsRules.disallowAll.allows(path))
    }

    @Test func `all paths may be allowed, or none`() {
        #expect(RobotsRules.allowAll.allows("/a"))
        #expect(RobotsRules.allowAll.crawlDelay == nil)
        #expect(!RobotsRules.disallowAll.allows(""))
        #expect(RobotsRules.disallowAll == .reading("User-agent: *\nDisallow: /"))
    }

    @Test(
        arguments: [
            ("/a", "Disallow: /a"), ("/a/c", "Disallow: /a"), ("/b/x.php", "Disallow: /*.php$"),
            ("/a/x.php", "Disallow: /*.php$"), ("/%c5%bc", "Disallow: /%C5%BC"), ("/a/b", nil),
            ("/", nil),
        ] as [(String, String?)])
    func `the rule that forbids a path can be named`(path: String, rule: String?) {
        let text = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /*.php$\nDisallow: /ż"
        #expect(RobotsRules.reading(text).ruleForbidding(path)?.description == rule)
    }

    // MARK: - Private

    private func rules(_ pattern: String) -> RobotsRules {
        .reading("User-agent: *\nDisallow: \(pattern)\n")
    }
}
