import RuleLoading
import Testing

/// Every mistake in what a source says about fetching, with the line an operator reads.
struct FeedTermsMistakeTests {
    @Test(arguments: [
        (
            "full_text: maybe",
            "5:16: expected true or false, found text; write true or false"
        ),
        ("poll_every: 59s", "5:17: 59s is out of range; write a duration from 1m to 30d"),
        ("poll_every: 31d", "5:17: 31d is out of range; write a duration from 1m to 30d"),
        (
            "poll_every: hourly",
            "5:17: 'hourly' is not a duration; write one such as 500ms, 30s, 5m, 24h or 2d"
        ),
        (
            "robots: ignore",
            "5:13: no reason; write {ignore: \"…\"} with who allowed it and when"
        ),
        (
            "robots: {ignore: }",
            "5:14: no reason; write {ignore: \"…\"} with who allowed it and when"
        ),
        (
            "robots: {ignore: \" \"}",
            "5:22: no reason; write {ignore: \"…\"} with who allowed it and when"
        ),
        ("robots: {}", "5:13: key 'ignore' is missing; write 'ignore: …'"),
        (
            "robots: never",
            "5:13: 'never' is no way to treat robots.txt; write obey, "
                + "or {ignore: \"your reason\"}"
        ),
        ("http: \"2\"", "5:11: unknown HTTP version '2'; write 1.1"),
        ("http: 1.0", "5:11: unknown HTTP version '1.0'; did you mean '1.1'?"),
        (
            "ca_file: ../own.pem",
            "5:14: '../own.pem' leaves the workspace; write a path inside it, or an absolute one"
        ),
        ("auth: me", "5:11: expected a mapping, found text; write 'key: value' lines"),
        (
            "auth: {}",
            "5:11: no way to authorize; write 'user' and 'password', or 'bearer', "
                + "or 'header' and 'value'"
        ),
        (
            "auth: {user: me, bearer: \"secret:env:A\"}",
            "5:11: more than one way to authorize; keep 'user' and 'password', or 'bearer', "
                + "or 'header' and 'value'"
        ),
        ("auth: {user: me}", "5:11: key 'password' is missing; write 'password: …'"),
        (
            "auth: {value: \"secret:env:A\"}",
            "5:11: key 'header' is missing; write 'header: …'"
        ),
        (
            "auth: {bearer: hunter2}",
            "5:20: a secret cannot stand in this file; write secret:env:NAME or "
                + "secret:file:NAME, and put it there"
        ),
        (
            "auth: {bearer: \"secret:hunter2\"}",
            "5:20: a secret cannot stand in this file; write secret:env:NAME or "
                + "secret:file:NAME, and put it there"
        ),
        (
            "auth: {bearer: \"secret:vault:hunter2\"}",
            "5:20: a secret cannot stand in this file; write secret:env:NAME or "
                + "secret:file:NAME, and put it there"
        ),
        (
            "auth: {bearer: \"secret:env:\"}",
            "5:20: a secret cannot stand in this file; write secret:env:NAME or "
                + "secret:file:NAME, and put it there"
        ),
        (
            "auth: {bearer: \"secret:env:hunter-2\"}",
            "5:20: no name of a variable stands after secret:env:; write A-Z, 0-9 and '_' only"
        ),
        (
            "auth: {bearer: \"secret:file:../key\"}",
            "5:20: '../key' leaves the workspace; write a path inside it, or an absolute one"
        ),
        (
            "auth: {user: \"a:b\", password: \"secret:env:A\"}",
            "5:18: a user name cannot hold ':' or a control character; write it without"
        ),
        (
            "auth: {header: X Key, value: \"secret:env:A\"}",
            "5:20: 'X Key' is no name of a header; write one such as X-Api-Key"
        ),
        (
            "auth: {header: Cookie, value: \"secret:env:A\"}",
            "5:20: 'Cookie' is not for us to choose; write the publisher's own, "
                + "such as X-Api-Key"
        ),
        (
            "auth: {header: content-LENGTH, value: \"secret:env:A\"}",
            "5:20: 'content-LENGTH' is not for us to choose; write the publisher's own, "
                + "such as X-Api-Key"
        ),
        (
            "auth: {header: authorization, value: \"secret:env:A\"}",
            "5:20: 'Authorization' has keys of its own; write 'user' and 'password', or 'bearer'"
        ),
    ])
    func `a term that cannot be`(line: String, message: String) throws {
        let text =
            "sources:\n  - id: a\n    name: A\n    url: https://example.org\n    \(line)\n"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == ["feeds/a.yaml:" + message])
    }

    @Test(arguments: [
        ("auth: {bearer: \"secret:env:A\"}", "auth"), ("http: \"1.1\"", "http"),
        ("ca_file: own.pem", "ca_file"),
    ])
    func `a file is read without terms`(line: String, key: String) throws {
        let text = "sources:\n  - id: a\n    name: A\n    path: a.xml\n    \(line)\n"
        let place = "feeds/a.yaml:5:\(key.count + 7)"
        let message =
            "'\(key)' means nothing for a file; remove it, or write 'url' instead of 'path'"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == ["\(place): \(message)"])
    }

    @Test(arguments: [
        "http://example.org", "http://127.0.0.1.example.org/", "http://10.0.0.1/",
        "http://127.evil.example/", "http://localhost.example.org/",
    ])
    func `a secret does not cross the net in the open`(address: String) throws {
        let text = """
            sources:
              - id: a
                name: A
                url: \(address)
                auth: {bearer: "secret:env:A"}
            """
        let expected =
            "feeds/a.yaml:5:11: a secret would cross the net in the open; write an https address"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == [expected])
    }

    @Test func `defaults cannot hold what belongs to one publisher`() throws {
        let text = """
            defaults: {auth: {bearer: "secret:env:A"}, poll_every: 1s}
            sources: [{id: a, name: A, path: a.xml}]
            """
        let expected = [
            "feeds/a.yaml:1:12: unknown key 'auth'; write language, region, authors, "
                + "time_zone, full_text, poll_every, robots or history",
            "feeds/a.yaml:1:56: 1s is out of range; write a duration from 1m to 30d",
        ]
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == expected)
    }
}
