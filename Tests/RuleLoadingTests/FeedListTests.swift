import Model
import RuleLoading
import TestSupport
import Testing

struct FeedListTests {
    @Test func `a source says everything about its feed`() throws {
        let list = try load([
            "feeds/forum.yaml": """
            defaults:
              language: pl
              region: PL
            sources:
              - id: kurier-forum
                name: Forum Kuriera
                kind: forum
                url: https://example.org/forum?page=1
                language: no
                region: Oslo
                time_zone: Europe/Oslo
                tags: [forum, "2"]
                limits:
                  timeout: 500ms
                  max_size: 500KB
                  max_entries: 10
                  max_pages: 7
                selectors:
                  item: article.post
                  title: h3
                  author: .author
                  date: time
                  text: .body
                  link: a.permalink
            """
        ])
        let source = Source(
            id: "kurier-forum", name: "Forum Kuriera", kind: .forum,
            language: LanguageCode(rawValue: "no"), region: "Oslo", tags: ["forum", "2"],
            selectors: PageSelectors(
                item: "article.post", title: "h3", author: ".author", date: "time",
                text: ".body", link: "a.permalink"),
            timeZone: "Europe/Oslo")
        let limits = Feed.Limits(
            timeout: .milliseconds(500), maximumSizeInBytes: 500_000, maximumEntries: 10,
            maximumPages: 7)
        let feed = Feed(
            id: "kurier-forum", source: source,
            address: .url("https://example.org/forum?page=1"), limits: limits)
        #expect(list.feeds == [feed])
        #expect(list.settings == .standard)
    }

    @Test func `a source says little and the defaults the rest`() throws {
        let list = try load([
            "feeds/a.yaml": """
            defaults: {language: pl, region: PL, time_zone: Europe/Warsaw}
            sources:
              - {id: kurier, name: Kurier, path: ./feeds/sample/kurier.xml}
            """
        ])
        let source = Source(
            id: "kurier", name: "Kurier", language: .polish, region: "PL",
            timeZone: "Europe/Warsaw")
        let feed = Feed(
            id: "kurier", source: source, address: .file(path: "./feeds/sample/kurier.xml"))
        #expect(list.feeds == [feed])
    }

    @Test(arguments: [
        ("channel: reviews", Source.Channel.reviews), ("tags: [city, news]", .news),
        ("tags: [press-releases]", .press), ("tags: [city]", .other), ("kind: forum", .forum),
        ("channel: social, kind: forum, tags: [news]", .social),
    ])
    func `the channel of a source is what it says, a tag of it, or its kind`(
        said: String, channel: Source.Channel
    ) throws {
        let list = try load([
            "feeds/a.yaml": "sources: [{id: a, name: A, url: https://example.org/, \(said)}]"
        ])
        #expect(list.feeds.map(\.source.channel) == [channel])
    }

    @Test(arguments: [
        ("extends: wordpress", "https://blog.example.org/", Source.Channel.blog),
        ("extends: discourse", "https://forum.example.org/", .forum),
        ("extends: mastodon", "https://social.example.org/@somebody", .social),
        ("extends: wordpress, channel: news", "https://blog.example.org/", .news),
    ])
    func `the channel of a known kind of site is known`(
        said: String, site: String, channel: Source.Channel
    ) throws {
        let list = try load([
            "feeds/a.yaml": "sources: [{id: a, name: A, \(said), site: '\(site)'}]"
        ])
        #expect(Set(list.feeds.map(\.source.channel)) == [channel])
    }

    @Test func `a source may speak for an own brand`() throws {
        let list = try load([
            "feeds/a.yaml": """
            sources:
              - {id: a, name: A, path: a.xml, own: true}
              - {id: b, name: B, path: b.xml}
            """
        ])
        #expect(list.feeds.map(\.source.isOwn) == [true, false])
    }

    @Test func `feeds of all files stand by id, those switched off apart`() throws {
        let list = try load([
            "feeds/b.yaml": """
            sources:
              - {id: d, name: D, url: https://example.org/d, enabled: false}
              - {id: c, name: C, url: https://example.org/c, enabled: true}
            """,
            "feeds/a.yaml": "sources: [{id: e, name: E, path: /srv/e.xml}]",
            "feeds/.hidden.yaml": "not: read",
            "feeds/README.md": "not read",
            "feeds/sample/inner.yaml": "not: read",
        ])
        #expect(list.feeds.map(\.id) == ["c", "e"])
        #expect(list.disabled.map(\.id) == ["d"])
    }

    @Test func `who only imports says that there is nothing to listen to`() throws {
        let list = try load(["feeds/a.yaml": "sources: []"])
        #expect(list.listed.isEmpty)
        #expect(list.privacy == .standard)
    }

    @Test func `addresses are kept as they are written, with any letters`() throws {
        let addresses = [
            "http://example.org", "https://example.org:8443/a/?b=ł#c", "HTTPS://Example.org/ŻÓŁW",
            "https://żółw.example/", "https://[2001:db8::1]/feed",
        ]
        let items = addresses.enumerated().map { index, address in
            "  - {id: s\(index), name: S, url: \"\(address)\"}"
        }
        let list = try load(["feeds/a.yaml": "sources:\n" + items.joined(separator: "\n")])
        #expect(list.feeds.map(\.address) == addresses.map { .url($0) })
    }

    @Test func `text is taken as it is written, whatever YAML would make of it`() throws {
        let list = try load([
            "feeds/a.yaml": """
            sources:
              - {id: 112, name: on, path: 1.50, region: " RU ", enabled: yes, tags: [20:00, 0x1F]}
            """
        ])
        let source = Source(id: "112", name: "on", region: "RU", tags: ["20:00", "0x1F"])
        let feed = Feed(id: "112", source: source, address: .file(path: "1.50"))
        #expect(list.feeds == [feed])
    }

    @Test func `defaults hold for their own file alone`() throws {
        let list = try load([
            "feeds/a.yaml": """
            defaults: {language: pl}
            sources: [{id: a, name: A, url: https://example.org/a}]
            """,
            "feeds/b.yaml": "sources: [{id: b, name: B, url: https://example.org/b}]",
        ])
        #expect(list.feeds.map(\.source.language) == [.polish, nil])
    }

    @Test func `one file may say how to behave while fetching`() throws {
        let list = try load([
            "feeds/settings.yaml": """
            fetching:
              contact: listening@example.org
              allow_networks: [10.0.0.0/8, "fd00::/8", "2001:db8:0:0:0:0:0:1/128", "::1/128"]
              allow_ports: [8080, 8443]
              proxy: socks5h://proxy.example.org:1080
              concurrency: 8
              max_bytes_in_flight: 64MB
              deadline: 45m
              pause_per_host: 0s
              pause_per_page: 10s
              at_once_per_host: 2
              at_once_per_address: 3
              hosts:
                Talk.Example.org: {pause: 60s, per_run: 1}
                wiki.example: {at_once: 3}
                localhost: {}
            """,
            "feeds/a.yaml": "sources: [{id: a, name: A, url: https://example.org/a}]",
        ])
        var settings = FetchingSettings()
        settings.contact = "listening@example.org"
        settings.allowedNetworks = [
            "10.0.0.0/8", "fd00::/8", "2001:db8:0:0:0:0:0:1/128", "::1/128",
        ]
        settings.allowedPorts = [8080, 8443]
        settings.proxy = "socks5h://proxy.example.org:1080"
        settings.concurrency = 8
        settings.maximumBytesInFlight = 64_000_000
        settings.deadline = .seconds(2_700)
        settings.pausePerHost = .zero
        settings.pausePerPage = .seconds(10)
        settings.atOncePerHost = 2
        settings.atOncePerAddress = 3
        settings.hosts = [
            "talk.example.org": HostSettings(pause: .seconds(60), perRun: 1),
            "wiki.example": HostSettings(atOnce: 3), "localhost": HostSettings(),
        ]
        #expect(list.settings == settings)
    }

    @Test func `a byte order mark and the line ends of Windows do no harm`() throws {
        let list = try load([
            "feeds/a.yaml":
                "\u{FEFF}sources:\r\n  - id: a\r\n    name: A\r\n    path: a.xml\r\n"
        ])
        #expect(list.feeds.map(\.source.name) == ["A"])
    }

    private func load(_ files: [String: String]) throws -> FeedList {
        try TemporaryFolder.with(files) { folder in
            try FeedListLoader.load(workspace: folder.path)
        }
    }
}
