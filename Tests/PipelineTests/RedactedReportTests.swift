import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What reports say of posts beside quoting them goes with the posts.
struct RedactedReportTests {
    private let site: CrawlSite
    private let author = "Zqxvit Kanarek"
    private let word = "qwzykanarek"

    init() throws { site = try CrawlSite() }

    private func forget(_ request: Forgetting.Request, in folder: TestWorkspace) throws {
        _ = try Forgetting(request, in: folder.workspace, now: .crawlDay(0.1)).execute()
    }

    private func finds(_ canary: String, in folder: TestWorkspace) throws -> [String] {
        try ByteSearch(for: canary).finds(below: folder.workspace.path)
    }

    private func trends(of folder: TestWorkspace) throws -> Trends {
        try ContractJSON.decode(Trends.self, from: folder.read("out/trends/2026-11-22.json"))
    }

    private func digest(of folder: TestWorkspace) throws -> Digest {
        try ContractJSON.decode(Digest.self, from: folder.read("out/digests/2026-11-22.json"))
    }

    /// An author's story that somebody else tells again.
    private func repeatedStory() throws -> TestWorkspace {
        let text = "Zefirnet zamyka salon przy ulicy Długiej"
        let link = "https://press.example/1"
        site.at(
            "/forum",
            document: postRSS([Post(id: "1", author: author, text: text, link: link)]))
        site.at(
            "/press",
            document: postRSS([Post(id: "2", author: "Ktoś", text: text, link: link, day: 0.1)]))
        let folder = try TestWorkspace()
        try folder.listen(
            to: ["forum", "press"].map {
                "id: \($0), name: \($0), url: '\(site.url("/" + $0))', authors: name"
            })
        return folder
    }

    @Test func `an author goes from the trend report that names them`() async throws {
        let folder = try repeatedStory()
        _ = try await folder.crawl()
        #expect(try trends(of: folder).influencers.map(\.name) == ["forum", author])
        try forget(.author(author, sources: []), in: folder)
        #expect(try trends(of: folder).influencers.map(\.name) == ["forum"])
        #expect(try finds(author, in: folder) == [])
    }

    @Test func `a report that cannot be read goes, and a page whose report is gone`() async throws {
        let folder = try repeatedStory()
        _ = try await folder.crawl()
        try FileManager.default.removeItem(
            atPath: folder.workspace.path + "/out/trends/2026-11-22.json")
        try folder.write("{\"torn\": \"\(author)", to: "out/digests/2026-11-22.json")
        let own = ["out/digests/mine.html", "out/digests/2026-11-22.notes.html"]
        for page in own { try folder.write("<p>mine</p>", to: page) }
        let erasure = try Forgetting(
            .author(author, sources: []), in: folder.workspace, now: .crawlDay(0.1)
        ).execute()
        #expect(
            erasure.filesRemoved == [
                "digests/2026-11-22.html", "digests/2026-11-22.json", "trends/2026-11-22.html",
            ])
        #expect(try finds(author, in: folder) == [])
        for page in own { #expect(try folder.read(page) == Data("<p>mine</p>".utf8)) }
    }

    @Test func `one that may reach back goes with what was said before a moment`() async throws {
        let folder = try repeatedStory()
        _ = try await folder.crawl()
        // Of a week, and of whatever time lies behind the digest before.
        let torn = ["digests/2026-11-22.json", "digests/2026-W47.json"]
        for name in torn { try folder.write("{\"torn\": \"\(author)", to: "out/" + name) }
        let erasure = try Forgetting(
            .before(.crawlDay(-0.5)), in: folder.workspace, now: .crawlDay(0.1)
        ).execute()
        #expect(erasure.filesRemoved.filter(torn.contains) == torn)
    }

    @Test func `an author goes from trends of which the archive knows nothing any more`()
        async throws
    {
        let folder = try repeatedStory()
        _ = try await folder.crawl()
        for ending in ["", "-wal", "-shm"] {
            let path = folder.workspace.archivePath + ending
            if FileManager.default.fileExists(atPath: path) {
                try FileManager.default.removeItem(atPath: path)
            }
        }
        site.at("/forum", document: postRSS([]))
        _ = try await folder.crawl(at: .crawlDay(1))
        try forget(.author(author, sources: []), in: folder)
        let trends = try trends(of: folder)
        #expect(trends.influencers.map(\.name) == ["forum"])
        #expect(trends.headlines.last?.hasPrefix("A name was erased from this report") == true)
        #expect(try finds(author, in: folder) == [])
    }

    @Test func `an author of whose posts none is left goes with the posts`() async throws {
        let folder = try repeatedStory()
        _ = try await folder.crawl()
        try forget(.text("salon"), in: folder)
        #expect(try trends(of: folder).influencers.map(\.name) == ["forum"])
        #expect(try finds(author, in: folder) == [])
    }

    /// Posts of a forum, of which those are questions that have the words for it.
    private func questions(_ texts: [String]) throws -> TestWorkspace {
        let folder = try TestWorkspace([
            "rules/categories.yaml": """
            categories:
              - id: technical_issue
                name: Technical issue
                keywords: {pl: [nie działa]}
              - id: question
                name: Question
                keywords: {pl: [kiedy, czy]}
            """
        ])
        site.at(
            "/feed",
            document: postRSS(
                texts.enumerated().map { number, text in
                    Post(
                        id: "\(number)", author: "Osoba \(number)", text: text,
                        link: "https://forum.example/t/\(number)", day: Double(number) / 100)
                }))
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/feed"))'"])
        return folder
    }

    @Test func `words that told what recurs go with the posts that had them`() async throws {
        let folder = try questions([
            "Kiedy kierownik \(word) odda pieniądze, Zefirnet?",
            "Zefirnet, kiedy kierownik \(word) przeprosi?",
            "Kiedy wróci promocja, Zefirnet?", "Zefirnet zamyka salon przy ulicy Długiej",
            "Zefirnet jest świetny", "Nowa taryfa Zefirnet od stycznia",
        ])
        _ = try await folder.crawl()
        #expect(try digest(of: folder).recurring.questions.map(\.terms) == [["kierownik", word]])
        try forget(.text(word), in: folder)
        #expect(try digest(of: folder).recurring.questions.map(\.terms) == [])
        #expect(try finds(word, in: folder) == [])
    }

    @Test func `a word stays where other posts have it in another case form`() async throws {
        let folder = try questions([
            "Czy kierownik salonu Zefirnet odda pieniądze?",
            "Czy Zefirnet zmieni kierownika salonu?", "Wróci promocja Zefirnet",
            "Zefirnet zamyka biuro przy ulicy Długiej", "Zefirnet jest świetny",
            "Nowa taryfa Zefirnet od stycznia", "Zefirnet przysłał umowę pocztą",
            "Kawiarnia obok Zefirnet otwarta",
        ])
        _ = try await folder.crawl()
        let terms = try digest(of: folder).recurring.questions.map(\.terms)
        #expect(terms == [["kierownik", "salonu"]])
        try forget(.url("https://forum.example/t/0"), in: folder)
        #expect(try digest(of: folder).recurring.questions.map(\.terms) == terms)
    }

    @Test func `a word that rose goes from the headline with the posts that had it`() async throws {
        let folder = try TestWorkspace()
        let past = (8...20).flatMap { day in
            [
                "Zefirnet otwiera salon numer \(day) przy placu, godziny otwarcia podano",
                "Rachunek Zefirnet za miesiąc \(day) przyszedł pocztą, kwota zgadza się",
            ].enumerated().map { number, text in
                Post(id: "\(day)-\(number)", text: text, day: Double(-day))
            }
        }
        let people = ["Ola", "Ewa", "Jan", "Iga", "Ula", "Rafał", "Piotr", "Zenon"]
        let recent = people.enumerated().map { number, name in
            Post(
                id: name, author: name, text: "Zefirnet: \(word), \(name) z domu \(number)",
                day: Double(-number) / 2 - 0.5)
        }
        site.at("/feed", document: postRSS(recent + past))
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/feed"))'"])
        _ = try await folder.crawl()
        #expect(try trends(of: folder).headlines[2].contains("“\(word)”"))
        try forget(.text(word), in: folder)
        #expect(try trends(of: folder).headlines[2].contains("“…”"))
        #expect(try finds(word, in: folder) == [])
    }

    @Test func `a report stays where a feed that it did not hear is named by the page`()
        async throws
    {
        let folder = try TestWorkspace([
            "feeds/list.yaml": """
            sources:
              - {id: forum, name: Forum, path: forum.xml}
              - {id: blog, name: 'https://blog.example/', path: none.xml}
            """,
            "forum.xml": postRSS([Post(id: "1", author: "Ola", text: "Zefirnet nie działa")]),
        ])
        _ = try await folder.crawl()
        let before = try digest(of: folder)
        #expect(before.health.sentence.contains("(https://blog.example/)"))
        try forget(.url("https://blog.example/"), in: folder)
        let after = try digest(of: folder)
        #expect(after.mentions.items == before.mentions.items)
        #expect(after.health.sentence.contains("(…)"))
        #expect(after.headlines.last?.hasPrefix("An address was erased from this report") == true)
    }

    @Test func `words that others have, too, stay where their posts do`() async throws {
        let folder = try await TestWorkspace.copyOfSampleRun()
        func burst() throws -> [String] {
            try digest(of: folder).alerts.compactMap(\.burst).flatMap(\.terms)
        }
        let before = try burst()
        #expect(before.contains("awaria"))
        _ = try Forgetting(
            .author("@gosia_z_oruni", sources: ["fala"]), in: folder.workspace,
            now: TestWorkspace.sampleEnd + 60
        ).execute()
        #expect(try burst() == before)
        let left = try finds("@gosia_z_oruni/880555", in: folder)
        #expect(left.filter { $0.hasPrefix("out/") } == [])
    }
}
