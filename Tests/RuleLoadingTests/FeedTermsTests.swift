import Model
import RuleLoading
import TestSupport
import Testing

/// What a source says about how its feed is fetched.
struct FeedTermsTests {
    @Test func `a source says what is arranged with its publisher`() throws {
        let feed = try feed(
            """
            url: https://example.org/feed
            site: https://example.org/
            full_text: true
            poll_every: 30m
            robots: {ignore: "the owner allowed it by mail on 3 May"}
            history: true
            auth: {bearer: "secret:env:FEED_TOKEN"}
            http: "1.1"
            ca_file: certs/own.pem
            """)
        #expect(feed.wantsFullText)
        #expect(feed.source.site == "https://example.org/")
        let terms = Feed.Terms(
            pollEvery: .seconds(1_800),
            robots: .ignore(reason: "the owner allowed it by mail on 3 May"), wantsHistory: true,
            authorization: .bearer(.environment("FEED_TOKEN")),
            authorizationPlace: FileLocation(file: "feeds/a.yaml", line: 10, column: 11),
            usesHTTP1: true,
            certificateFile: "certs/own.pem")
        #expect(feed.terms == terms)
    }

    @Test func `a source that says nothing is fetched like any other`() throws {
        let feed = try feed("url: https://example.org/feed")
        #expect(feed.terms == .standard)
        #expect(feed.limits == .standard)
        #expect(!feed.wantsFullText)
        #expect(feed.name == "A")
    }

    @Test func `a source goes before the defaults of its file`() throws {
        let list = try load(
            """
            defaults:
              full_text: true
              poll_every: 2h
              robots: {ignore: they are all ours}
              history: true
            sources:
              - {id: a, name: A, url: "https://example.org/a"}
              - id: b
                name: B
                url: https://example.org/b
                full_text: no
                poll_every: 1d
                robots: obey
                history: no
            """)
        #expect(list.feeds.map(\.wantsFullText) == [true, false])
        let ours = Feed.Terms(
            pollEvery: .seconds(7_200), robots: .ignore(reason: "they are all ours"),
            wantsHistory: true)
        #expect(list.feeds.map(\.terms) == [ours, Feed.Terms(pollEvery: .seconds(86_400))])
    }

    @Test(
        arguments: [
            (
                "{user: \"żółw 1\", password: \"secret:env:PASSWORD_1\"}",
                .basic(user: "żółw 1", password: .environment("PASSWORD_1"))
            ),
            ("{bearer: secret:file:keys/token}", .bearer(.file("keys/token"))),
            (
                "{header: X-Api-Key, value: \"secret:file:/run/secrets/key:1\"}",
                .header(name: "X-Api-Key", value: .file("/run/secrets/key:1"))
            ),
        ] as [(String, Authorization)])
    func `a secret is named by where it stands`(
        auth: String, authorization: Authorization
    ) throws {
        let feed = try feed("url: https://example.org/feed\nauth: \(auth)")
        #expect(feed.terms.authorization == authorization)
    }

    @Test(arguments: [
        "https://example.org", "HTTPS://example.org", "http://localhost:8080/a",
        "http://127.0.0.1/a", "http://127.1.2.3:8080", "http://[::1]:8080/a",
    ])
    func `a secret may go where nobody can listen`(address: String) throws {
        let feed = try feed("url: \"\(address)\"\nauth: {bearer: \"secret:env:A\"}")
        #expect(feed.terms.authorization == .bearer(.environment("A")))
    }

    @Test func `a secret's reference reads as it is written`() {
        #expect("\(SecretReference.environment("A"))" == "secret:env:A")
        #expect("\(SecretReference.file("a/b"))" == "secret:file:a/b")
    }

    private func feed(_ lines: String) throws -> Feed {
        let indented = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
        let list = try load("sources:\n  - id: a\n    name: A\n" + indented)
        return try #require(list.feeds.first)
    }

    private func load(_ text: String) throws -> FeedList {
        try TemporaryFolder.with(["feeds/a.yaml": text]) { folder in
            try FeedListLoader.load(workspace: folder.path)
        }
    }
}
