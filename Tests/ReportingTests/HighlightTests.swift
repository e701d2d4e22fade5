import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What a digest picks out for people to read.
struct HighlightTests {
    private func post(
        _ sequence: Int64, _ text: String = "Zefirnet", _ label: Sentiment.Label = .neutral,
        category: Model.Category.ID, confidence: Double = 0.8, by term: String? = nil,
        feed: Feed.ID = "forum", story: Int64? = nil
    ) -> HeardEntry {
        let scalars = Array(text.unicodeScalars)
        let words = Array((term ?? "").unicodeScalars)
        let place = (0...max(0, scalars.count - words.count)).first {
            scalars[$0...].starts(with: words)
        }
        let evidence = place.map {
            CategoryEvidence(
                rule: "rules/categories.yaml:1", term: term ?? "", field: .text,
                range: $0..<$0 + words.count)
        }
        return .sample(
            sequence, text, saying: [.init(of: "zefirnet", as: "Zefirnet", label)], feed: feed,
            story: story.map { StoryMembership(id: $0, reason: .sameText, similarity: 1) },
            categories: [
                CategoryTag(
                    id: category, confidence: confidence,
                    evidence: term == nil ? [] : [evidence].compactMap(\.self))
            ])
    }

    private func highlights(_ heard: [HeardEntry], own: Feed.ID? = nil) throws
        -> Digest.Highlights
    {
        var context = ReportingContext.sample
        if let own {
            context.sources = [own: Source(id: "office", name: "Press office", isOwn: true)]
        }
        let digest = SampleReports.digest(of: heard, context: context)
        return try #require(digest.brands.first { $0.id == "zefirnet" }).highlights
    }

    @Test func `the surest come first, one of a story, five at most`() throws {
        let heard = (1...7).map {
            post($0, category: "question", confidence: Double($0) / 10)
        }
        let copy = post(8, category: "question", confidence: 1, story: 7)
        #expect(
            try highlights(heard + [copy]).questions == [
                "7-zefirnet", "6-zefirnet", "5-zefirnet", "4-zefirnet", "3-zefirnet",
            ])
    }

    @Test func `each list has its own kind`() throws {
        let kinds: [Model.Category.ID] = [
            "praise", "question", "feature_request", "sales_lead", "user_content",
        ]
        let highlights = try highlights(
            kinds.enumerated().map { post(Int64($0 + 1), category: $1) })
        #expect(
            highlights.byCategory.map(\.mentions) == [
                ["1-zefirnet"], ["2-zefirnet"], ["3-zefirnet"], ["4-zefirnet"], ["5-zefirnet"],
            ])
    }

    @Test(
        arguments: [
            ("Zefirnet jest tani. Ile kosztuje Baltfon?", [], ["1-baltfon"]),
            ("Mam Baltfon. Ile kosztuje Zefirnet?", ["1-zefirnet"], []),
            ("Baltfon albo Zefirnet, ile kosztuje?", ["1-zefirnet"], ["1-baltfon"]),
            ("Zefirnet albo Baltfon. Ile kosztuje?", ["1-zefirnet"], ["1-baltfon"]),
        ] as [(String, [ListedMention.ID], [ListedMention.ID])])
    func `a question in a sentence about another brand alone is none about ours`(
        text: String, ours: [ListedMention.ID], theirs: [ListedMention.ID]
    ) throws {
        let (term, lower) = ("ile kosztuje", text.lowercased())
        let place = try #require(lower.range(of: term))
        let start = lower.unicodeScalars.distance(from: lower.startIndex, to: place.lowerBound)
        let evidence = CategoryEvidence(
            rule: "rules/categories.yaml:1", term: term, field: .text,
            range: start..<start + term.unicodeScalars.count)
        let entry = HeardEntry.sample(
            1, text,
            saying: [.init(of: "zefirnet", as: "Zefirnet"), .init(of: "baltfon", as: "Baltfon")],
            categories: [CategoryTag(id: "question", confidence: 0.8, evidence: [evidence])])
        let brands = SampleReports.digest(of: [entry]).brands
        #expect(brands.first { $0.id == "zefirnet" }?.highlights.questions == ours)
        #expect(brands.first { $0.id == "baltfon" }?.highlights.questions == theirs)
    }

    @Test func `praise of another brand, in a post that blames ours, is not passed on`() throws {
        let heard = [
            post(1, "Zefirnet", .negative, category: "praise"),
            post(2, "Zefirnet", .undecided, category: "praise"),
        ]
        #expect(try highlights(heard).praise == ["2-zefirnet"])
    }

    @Test(
        arguments: [
            (.positive, .neutral, 1), (.neutral, .positive, 0), (.undecided, .positive, 0),
            (.mixed, .positive, 1), (.neutral, .neutral, 1),
        ] as [(Sentiment.Label, Sentiment.Label, Int)])
    func `praise is passed on of the brand that is praised`(
        ours: Sentiment.Label, theirs: Sentiment.Label, passedOn: Int
    ) throws {
        let post = HeardEntry.sample(
            1, "Baltfon, Zefirnet",
            saying: [
                .init(of: "zefirnet", as: "Zefirnet", ours),
                .init(of: "baltfon", as: "Baltfon", theirs),
            ], categories: [.sample("praise")])
        #expect(try highlights([post]).praise.count == passedOn)
    }

    @Test func `praise of the people at work goes before praise of anything else`() throws {
        func post(_ sequence: Int64, sure confidence: Double, about touchpoint: String)
            -> HeardEntry
        {
            .sample(
                sequence, "Zefirnet",
                saying: [.init(of: "zefirnet", as: "Zefirnet", .positive, score: 0.5)],
                categories: [CategoryTag(id: "praise", confidence: confidence, evidence: [])],
                facets: [
                    "touchpoint": [
                        CategoryTag(
                            id: Model.Category.ID(touchpoint), confidence: 0.5, evidence: [])
                    ]
                ])
        }
        let heard = [
            post(1, sure: 0.9, about: "app"), post(2, sure: 0.5, about: "staff"),
            post(3, sure: 0.7, about: "staff"), post(4, sure: 0.9, about: "web"),
        ]
        #expect(
            try highlights(heard).praise == [
                "3-zefirnet", "2-zefirnet", "1-zefirnet", "4-zefirnet",
            ])
    }

    @Test func `what we say of ourselves is nobody's praise`() throws {
        let heard = [
            post(1, category: "praise", feed: "office"), post(2, category: "praise"),
        ]
        #expect(try highlights(heard, own: "office").praise == ["2-zefirnet"])
    }

    @Test func `a question that stands apart from the name is quoted as well`() throws {
        let quotes = try #require(
            highlights([
                post(
                    1, "Zefirnet padł. Ładny dzień. Kiedy to naprawią?", category: "question",
                    by: "Kiedy"),
                post(2, "Kiedy Zefirnet wstanie?", category: "question", by: "Kiedy"),
                post(3, category: "question"),
            ]).quotes)
        #expect(quotes.map(\.mention) == ["1-zefirnet"])
        #expect(quotes.map(\.category) == ["question"])
        #expect(quotes.map(\.snippet.text) == ["Kiedy to naprawią?"])
        #expect(quotes[0].snippet.marks.map(\.kind) == [.category, .term])
    }

    @Test func `what recurs is quoted with the question, too, where the name stands apart`() throws
    {
        let digest = SampleReports.digest(
            of: (1...2).map { number in
                post(
                    number, "Zefirnet znam. Jak włączyć roaming?", category: "question",
                    by: "Jak włączyć")
            })
        let topic = try #require(digest.recurring.questions.first)
        #expect(
            topic.quotes?.map(\.snippet.text) == ["Jak włączyć roaming?", "Jak włączyć roaming?"])
        let json = try ContractJSON.encode(digest)
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: json) == [])
        let page = try DigestPage.html(of: digest)
        let recurring = try #require(
            page.components(separatedBy: "<section id=\"recurring\"").dropFirst().first)
        #expect(recurring.components(separatedBy: "</section>")[0].contains("roaming?"))
        let named = SampleReports.digest(
            of: (1...2).map { number in
                post(
                    number, "Jak włączyć roaming, Zefirnet?", category: "question",
                    by: "Jak włączyć")
            })
        #expect(named.recurring.questions.map(\.quotes) == [nil])
    }

    @Test func `the page shows the sentence that the quote is of`() throws {
        let page = try DigestPage.html(
            of: SampleReports.digest(of: [
                post(
                    1, "Zefirnet padł. Ładny dzień. Kiedy to naprawią?", category: "question",
                    by: "Kiedy")
            ]))
        #expect(page.contains("<b>Kiedy</b> to naprawią?"))
    }

    /// The sentence that names the brand may say nothing else: "Zefirnet, broadband · 1/5".
    @Test func `an example of an alert stands below its title`() throws {
        let heard = (1...12).map { number in
            HeardEntry.sample(
                number, "Zefirnet, broadband · \(number)", title: "It fails",
                saying: [.init(of: "zefirnet", as: "Zefirnet", .negative, score: -0.5)])
        }
        let page = try DigestPage.html(of: SampleReports.digest(of: heard))
        let alerts = try #require(
            page.components(separatedBy: "<section id=\"alerts\"").dropFirst().first)
        let shown = alerts.components(separatedBy: "</section>")[0]
        #expect(
            shown.contains(
                "<li>\n<p class=\"title\"><bdi lang=\"en\">It fails</bdi></p>\n<blockquote>"))
    }

    @Test func `what is cut of a sentence is marked there, not before the title`() throws {
        let heard = HeardEntry.sample(
            1, "siedzę i czekam", title: "Zefirnet leży",
            saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)])
        let mention = try #require(SampleReports.digest(of: [heard]).mentions.items.first)
        let view = MentionView(
            mention, names: PageNames(brands: [], categories: [], teams: []),
            calendar: LocalCalendar(timeZone: "UTC"), words: PageWords(.english)
        )
        .quoting(
            Snippet(
                field: .text, text: "i czekam", isCutAtStart: true, isCutAtEnd: false, marks: []))
        let quote = try PageTemplates.page("quote", of: view)
        #expect(quote.contains("><mark>Zefirnet</mark> leży – … i czekam</bdi>"))
    }
}
