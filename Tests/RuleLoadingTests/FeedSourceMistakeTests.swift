import RuleLoading
import TestSupport
import Testing

/// Mistakes at a source in `feeds/`, with the line an operator reads.
struct FeedSourceMistakeTests {
    @Test(arguments: [
        ("name: A\n    path: a.xml", "2:5: key 'id' is missing; write 'id: …'"),
        ("id: a\n    path: a.xml", "2:5: key 'name' is missing; write 'name: …'"),
        (
            "id: Mój Żółw\n    name: A\n    path: a.xml",
            "2:9: 'Mój Żółw' is not an id; write a-z, 0-9, '-' and '_' only, such as 'moj-zolw'"
        ),
        (
            "id: \"!\"\n    name: A\n    path: a.xml",
            "2:9: '!' is not an id; write a-z, 0-9, '-' and '_' only"
        ),
        (
            "id: \(String(repeating: "a", count: 101))\n    name: A\n    path: a.xml",
            "2:9: an id of 101 signs; write one of 100 at most"
        ),
        (
            "id: !a\n    name: A\n    path: a.xml",
            "2:9: a value cannot begin like this; put it in quotes"
        ),
        (
            "id: a\n    name: #A\n    path: a.xml",
            "3:5: expected text, found nothing; write a text, in quotes if it begins with '#'"
        ),
        (
            "id: a\n    name: {Lampa}\n    path: a.xml",
            "3:11: expected text, found a mapping; put the text in quotes"
        ),
        (
            "id: a\n    name: \" \"\n    path: a.xml",
            "3:11: the text is empty; write one or remove it"
        ),
        ("id: a\n    name: A", "2:5: no address; write 'url: …' or 'path: …'"),
        (
            "id: a\n    name: A\n    url: https://example.org\n    path: a.xml",
            "5:11: both 'url' and 'path'; keep one of them"
        ),
    ])
    func `a source that lacks something`(source: String, message: String) throws {
        let text = "sources:\n  - \(source)\n"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == ["feeds/a.yaml:" + message])
    }

    @Test(arguments: [
        ("kind: fed", "5:11: unknown kind 'fed'; did you mean 'feed'?"),
        ("kind: newsletter", "5:11: unknown kind 'newsletter'; write feed, page or forum"),
        ("language: PL", "5:15: unknown language 'PL'; write 'pl'"),
        ("language: pl-PL", "5:15: unknown language 'pl-PL'; write 'pl'"),
        (
            "language: Polish",
            "5:15: unknown language 'Polish'; write an ISO 639-1 code, such as 'pl'"
        ),
        (
            "time_zone: Europe/Riiga",
            "5:16: unknown time zone 'Europe/Riiga'; did you mean 'Europe/Riga'?"
        ),
        (
            "time_zone: \"+01:00\"",
            "5:16: unknown time zone '+01:00'; write an IANA name, such as 'Europe/Warsaw'"
        ),
        ("enabled: maybe", "5:14: expected true or false, found text; write true or false"),
        ("tags: 5", "5:11: expected a list of text, found a number; write [one, two]"),
        (
            "tags: [a, [b]]",
            "5:15: expected text, found a list; write one text alone"
        ),
        (
            "limits: {timeout: 30}",
            "5:23: '30' is not a duration; write one such as 500ms, 30s, 5m, 24h or 2d"
        ),
        (
            "limits: {timeout: 1h30m}",
            "5:23: '1h30m' is not a duration; write one such as 500ms, 30s, 5m, 24h or 2d"
        ),
        (
            "limits: {timeout: 99999999999999999999s}",
            "5:23: '99999999999999999999s' is not a duration; "
                + "write one such as 500ms, 30s, 5m, 24h or 2d"
        ),
        (
            "limits: {timeout: 0s}",
            "5:23: the duration is zero; write a longer one, such as 30s"
        ),
        (
            "limits: {max_size: 11MB}",
            "5:24: '11MB' is not a size up to 10MB; write one such as 500KB or 10MB"
        ),
        (
            "limits: {max_size: 1GB}",
            "5:24: '1GB' is not a size up to 10MB; write one such as 500KB or 10MB"
        ),
        (
            "limits: {max_entries: 0}",
            "5:27: 0 is out of range; write a number from 1 to 100000"
        ),
        (
            "limits: {max_entries: 1.5}",
            "5:27: 1.5 is out of range; write a number from 1 to 100000"
        ),
        (
            "limits: {max_entries: many}",
            "5:27: expected a number, found text; write one such as 5 or 0.5"
        ),
        (
            "limits: {max_pages: 101}", "5:25: 101 is out of range; write a number from 1 to 100"
        ),
        (
            "limits: {size: 5}",
            "5:14: unknown key 'size'; write timeout, max_size, max_entries or max_pages"
        ),
        (
            "selectors: {item: p}",
            "5:16: a feed has no selectors; remove them, or write 'kind: page' or 'kind: forum'"
        ),
        (
            "kind: page\n    selectors: {title: p}",
            "6:16: key 'item' is missing; write 'item: …'"
        ),
    ])
    func `a value that a source cannot have`(line: String, message: String) throws {
        let text = "sources:\n  - id: a\n    name: A\n    path: a.xml\n    \(line)\n"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == ["feeds/a.yaml:" + message])
    }

    @Test(arguments: [
        ("url: example.org/a", "'example.org/a' is not a web address; write one such as https://…"),
        (
            "url: ftp://example.org",
            "'ftp://example.org' is not a web address; write one such as https://…"
        ),
        ("url: https:///a", "'https:///a' is not a web address; write one such as https://…"),
        (
            "url: https://example.org/a b",
            "the address has a space in it; write %20 for it or remove it"
        ),
        (
            "url: https://me:pw@example.org",
            "the address has a user name in it; remove what stands before '@'"
        ),
        (
            "url: https://me@example.org",
            "the address has a user name in it; remove what stands before '@'"
        ),
        ("url: https://example.org:0/", "'0' is no port; write one from 1 to 65535, or none"),
        (
            "url: https://example.org:65536",
            "'65536' is no port; write one from 1 to 65535, or none"
        ),
        (
            "url: https://example.org:99999999999999999999/",
            "'99999999999999999999' is no port; write one from 1 to 65535, or none"
        ),
        (
            "path: ../a.xml",
            "'../a.xml' leaves the workspace; write a path inside it, or an absolute one"
        ),
        (
            "path: a/./../../b",
            "'a/./../../b' leaves the workspace; write a path inside it, or an absolute one"
        ),
    ])
    func `an address that cannot be fetched`(line: String, message: String) throws {
        let text = "sources:\n  - id: a\n    name: A\n    \(line)\n"
        let column = line.hasPrefix("url") ? 10 : 11
        let expected = "feeds/a.yaml:4:\(column): \(message)"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == [expected])
    }
}
