import Model
import RuleLoading
import TestSupport
import Testing

struct FeedListWriterTests {
    @Test func `a file is written as a person would write it`() {
        let sources = [
            NewSource(
                id: "kurier", name: "Kurier: Gdańsk", url: "https://example.org/feed?a=1#b",
                site: "https://example.org/", language: .polish, tags: ["news", "a, b"],
                isEnabled: false),
            NewSource(id: "my-blog", name: "My Blog", url: "https://blog.example.org/feed"),
        ]
        let expected = """
            sources:

              - id: kurier
                name: "Kurier: Gdańsk"
                url: https://example.org/feed?a=1#b
                site: https://example.org/
                language: pl
                tags: [news, "a, b"]
                enabled: false

              - id: my-blog
                name: My Blog
                url: https://blog.example.org/feed

            """
        #expect(FeedListWriter.yaml(of: sources) == expected)
    }

    @Test func `whatever a source is called, it loads again to the same`() throws {
        let sources = Self.names.enumerated().map { index, name in
            NewSource(
                id: Source.ID(index == 0 ? "null" : "s-\(1_000 + index)"), name: name,
                url: "https://example.org/\(index)?a=b:c&d='\"#,[]{}",
                site: index.isMultiple(of: 2) ? nil : "https://example.org/#\(index)",
                language: index.isMultiple(of: 3) ? .latvian : nil,
                tags: index.isMultiple(of: 5) ? [] : [name, "plain", name + "]"],
                isEnabled: !index.isMultiple(of: 7))
        }
        let text = FeedListWriter.yaml(of: sources)
        let list = try TemporaryFolder.with(["feeds/a.yaml": text]) { folder in
            try FeedListLoader.load(workspace: folder.path)
        }
        let loaded = (list.feeds.map { ($0, true) } + list.disabled.map { ($0, false) })
            .sorted { $0.0.id < $1.0.id }
            .map { feed, isEnabled in Self.newSource(feed, isEnabled: isEnabled) }
        #expect(loaded == sources)
    }

    @Test(arguments: ["", " ", "\n\t", "\u{FEFF} "])
    func `a source without a name goes by its id`(name: String) {
        #expect(NewSource(id: "a", name: name, url: "https://example.org").name == "a")
    }

    @Test(arguments: [
        ("My Blog", [], "my-blog"), ("My Blog", ["my-blog"], "my-blog-2"),
        ("My Blog", ["my-blog", "my-blog-2", "my-blog-4"], "my-blog-3"),
        ("Żółć – „gęślą” jaźń!", [], "zolc-gesla-jazn"), ("_Ķīpa_", [], "kipa"),
        ("Новости", [], "source"), ("", ["source"], "source-2"), ("7 dni", [], "7-dni"),
        (String(repeating: "ab ", count: 40), [], String(repeating: "ab-", count: 19) + "ab"),
    ])
    func `a fresh id is like the name and like no other id`(
        name: String, used: [String], id: String
    ) {
        #expect(FeedListWriter.freshID(for: name, avoiding: Set(used)) == id)
    }

    // MARK: - Private

    /// Names that some reader of YAML takes for something else, and pieces put together at random.
    private static let names: [String] = {
        let pieces = [
            "\"", "'", "#", " #", ": ", ":", "- ", "-", "---", "...", "? ", "!", "!!str", "&a",
            "*a",
            "%", "@", "`", "|", ">", "{", "}", "[", "]", ",", "~", "null", "NULL", "yes", "no",
            "on",
            "true", "1e3", "0x1F", "1.50", "20:00", "2026-11-22", "=", "<<", "\\", "\\n", "\n",
            "\n\n", "\t", "\r\n", " ", "  ", "☕️", "👩‍👩‍👧", "zażółć gęślą jaźń", "Rīgas Čaks",
            "\u{0}", "\u{1}", "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}",
            "\u{FFFE}", "\u{202E}", "e\u{301}", "",
        ]
        var random = SeededGenerator(seed: 7)
        let mixed = (0..<400).map { _ in
            let count = Int.random(in: 1...6, using: &random)
            return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        return pieces + pieces.map { "a" + $0 } + pieces.map { $0 + "a" } + mixed
    }()

    private static func newSource(_ feed: Feed, isEnabled: Bool) -> NewSource {
        let source = feed.source
        return NewSource(
            id: source.id, name: source.name, url: address(of: feed), site: source.site,
            language: source.language, tags: source.tags, isEnabled: isEnabled)
    }

    private static func address(of feed: Feed) -> String {
        switch feed.address {
        case .url(let text): text
        case .file(let path): path
        }
    }
}
