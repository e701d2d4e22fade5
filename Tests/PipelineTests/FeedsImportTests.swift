import Foundation
import Model
import Pipeline
import TestSupport
import Testing

struct FeedsImportTests {
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace([
            "feeds/mine.yaml": """
            sources:
              - {id: known, name: Known, url: 'https://known.example/feed'}
              - {id: off, name: Off, url: 'https://off.example/feed', enabled: false}
            """
        ])
    }

    private let list = """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0"><head><title>Lista\nKasi</title></head><body>
        <outline text="Wiadomości"><outline text="Łódź i okolice">
        <outline type="rss" text="Żółta Gęś" xmlUrl="https://ges.example/rss" htmlUrl="https://ges.example/"
          language="pl-PL"/>
        <outline type="rss" text="Żółta Gęś" xmlUrl="https://ges.example/komentarze"/>
        </outline></outline>
        <outline type="rss" text="Known" xmlUrl="HTTPS://Known.example/feed"/>
        <outline type="rss" text="Off" xmlUrl="https://off.example/feed"/>
        <outline type="rss" text="Twice" xmlUrl="https://GES.example/rss"/>
        <outline type="link" text="No feed" url="https://page.example/"/>
        <outline type="rss" text="Locked" xmlUrl="https://kasia:canary-1@locked.example/feed"/>
        <outline type="rss" text="Mail" xmlUrl="mailto:canary-2@mail.example"/>
        <outline type="rss" text="Key" xmlUrl="https://known.example/feed?key=canary-3"/>
        <outline type="rss" text="Key again" xmlUrl="https://known.example/feed?key=canary-3"/>
        </body></opml>
        """

    private func take(_ text: String, into file: String = "taken-over.yaml") throws(RunError)
        -> FeedImport.Report
    {
        try FeedImport(workspace: folder.workspace).run(
            Array(text.utf8), named: "list.opml", into: file)
    }

    @Test func `what is new is written to a file that loads`() throws {
        let report = try take(list)
        #expect(report.file == "feeds/taken-over.yaml")
        #expect(report.imported == 3)
        #expect(
            String(decoding: try folder.read("feeds/taken-over.yaml"), as: UTF8.self) == """
                # Taken over from "Lista Kasi".

                sources:

                  - id: zolta-ges
                    name: Żółta Gęś
                    url: https://ges.example/rss
                    site: https://ges.example/
                    language: pl
                    tags: [Wiadomości, Łódź i okolice]

                  - id: zolta-ges-2
                    name: Żółta Gęś
                    url: https://ges.example/komentarze
                    tags: [Wiadomości, Łódź i okolice]

                  - id: key
                    name: Key
                    url: https://known.example/feed?key=canary-3

                """)
        #expect(
            try folder.check().map(\.health.feed) == ["key", "known", "zolta-ges", "zolta-ges-2"])
    }

    @Test func `what is left out is told with its reason, and no secret of it`() throws {
        let report = try take(list)
        #expect(
            report.skipped.map { "\($0.name): \($0.reason)" } == [
                "Known: feeds/ has HTTPS://Known.example/feed already",
                "Off: feeds/ has https://off.example/feed already",
                "Twice: https://GES.example/rss stands in the list twice",
                "No feed: it has no xmlUrl",
                "Locked: 'https://locked.example/feed' has a password in it; write that as a secret under "
                    + "auth:",
                "Mail: 'mailto:canary-2@mail.example' is no web address",
                "Key again: https://known.example/feed?key=hidden stands in the list twice",
            ])
        let text = ImportText(report, style: TerminalStyle(isOn: false)).text
        #expect(
            text.hasSuffix(
                "3 feeds written to feeds/taken-over.yaml, 7 left out; "
                    + "`earshot run` polls them\n"))
        #expect(!text.contains("canary-1") && !text.contains("canary-3"))
    }

    @Test func `what lies in two folders has the tags of both`() throws {
        let report = try take(
            """
            <opml version="1.0"><body>
            <outline text="Prasa"><outline type="rss" text="A" xmlUrl="https://a.example/rss"/></outline>
            <outline text="Rano"><outline type="rss" text="A" xmlUrl="https://a.example/rss"/></outline>
            </body></opml>
            """)
        #expect(report.imported == 1)
        let list = String(decoding: try folder.read("feeds/taken-over.yaml"), as: UTF8.self)
        #expect(list.contains("tags: [Prasa, Rano]\n"))
    }

    @Test func `pages that another reader takes apart are left out`() throws {
        let report = try take(
            """
            <opml version="2.0"><body>
            <outline type="HTML+XPath" text="Forum" xmlUrl="https://f.example/t"/>
            <outline type="JSON+DotNotation" text="API" xmlUrl="https://j.example/api"/>
            <outline type="JSONFeed" text="Blog" xmlUrl="https://b.example/feed.json"/>
            </body></opml>
            """)
        #expect(report.imported == 1)
        let end = "if it is a page, write it with kind: page and selectors"
        #expect(
            report.skipped.map { "\($0.name): \($0.reason)" } == [
                "Forum: https://f.example/t is no feed, but taken apart by its reader (HTML+XPath); \(end)",
                "API: https://j.example/api is no feed, but taken apart by its reader "
                    + "(JSON+DotNotation); \(end)",
            ])
    }

    @Test func `taken over once more, there is nothing new`() throws {
        _ = try take(list)
        let before = try folder.read("feeds/taken-over.yaml")
        let report = try take(list, into: "more.yaml")
        #expect(report.file == nil)
        #expect(report.imported == 0)
        #expect(report.skipped.count == 10)
        #expect(
            !FileManager.default.fileExists(atPath: folder.workspace.path + "/feeds/more.yaml"))
        #expect(try folder.read("feeds/taken-over.yaml") == before)
        #expect(
            ImportText(report, style: TerminalStyle(isOn: false)).text
                .hasSuffix("nothing new in the list, so nothing was written\n"))
    }

    @Test func `no file is written over`() throws {
        let before = try folder.read("feeds/mine.yaml")
        let error = #expect(throws: RunError.self) { try take(list, into: "mine.yaml") }
        #expect(error?.exitCode == 65)
        #expect(error?.description == "feeds/mine.yaml: is there already; name another by --into")
        #expect(try folder.read("feeds/mine.yaml") == before)
    }

    @Test(arguments: ["../rules/brands.yaml", "list.yml", ".hidden.yaml", "/tmp/x.yaml", ""])
    func `only a file of feeds is written`(name: String) throws {
        let error = #expect(throws: RunError.self) { try take(list, into: name) }
        #expect(
            error?.description
                == "'\(name)': write the name of a file in feeds/, such as taken-over.yaml")
    }

    @Test(arguments: [
        (
            numberedRSS(1...1),
            "list.opml: line 1, column 1: this is a feed, not an OPML list of feeds; check the file"
        ),
        ("", "list.opml: the document is empty; check the address"),
        (
            "<opml><body><outline text='a'",
            "list.opml: line 1, column 30: the document ends too early; tell the publisher if it does "
                + "each time"
        ),
    ])
    func `what is no list is refused`(text: String, message: String) throws {
        let error = #expect(throws: RunError.self) { try take(text) }
        #expect(error?.exitCode == 65)
        #expect(error?.description == message)
    }

    @Test func `a workspace without feeds gets its first`() throws {
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/feeds")
        #expect(try take(list).imported == 5)
        #expect(try folder.check().count == 5)
    }

    @Test func `with a wrong feeds file nothing is taken over`() throws {
        try folder.write("sources: [{id: x}]\n", to: "feeds/wrong.yaml")
        let error = #expect(throws: RunError.self) { try take(list) }
        #expect(error?.exitCode == 65)
        #expect(error?.description.contains("feeds/wrong.yaml:1") == true)
    }
}
