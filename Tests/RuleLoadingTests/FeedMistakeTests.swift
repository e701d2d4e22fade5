import Foundation
import RuleLoading
import TestSupport
import Testing

/// Every mistake that can be made in `feeds/`, with the line an operator reads.
struct FeedMistakeTests {
    @Test(
        arguments: [
            ([:], "feeds: no such folder; make it and write feeds/sources.yaml"),
            (["feeds": "a file"], "feeds: no such folder; make it and write feeds/sources.yaml"),
            (
                ["feeds/README.md": "no feeds yet"],
                "feeds: no file to read in this folder; write feeds/sources.yaml"
            ),
        ] as [([String: String], String)])
    func `a workspace without feeds`(files: [String: String], message: String) throws {
        let found = try Complaints.ofFeeds(files)
        #expect(found == [message])
    }

    @Test func `files that cannot be read`() throws {
        try TemporaryFolder.with(["feeds/a.yaml/inner": "", "feeds/b.yml": "", "feeds/e.YAML": ""])
        { folder in
            try folder.write(Data("a:\n ł".utf8 + [0xFF]), to: "feeds/c.yaml")
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/feeds/d.yaml", withDestinationPath: "nowhere")
            let expected = [
                "feeds/a.yaml: cannot be read (it is a folder); make it a file you may read",
                "feeds/b.yml: not read; rename it so that it ends in .yaml",
                "feeds/c.yaml:2:3: not UTF-8 from here on; save the file as UTF-8",
                "feeds/d.yaml: cannot be read (it is a link to nothing); "
                    + "make it a file you may read",
                "feeds/e.YAML: not read; rename it so that it ends in .yaml",
            ]
            let found = try Complaints.ofFeeds(in: folder)
            #expect(found == expected)
        }
    }

    @Test(arguments: [
        ("", ": the file is empty; fill it or remove it"),
        ("# nothing yet\n", ": the file is empty; fill it or remove it"),
        ("sources:\n\t- id: a\n", ":2:1: a tab; indent with spaces"),
        ("sources:\n  - id: a\n\tname: b\n", ":3:1: a tab; indent with spaces"),
        (
            "sources:\n  - id: @a\n", ":2:9: a value cannot begin like this; put it in quotes"
        ),
        (
            "sources:\n  - id: *a\n", ":2:9: a value cannot begin like this; put it in quotes"
        ),
        (
            "sources:\n  - id: %a\n", ":2:9: a value cannot begin like this; put it in quotes"
        ),
        (
            "sources:\n  - id: &\n", ":2:9: a value cannot begin like this; put it in quotes"
        ),
        (
            "sources:\n  - id: >a\n", ":2:9: a value cannot begin like this; put it in quotes"
        ),
        ("%sources:\n  - id: a\n", ":1:1: a value cannot begin like this; put it in quotes"),
        (
            "sources:\n  - {id: a:}\n",
            ":2:11: ':' cannot stand here; put a value that holds ':' in quotes, "
                + "or line the key up with its neighbours"
        ),
        (
            "sources:\n  - id: ? a\n", ":2:9: a value cannot begin like this; put it in quotes"
        ),
        (
            "sources:\n  - {id: [#a]}\n",
            ":2:11: '#a' and all behind it in the line is a comment, so that the bracket before it "
                + "stays open; put \"#a\" in quotes"
        ),
        (
            "sources:\n  - {id: [a,, b]}\n",
            ":2:13: a value is missing; write it, in quotes if it begins with '#'"
        ),
        (
            "sources:\n  - id: 'a\n    name: b\n",
            ":2:9: the quote that opens here is never closed; write the closing quote"
        ),
        (
            "sources:\n  - id: a: b\n",
            ":2:10: ':' cannot stand here; put a value that holds ':' in quotes, "
                + "or line the key up with its neighbours"
        ),
        (
            "sources:\n  - id: a\n    name\n    path: x\n",
            ":4:5: no ':' after a key; write 'key: value', or '- ' before an item"
        ),
        (
            "sources:\n  - id: \"a\\qb\"\n",
            ":2:11: '\\' means nothing before this; write '\\\\', or use single quotes"
        ),
        (
            "sources: - a\n",
            ":1:10: '-' cannot stand here; begin a new line below the key with it"
        ),
        (
            "sources:\n  - id: a\n    - b\n",
            ":3:5: this does not belong here; indent it like its neighbours, "
                + "or quote all of the value"
        ),
        (
            "sources:\n  - id: a\n  name: b\n",
            ":3:3: an item was expected; write '- ' before it, or indent it further"
        ),
        (
            "sources: [a,\n  b\n",
            ":1:10: the list that opens here is not closed; "
                + "write ',' between its items and ']' at its end"
        ),
        (
            "sources: {a: b\n",
            ":1:10: the mapping that opens here is not closed; "
                + "write ',' between its keys and '}' at its end"
        ),
        (
            "sources: [a]\n---\nsources: [b]\n",
            ":2:1: a second document begins here; write one file for each"
        ),
        ("sources:\n  - id: a\u{1}b\n", ":2:10: a control character; remove it"),
        (
            "sources:\n  - id: a\n    name: A\n    id: b\n",
            ":4:5: key 'id' stands already at feeds/a.yaml:2:5; keep one of the two"
        ),
        (
            "sources:\n  - {name: A, id: a, id: b, name: B}\n",
            ":2:15: keys 'id' and 'name' stand twice in one mapping; keep one of each"
        ),
    ])
    func `a file that is not YAML`(text: String, message: String) throws {
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == ["feeds/a.yaml" + message])
    }

    @Test(arguments: [
        (
            "- a",
            "1:1: the list has no key; write 'sources:' on a line of its own above it, "
                + "such as 'sources:' and below it '- id: …'"
        ),
        ("text", "1:1: expected a mapping, found text; write 'key: value' lines"),
        ("defaults: {language: pl}", "1:1: key 'sources' is missing; write 'sources: …'"),
        (
            "sources:",
            "1:1: expected a list of mappings, found nothing; write '- key: …' lines"
        ),
        (
            "sources: 5",
            "1:10: expected a list of mappings, found a number; write '- key: …' lines"
        ),
        ("sources: []", "1:10: the list is empty; write an item or remove the key"),
        (
            "sources: [a]",
            "1:11: expected a mapping, found text; write 'key: value' lines"
        ),
        ("fetching: {}\nsauces: []", "2:1: unknown key 'sauces'; did you mean 'sources'?"),
        (
            "fetching: {}\nurls: []",
            "2:1: unknown key 'urls'; write defaults, sources, fetching or privacy"
        ),
        (
            "fetching: {}\ndefaults: {lanuage: pl}",
            "2:12: unknown key 'lanuage'; did you mean 'language'?"
        ),
    ])
    func `a file of another shape`(text: String, message: String) throws {
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == ["feeds/a.yaml:" + message])
    }

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

    @Test(arguments: [
        (
            "contact: nobody",
            "1:21: 'nobody' is neither a web nor a mail address; write one where you can be reached"
        ),
        (
            "allow_networks: [10.0.0.1]",
            "1:29: '10.0.0.1' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [10.0.0.256/8]",
            "1:29: '10.0.0.256/8' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [\"1::2::3/64\"]",
            "1:29: '1::2::3/64' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [\":::/8\"]",
            "1:29: ':::/8' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [\"１::/64\"]",
            "1:29: '１::/64' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [\"fd00::/129\"]",
            "1:29: 'fd00::/129' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [10.1.2.3/8]",
            "1:29: '10.1.2.3/8' opens all of 10.0.0.0/8; write that, or 10.1.2.3/32 for the one address"
        ),
        (
            "allow_networks: [\"fd00::7/8\"]",
            "1:29: 'fd00::7/8' opens all of fd00::/8; write that, or fd00::7/128 for the one address"
        ),
        ("concurrency: 1001", "1:25: 1001 is out of range; write a number from 1 to 1000"),
        (
            "pause_per_host: 1",
            "1:28: '1' is not a duration; write one such as 500ms, 30s, 5m, 24h or 2d"
        ),
        (
            "pause: 1s",
            "1:12: unknown key 'pause'; write contact, allow_networks, allow_ports, proxy, "
                + "concurrency, max_bytes_in_flight, deadline, pause_per_host, pause_per_page, "
                + "at_once_per_host, at_once_per_address or hosts"
        ),
        ("allow_ports: [0]", "1:26: 0 is out of range; write a number from 1 to 65535"),
        (
            "proxy: proxy.example.org",
            "1:19: 'proxy.example.org' is no proxy; write one such as "
                + "http://proxy.example.org:3128, https://… or socks5h://…"
        ),
        (
            "proxy: socks5://proxy.example.org",
            "1:19: 'socks5://proxy.example.org' is no proxy; write one such as "
                + "http://proxy.example.org:3128, https://… or socks5h://…"
        ),
        (
            "proxy: http://me:pw@proxy.example.org",
            "1:19: the address has a user name in it; remove what stands before '@'"
        ),
        (
            "max_bytes_in_flight: 4001MB",
            "1:33: '4001MB' is not a size up to 4000MB; write one such as 500KB or 4000MB"
        ),
        ("deadline: 0m", "1:22: the duration is zero; write a longer one, such as 30s"),
        ("at_once_per_host: 11", "1:30: 11 is out of range; write a number from 1 to 10"),
        ("at_once_per_address: 0", "1:33: 0 is out of range; write a number from 1 to 100"),
        (
            "at_once_per_host: 3",
            "1:30: a host's 3 at once are more than the 2 that one address is asked; "
                + "write 'at_once_per_address: 3' as well"
        ),
        (
            "at_once_per_address: 4, hosts: {example.org: {at_once: 5}}",
            "1:67: a host's 5 at once are more than the 4 that one address is asked; "
                + "write 'at_once_per_address: 5' as well"
        ),
        (
            "proxy: \"http://proxy.example:99999\"",
            "1:19: '99999' is no port; write one from 1 to 65535, or none"
        ),
        (
            "pause_per_page: 5",
            "1:28: '5' is not a duration; write one such as 500ms, 30s, 5m, 24h or 2d"
        ),
        ("hosts: [a]", "1:19: expected a mapping, found a list; write 'key: value' lines"),
        (
            "hosts: {\"https://example.org/\": {}}",
            "1:20: 'https://example.org/' is not a domain; write one such as example.org, "
                + "with xn-- for other letters"
        ),
        (
            "hosts: {żółw.example: {}}",
            "1:20: 'żółw.example' is not a domain; write one such as example.org, "
                + "with xn-- for other letters"
        ),
        (
            "hosts: {example.org: {}, Example.ORG: {}}",
            "1:37: key 'example.org' stands twice in one mapping; keep one"
        ),
        (
            "hosts: {example.org: {at_once: 0}}",
            "1:43: 0 is out of range; write a number from 1 to 10"
        ),
        (
            "hosts: {example.org: {per_run: 0}}",
            "1:43: 0 is out of range; write a number from 1 to 100000"
        ),
        (
            "hosts: {example.org: {every: 1s}}",
            "1:34: unknown key 'every'; write pause, at_once or per_run"
        ),
    ])
    func `a setting that cannot be`(setting: String, message: String) throws {
        let text = "fetching: {\(setting)}"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == ["feeds/a.yaml:" + message])
    }

    @Test func `nothing may be given twice, in one file or in two`() throws {
        let first = """
            fetching: {concurrency: 5}
            sources:
              - {id: a, name: A, url: "https://example.org"}
              - {id: b, name: B, path: feeds/b.xml}
            """
        let second = """
            fetching: {concurrency: 6}
            sources:
              - {id: a, name: C, path: feeds/c.xml}
              - {id: d, name: D, url: "HTTPS://Example.org/", enabled: false}
              - {id: e, name: E, path: ./feeds//b.xml}
              - {id: f, name: F, url: "https://example.org:443#top"}
              - {id: g, name: G, url: "https://example.org:80/"}
            """
        let expected = [
            "feeds/2.yaml:1:11: 'fetching' stands already at feeds/1.yaml:1:11; keep it in one file",
            "feeds/2.yaml:3:10: source 'a' stands already at feeds/1.yaml:3:10; "
                + "give this one another id",
            "feeds/2.yaml:4:27: this address stands already at feeds/1.yaml:3:27; "
                + "remove one of the two sources",
            "feeds/2.yaml:5:28: this address stands already at feeds/1.yaml:4:28; "
                + "remove one of the two sources",
            "feeds/2.yaml:6:27: this address stands already at feeds/1.yaml:3:27; "
                + "remove one of the two sources",
        ]
        let files = ["feeds/1.yaml": first, "feeds/2.yaml": second]
        let found = try Complaints.ofFeeds(files)
        #expect(found == expected)
    }

    @Test func `a merge key is told for what it is`() throws {
        let found = try Complaints.ofFeeds([
            "feeds/a.yaml": """
            sources:
              - &first {id: a, name: A, path: a.xml}
              - {<<: *first, id: b}
            """
        ])
        #expect(
            found.contains("feeds/a.yaml:3:6: merge keys (<<) are not read; write the keys out"))
    }
}
