import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct MentionRowsTests {
    /// So many mentions, every other one of which is a question.
    private func digest(_ count: Int64) -> Digest {
        SampleReports.digest(
            of: (1...count).map { number in
                .sample(
                    number, "Zefirnet <b>awaria</b> & \(number)?",
                    saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)],
                    categories: number % 2 == 0 ? [.sample("question")] : [])
            })
    }

    private struct Page: Decodable {
        struct Row: Decodable {
            let id: String
            let tone: String
            let answer: String?
            let link: String?
            let reasons: [Int]?
        }

        let rows: [Row]
        let reasons: [[String]]

        init(_ html: String) throws {
            let data = Data(PageOutline(html).data.utf8)
            self = try JSONDecoder().decode(Page.self, from: data)
        }
    }

    /// Ids of the rows that stand in a page without its script.
    private func written(_ html: String) -> [String] {
        html.matches(of: /<li class="mention" id="m-([^"]+)">/).map { String($0.output.1) }
    }

    @Test func `the script knows of every mention, and makes the rows that are not there`() throws {
        let digest = digest(300)
        let html = try DigestPage.html(of: digest)
        let page = try Page(html)
        #expect(page.rows.map(\.id) == digest.mentions.items.map(\.id.value))
        let made = page.rows.filter { $0.reasons != nil }.map(\.id)
        #expect(Set(made).isDisjoint(with: written(html)))
        #expect(made.count + written(html).count == 300)
    }

    @Test func `the newest mentions, and those told of in full, are there without a script`() throws
    {
        let digest = digest(300)
        let html = try DigestPage.html(of: digest)
        let rows = Set(written(html))
        let newest = digest.mentions.items.prefix(40)
        #expect(newest.allSatisfy { rows.contains($0.id.value) })
        let links = html.matches(of: /<p class="spread"><a href="#m-([^"]+)">/).map {
            String($0.output.1)
        }
        #expect(links.count > 10)
        #expect(links.filter { !rows.contains($0) } == [])
        #expect(html.contains("<noscript><p class=\"standfirst\">Without scripts this page lists"))
    }

    @Test func `a page that holds every row says nothing of scripts`() throws {
        let html = try DigestPage.html(of: digest(30))
        #expect(written(html).count == 30)
        #expect(!html.contains("<noscript>"))
    }

    @Test func `what needs an answer can be told by the script`() throws {
        let digest = digest(60)
        let page = try Page(DigestPage.html(of: digest))
        let waiting = page.rows.filter { $0.answer == MentionRow.needsAnswer }.map(\.id)
        #expect(Set(waiting) == Set(digest.needsAnswer.items.map(\.mention.value)))
        #expect(waiting.count == 30)
    }

    @Test func `past a hundred, what needs an answer is left to the list and said so`() throws {
        let html = try DigestPage.html(of: digest(300))
        #expect(html.matches(of: /<p class="due">/).count == 112)
        #expect(html.contains("And 38 more: choose “needs an answer” in the list of all mentions."))
    }

    @Test func `a filter says how many mentions of the list it leaves`() throws {
        let digest = SampleReports.digest(of: [
            .sample(
                1, "Zefirnet i Kawka, kiedy?",
                saying: [
                    .init(of: "zefirnet", as: "Zefirnet"), .init(of: "kawka", as: "Kawka"),
                ], categories: [.sample("question")]),
            .sample(
                2, "Kawka, kiedy?", saying: [.init(of: "kawka", as: "Kawka")],
                categories: [.sample("question")]),
        ])
        // Posts, of which the list has one twice.
        #expect(digest.categories.map(\.counts.mentions) == [2])
        let filters = FilterView.all(digest, words: PageWords(.english))
        func count(_ name: String, _ value: String) -> String? {
            filters.first { $0.filterName == name }?.options.first { $0.optionValue == value }?
                .optionCount
        }
        #expect(count("category", "question") == " (3)")
        #expect(count("category", "praise") == " (0)")
        #expect(count("team", "support") == " (3)")
        #expect(count("source", "kurier") == " (3)")
        #expect(count("language", "en") == " (3)")
        #expect(count("brand", "kawka") == " (2)")
    }

    @Test func `reasons that mentions share are told once`() throws {
        let page = try Page(DigestPage.html(of: digest(300)))
        #expect(Set(page.reasons).count == page.reasons.count)
        #expect(page.rows.compactMap(\.reasons).joined().allSatisfy { $0 < page.reasons.count })
    }

    @Test(arguments: PageTests.payloads)
    func `no text ends the script that holds the data`(payload: String) throws {
        let json = try EmbeddedJSON([CleanText(payload)]).text
        #expect(!json.contains("<") && !json.contains(">") && !json.contains("&"))
        let back = try JSONDecoder().decode([String].self, from: Data(json.utf8))
        #expect(back == [OutsideText.cleaned(payload)])
    }

    @Test func `five hundred mentions make a page of less than a megabyte`() throws {
        let text =
            "Od wczoraj w Zefirnecie nie działa światłowód na całym osiedlu, infolinia milczy. "
        let digest = SampleReports.digest(
            of: (1...500).map { number in
                .sample(
                    number, text + "Numer \(number).",
                    title: "Awaria w Zefirnecie, dzień \(number)",
                    saying: [.init(of: "zefirnet", as: "Zefirnecie", .negative)],
                    categories: [.sample("question"), .sample("incident")], severity: .high)
            })
        let html = try DigestPage.html(of: digest)
        #expect(digest.mentions.items.count == 500)
        #expect(html.utf8.count < 1_000_000)
    }
}
