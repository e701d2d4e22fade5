import Foundation
import RuleLoading
import TestSupport
import Testing

/// Every mistake that can be made in `feeds/`, with the line an operator reads.
struct FeedMistakeTests {
    @Test(
        arguments: [
            (
                [:],
                "feeds: no such folder; make it and write feeds/sources.yaml ('sources: []' if all is imported)"
            ),
            (
                ["feeds": "a file"],
                "feeds: no such folder; make it and write feeds/sources.yaml ('sources: []' if all is imported)"
            ),
            (
                ["feeds/README.md": "no feeds yet"],
                "feeds: no file to read in this folder; write feeds/sources.yaml ('sources: []' if all is imported)"
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
