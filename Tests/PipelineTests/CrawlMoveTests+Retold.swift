import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// A site made anew tells its posts again, at another address or the same.
extension CrawlMoveTests {
    @Test(arguments: [("/new", false), ("/new", true), ("/old", false)])
    func `what a blog tells anew from another platform counts once`(
        path: String, isDatedAnew: Bool
    ) async throws {
        let posts = (1...5).map { number in
            Post(
                id: "old-\(number)", title: "Wpis \(number)", text: "Zefirnet po raz \(number)",
                link: site.url("/p/\(number)"), day: Double(-number))
        }
        try folder.write(
            """
            time_zone: Europe/Warsaw
            teams: [{id: support, name: Support}]
            default_team: support
            tickets:
              installation: test
              destinations: [{id: lines, system: jsonl, path: out/tickets, language: pl}]
              routes: [{when: {severity_at_least: low}, to: lines}]
            """, to: "rules/routing.yaml")
        site.at("/old", document: postRSS(posts))
        _ = try await folder.crawl()
        _ = try await folder.crawl(at: .crawlDay(3))
        let archive = try Archive(workspace: folder.workspace)
        #expect(try archive.trends(days: 28, now: .crawlDay(3)).totals.counts.mentions == 5)

        let moved = posts.map { post in
            var post = post
            post.id = "new-" + post.id
            post.link = site.url("/blog/" + post.id)
            if isDatedAnew { post.day = 4 }
            return post
        }
        let new = Post(
            id: "6", title: "Wpis 6", text: "Zefirnet po raz 6", link: site.url("/blog/6"), day: 4.5
        )
        site.at(path, document: postRSS([new] + moved))
        try folder.listen(to: ["id: news, name: News, url: '\(site.url(path))'"])
        let report = try await folder.crawl(at: .crawlDay(5))
        #expect(report.newEntries == 6)
        #expect(report.tickets?.planned == 1)
        let digest = try archive.digest(DigestRequest(), now: .crawlDay(5))
        #expect(digest.totals.counts.mentions == 1)
        #expect(try archive.trends(days: 28, now: .crawlDay(5)).totals.counts.mentions == 6)
        site.at(path, document: postRSS([new] + moved))
        #expect(try await folder.crawl(at: .crawlDay(7)).newEntries == 0)
    }

    /// What is stored is the text of the pages, which the feed only begins.
    @Test func `what is told anew counts once though its text is that of its pages`() async throws {
        func post(_ number: Int, at path: String, day: Double) -> Post {
            let place = "\(path)/\(number)"
            site.at(
                place,
                document: """
                    <!DOCTYPE html><html><head><title>Wpis \(number)</title></head><body><article>
                    <p>Zefirnet po raz \(number) nie działa już od samego rana, a z infolinii nikt nie
                    oddzwania, choć obiecywano to mieszkańcom już dwa razy w tym tygodniu.</p>
                    <p>Dopiero pod wieczór operator przyznał, że zawiodło urządzenie w piwnicy bloku,
                    i przeprosił wszystkich, którzy czekali na naprawę.</p></article></body></html>
                    """, type: "text/html")
            return Post(
                id: place, title: "Wpis \(number)", text: "Zefirnet po raz \(number)",
                link: site.url(place), day: day)
        }
        func listen(to path: String) throws {
            try folder.listen(to: [
                "id: news, name: News, url: '\(site.url(path))', full_text: true"
            ])
        }
        try listen(to: "/old")
        site.at("/old", document: postRSS((1...5).map { post($0, at: "/p", day: Double(-$0)) }))
        _ = try await folder.crawl()
        _ = try await folder.crawl(at: .crawlDay(3))
        #expect(try folder.texts().count { $0.contains("w piwnicy bloku") } == 5)
        try listen(to: "/new")
        site.at(
            "/new",
            document: postRSS(
                [post(6, at: "/blog", day: 4.5)] + (1...5).map { post($0, at: "/blog", day: 4) }))
        #expect(try await folder.crawl(at: .crawlDay(5)).newEntries == 6)
        let archive = try Archive(workspace: folder.workspace)
        #expect(try archive.digest(DigestRequest(), now: .crawlDay(5)).totals.counts.mentions == 1)
        #expect(try archive.trends(days: 28, now: .crawlDay(5)).totals.counts.mentions == 6)
    }

    /// Each week a column says the same; the list is shorter than what is stored.
    @Test(arguments: [3, 5])
    func `the new post of a column is news though its site has moved`(stored: Int) async throws {
        func post(_ id: String, day: Double) -> Post {
            Post(
                id: id, title: "Pytania i odpowiedzi", text: "Zefirnet: zapytaj w komentarzu",
                link: site.url("/p/\(id)"), day: day)
        }
        let weeks = (1...stored).map { Double(-7 * $0) }
        site.at("/old", document: postRSS(weeks.map { post("old\(Int($0))", day: $0) }))
        _ = try await folder.crawl()
        _ = try await folder.crawl(at: .crawlDay(3))
        let shown = [4.5] + weeks.prefix(3)
        site.at("/new", document: postRSS(shown.map { post("new\(Int($0))", day: $0) }))
        try folder.listen(to: ["id: news, name: News, url: '\(site.url("/new"))'"])
        #expect(try await folder.crawl(at: .crawlDay(5)).newEntries == 4)
        let archive = try Archive(workspace: folder.workspace)
        #expect(try archive.digest(DigestRequest(), now: .crawlDay(5)).totals.counts.mentions == 1)
        #expect(
            try archive.trends(days: 70, now: .crawlDay(5)).totals.counts.mentions == stored + 1)
    }

    @Test func `what another says in the same short words is news though the site has moved`()
        async throws
    {
        func post(_ id: String, _ text: String, day: Double) -> Post {
            Post(id: id, text: text, link: site.url("/p/\(id)"), day: day)
        }
        site.at("/old", document: postRSS([post("a", "Zefirnet super", day: -1)]))
        _ = try await folder.crawl()
        _ = try await folder.crawl(at: .crawlDay(3))
        site.at(
            "/new",
            document: postRSS([
                post("c", "Zefirnet super", day: 4.5), post("b", "Zefirnet słabo", day: 4.25),
            ]))
        try folder.listen(to: ["id: news, name: News, url: '\(site.url("/new"))'"])
        _ = try await folder.crawl(at: .crawlDay(5))
        let archive = try Archive(workspace: folder.workspace)
        #expect(try archive.digest(DigestRequest(), now: .crawlDay(5)).totals.counts.mentions == 2)
    }

    /// Posts of one feed, all under other ids and links than the last, and dated by the day they came.
    private func retold(_ texts: [String], as name: String, from day: Double) -> [Post] {
        texts.enumerated().map { number, text in
            Post(
                id: "\(name)-\(number)", text: text, link: site.url("/\(name)/\(number)"),
                day: day - Double(number) / 100)
        }
    }

    @Test func `what a feed tells anew at its own address, and dates anew, counts once`()
        async throws
    {
        let texts = [
            "Zefirnet od poniedziałku nie działa na całym osiedlu przy rzece.",
            "Byłem dziś w salonie, a Zefirnet przenosi go na drugi koniec miasta.",
            "Sąsiadka czeka trzeci tydzień, aż Zefirnet przyśle jej nową umowę.",
            "Po burzy zgasło światło, lecz router od Zefirnet pracował dalej.",
            "Ile płacicie za sam internet? U mnie Zefirnet chce już sto złotych.",
            "Latem Zefirnet kładł światłowód i rozkopał chodnik przed przedszkolem.",
        ]
        site.at("/old", document: postRSS(retold(texts, as: "p", from: -1)))
        _ = try await folder.crawl()
        let new = Post(
            id: "new", text: "Zefirnet wreszcie działa", link: site.url("/blog/new"), day: 2.5)
        site.at("/old", document: postRSS([new] + retold(texts, as: "blog", from: 2)))
        #expect(try await folder.crawl(at: .crawlDay(3)).newEntries == 7)
        let archive = try Archive(workspace: folder.workspace)
        #expect(try archive.digest(DigestRequest(), now: .crawlDay(3)).totals.counts.mentions == 1)
        #expect(try archive.trends(days: 28, now: .crawlDay(3)).totals.counts.mentions == 7)
    }

    /// Seven of twelve are new; a title of a day may be that of another post of this day.
    @Test(arguments: [(0.0123, 7), (0, 12)])
    func `posts told anew at seconds of their own count once beside many that are new`(
        time: Double, count: Int
    ) async throws {
        func post(_ title: String, at path: String, day: Double) -> Post {
            let place = "/\(path)/\(title)"
            return Post(
                id: place, title: title, text: "Zefirnet: \(title)", link: site.url(place),
                day: day + time)
        }
        func posts(at path: String) -> [Post] {
            (1...5).map { post("Wpis-\($0)", at: path, day: -Double($0)) }
        }
        site.at("/old", document: postRSS(posts(at: "p")))
        _ = try await folder.crawl()
        let new = (1...7).map { post("Nowe-\($0)", at: "blog", day: 2.5 + Double($0) / 24) }
        site.at("/old", document: postRSS(new + posts(at: "blog")))
        #expect(try await folder.crawl(at: .crawlDay(3)).newEntries == 12)
        let archive = try Archive(workspace: folder.workspace)
        let digest = try archive.digest(DigestRequest(), now: .crawlDay(3))
        #expect(digest.totals.counts.mentions == count)
    }

    /// The list of a busy forum turns over between two polls.
    @Test func `what others say in the same short words at the same address is news`() async throws
    {
        let thanks = ["super", "słabo", "dziękuję", "polecam", "odradzam", "brawo"]
            .map { "Zefirnet \($0)!" }
        site.at("/old", document: postRSS(retold(thanks, as: "a", from: 0)))
        _ = try await folder.crawl()
        site.at("/old", document: postRSS(retold(thanks, as: "b", from: 2.5)))
        _ = try await folder.crawl(at: .crawlDay(3))
        let archive = try Archive(workspace: folder.workspace)
        #expect(try archive.digest(DigestRequest(), now: .crawlDay(3)).totals.counts.mentions == 6)
    }
}
