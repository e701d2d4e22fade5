import Foundation
import Model
import Pipeline
import Reporting
import TestSupport
import Testing

/// What a run keeps of people, looked for in every byte that it writes.
@Suite(.timeLimit(.minutes(5)))
struct PrivacyTests {
    private let site: CrawlSite
    private let folder: TestWorkspace
    private let author = "Zqxvit Kanarek"

    init() throws {
        site = try CrawlSite()
        folder = try TestWorkspace()
    }

    private func listen(_ more: String = "", privacy: String? = nil) throws {
        try folder.listen(to: ["id: forum, name: Forum, url: '\(site.url("/feed"))'\(more)"])
        if let privacy { try folder.write("privacy: \(privacy)\n", to: "feeds/privacy.yaml") }
    }

    private func finds(_ canary: String) throws -> [String] {
        try ByteSearch(for: canary).finds(below: folder.workspace.path)
    }

    private func search(_ search: EntrySearch = EntrySearch()) throws -> [SearchResult] {
        try Archive(workspace: folder.workspace).search(search)
    }

    @Test func `nothing that tells who a person is gets anywhere`() async throws {
        let canaries = [
            "qzx.kanarek@poczta.example", "791 402 857", "79100112346", "4532015112830366",
            "PL61109010140000071219812874",
        ]
        site.at(
            "/feed",
            document: postRSS([
                Post(
                    id: "tag:\(canaries[0])", author: "\(canaries[0]) (Ola)",
                    title: "Zefirnet nie działa, mój adres \(canaries[0])",
                    text: """
                        U mnie Zefirnet nie działa od rana, zadzwońcie: \(canaries[1]), pesel \
                        \(canaries[2]), karta \(canaries[3]), konto \(canaries[4])
                        """,
                    link: "https://forum.example/u?mail=qzx.kanarek%40poczta.example")
            ]))
        try listen()
        _ = try await folder.crawl()
        for canary in canaries + ["qzx.kanarek", "qzx.kanarek%40"] {
            #expect(try finds(canary).isEmpty, "\(canary)")
        }
        let result = try #require(try search().first)
        #expect(result.title == "Zefirnet nie działa, mój adres [e-mail]")
        let stored = try Archive(workspace: folder.workspace).entryText(number: result.number)
        #expect(
            stored.text == """
                U mnie Zefirnet nie działa od rana, zadzwońcie: [phone], pesel [PESEL], karta \
                [card number], konto [IBAN]
                """)
        let mention = try #require(result.tags.mentions.last?.mention)
        let scalars = Array(stored.text.unicodeScalars)[mention.range]
        #expect(String(String.UnicodeScalarView(scalars)) == mention.form)
        // The same document again is nothing new.
        let again = try await folder.crawl(at: .crawlDay(2))
        #expect(again.feeds.first?.changedEntries ?? 0 == 0 && again.newEntries == 0)
    }

    @Test func `entries whose ids and links are those of e-mails stay apart`() async throws {
        site.at(
            "/feed",
            document: postRSS(
                (1...3).map { number in
                    Post(
                        id: "<2026112\(number).qvz@poczta.example>", text: "Zefirnet \(number)",
                        link: "https://list.example/<\(number).qvz@poczta.example>/")
                }))
        try listen()
        for day in [0.0, 1] { _ = try await folder.crawl(at: .crawlDay(day)) }
        let results = try search()
        #expect(results.count == 3)
        #expect(Set(results.map(\.link)).count == 3)
        #expect(try finds("qvz@").isEmpty)
    }

    @Test func `published contacts stay, and so does all where nothing is to be masked`()
        async throws
    {
        let text = "Zefirnet: help@zefirnet.example albo ola@poczta.example"
        site.at("/feed", document: postRSS([Post(id: "1", text: text)]))
        try listen(privacy: "{unmasked: ['@zefirnet.example']}")
        _ = try await folder.crawl()
        #expect(try folder.texts() == ["Zefirnet: help@zefirnet.example albo [e-mail]"])
        // What the feed still shows is taken in again once its document changes.
        try listen(privacy: "{mask: false}")
        site.at("/feed", document: postRSS([Post(id: "1", text: text), Post(id: "2", text: "A")]))
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try folder.texts() == ["A", text])
    }

    @Test func `of an author a source keeps a pseudonym, the name too, or nothing`() async throws {
        site.at("/feed", document: postRSS([Post(id: "1", author: author, text: "Zefirnet")]))
        try listen()
        _ = try await folder.crawl()
        #expect(try finds("Zqxvit").isEmpty)
        let pseudonym = try #require(try search().first?.author)
        #expect(pseudonym.count == 26)

        let named = try PrivacyTests()
        named.site.at("/feed", document: postRSS([Post(id: "1", author: author, text: "Zefirnet")]))
        try named.listen(", authors: name")
        _ = try await named.folder.crawl()
        #expect(try named.search().first?.authorName == author)

        let silent = try PrivacyTests()
        silent.site.at(
            "/feed", document: postRSS([Post(id: "1", author: author, text: "Zefirnet")]))
        try silent.listen(", authors: none")
        _ = try await silent.folder.crawl()
        #expect(try silent.search().map(\.author) == [nil])
    }

    @Test func `rows of mentions name authors as far as they are kept, digests none`() async throws
    {
        site.at("/feed", document: postRSS([Post(id: "1", author: author, text: "Zefirnet")]))
        try listen(", authors: name, region: Riga, channel: social")
        _ = try await folder.crawl()
        let archive = try Archive(workspace: folder.workspace)
        let digest = try archive.digest(DigestRequest(), now: .crawlDay(0))
        let origins = try archive.origins(in: digest)
        let mention = try #require(digest.mentions.items.first)
        #expect(
            origins == [
                mention.sequence: MentionOrigin(
                    Source(id: "forum", name: "Forum", region: "Riga", channel: .social),
                    author: try search().first?.author, authorName: author)
            ])
        let json = String(decoding: try ContractJSON.encode(digest), as: UTF8.self)
        #expect(!json.contains("Zqxvit") && !json.contains("\"author\""))
    }

    @Test func `what a source may not keep any more is forgotten by the next run`() async throws {
        site.at("/feed", document: postRSS([Post(id: "1", author: author, text: "Zefirnet")]))
        try listen(", authors: name")
        _ = try await folder.crawl()
        #expect(try !finds("Zqxvit").isEmpty)
        try listen()
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try search().first?.authorName == nil)
        #expect(try search().first?.author != nil)
        #expect(try finds("Zqxvit").isEmpty)
        try listen(", authors: none")
        _ = try await folder.crawl(at: .crawlDay(4))
        #expect(try search().first?.author == nil)
    }

    @Test func `an author's history is found by name and by pseudonym`() async throws {
        site.at(
            "/feed",
            document: postRSS([
                Post(id: "1", author: author, text: "Zefirnet pada"),
                Post(id: "2", author: "Ktoś inny", text: "Zefirnet działa"),
                Post(id: "3", author: author.uppercased(), text: "Pogoda"),
            ]))
        try listen()
        _ = try await folder.crawl()
        let byName = try folder.workspace.pseudonyms(of: author, at: "forum")
        #expect(try search(EntrySearch(authors: byName)).count == 2)
        let pseudonym = try #require(byName.first)
        #expect(try folder.workspace.pseudonyms(of: pseudonym, at: nil) == byName)
        let error = #expect(throws: RunError.self) {
            try folder.workspace.pseudonyms(of: author, at: "fourm")
        }
        #expect(error?.description == "there is no source 'fourm'; there are forum")
    }
}
