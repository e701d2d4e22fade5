import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct PageTests {
    /// What somebody might write to get out of a text, an attribute, a style or a template.
    static let payloads = [
        "<script>alert(1)</script>", "<ScRiPt src=//evil.example>", "</script><script>1</script>",
        "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg/onload=alert(1)>",
        "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)", "` onmouseover=`alert(1)", "\"\u{301} onclick=alert(1) x=\"",
        "\"\u{338}><img src=x>", "<\u{301}script>", "<\u{200D}img src=x onerror=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&#x3c;script&#x3e;", "&",
        "&quot; onclick=alert(1)", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)",
        "</title><script>alert(1)</script>", "</style><script>alert(1)</script>",
        "</bdi></p></li><h1>owned</h1>", "<!--", "-->", "<![CDATA[", "]]>", "<?php echo 1 ?>",
        "<iframe srcdoc='<script>1</script>'>", "<base href=//evil.example/>",
        "<meta http-equiv=refresh content=0>", "<form action=//evil.example><input>",
        "<a href=javascript:alert(1)>x</a>", "<math><mtext></mtext><mglyph></math>",
        "{{{frame.style}}}", "{{> head}}", "{{#answers}}", "{{=<% %>=}}",
        "{{% CONTENT_TYPE: TEXT}}",
        "${7*7}", "\u{202E}gnp.exe", "\u{2066}x\u{2069}", "a\u{0}b", "\u{1B}[31m", "\u{FEFF}x",
        "\u{E0041}\u{E0042}", "\u{2028}alert(1)", "\\\"><x>", "%3Cscript%3E", "+ADw-script+AD4-",
        "<x onclick=1>\u{338}", "'\"><>&`",
    ]

    /// The outlines of the pages when nobody means harm.
    private static let harmless = Result {
        let (digest, trends) = reports(saying: "harmless")
        return (
            digest: try PageOutline(DigestPage.html(of: digest)).tags,
            wallboard: try PageOutline(WallboardPage.html(of: digest)).tags,
            trends: try PageOutline(TrendsPage.html(of: trends)).tags
        )
    }

    /// Entries, a feed and a set of names, all of which say `word`.
    private static func reports(saying word: String, link: String? = "https://example.org/1")
        -> (digest: Digest, trends: Trends)
    {
        let health = [
            FeedHealth(feed: Feed.ID("f"), sourceName: word, status: .failing, message: word)
        ]
        let context = ReportingContext(
            brands: [
                Brand(id: "zefirnet", name: "Z \(word)", names: ["Zefirnet"], place: .sample),
                Brand(
                    id: "baltfon", name: "B \(word)", kind: .competitor, names: ["Baltfon"],
                    place: .sample),
            ],
            categories: [Model.Category(id: "praise", name: word, place: .sample)],
            routing: Routing(
                timeZone: "Europe/Riga",
                teams: [Team(id: "support", name: word, hours: [], answerWithin: [:])], routes: [],
                defaultTeam: "support", severityRules: []),
            rulesHash: word, programVersion: word)
        let heard = (1...6).map { number in
            hostile(Int64(number), word: word, link: link)
        }
        return (
            DigestMaker(context: context).digest(
                SampleNews.window,
                heard: HeardEntries(heard) {
                    $0.upperBound == SampleNews.window.through ? heard : []
                },
                health: health),
            TrendsMaker(context: context).trends(
                from: .at("2026-10-01T00:00:00Z"), to: .at("2026-11-23T05:00:00Z"),
                heard: HeardEntries(heard), health: health)
        )
    }

    private static func hostile(_ sequence: Int64, word: String, link: String?) -> HeardEntry {
        let sentiment = Sentiment(
            label: .negative, score: -0.5,
            evidence: [SentimentEvidence(term: word, range: 0..<2, weight: -1)])
        let evidence = CategoryEvidence(rule: word, term: word, range: 0..<2)
        return HeardEntry(
            sequence: sequence, feed: Feed.ID("f"), id: Entry.ID(word), link: link, title: word,
            // One word is always the same, so that the topics are.
            text: "Zefirnet \(word) telefon", author: word, date: .at("2026-11-22T12:00:00Z"),
            heardAt: .at("2026-11-22T12:00:00Z"), reportedAt: .at("2026-11-22T12:00:00Z"),
            story: StoryMembership(id: sequence, reason: .first, similarity: 1),
            tags: Tags(
                language: DetectedLanguage(code: .latvian, confidence: 1), sentiment: sentiment,
                categories: ["praise", "question", "incident"].map {
                    CategoryTag(id: $0, confidence: 1, evidence: [evidence])
                },
                mentions: [
                    TaggedMention(
                        mention: Mention(brand: "zefirnet", form: word, range: 0..<8),
                        sentiment: sentiment)
                ], severity: .high, severityReason: word, team: "support", teamReason: word))
    }

    @Test(arguments: payloads)
    func `no text from outside becomes a tag or an attribute`(payload: String) throws {
        let (digest, trends) = Self.reports(saying: payload)
        let page = try PageOutline(DigestPage.html(of: digest))
        let trendPage = try PageOutline(TrendsPage.html(of: trends))
        #expect(try page.tags == Self.harmless.get().digest)
        #expect(try trendPage.tags == Self.harmless.get().trends)
        let wallboard = try PageOutline(WallboardPage.html(of: digest))
        #expect(try wallboard.tags == Self.harmless.get().wallboard)
        #expect(wallboard.style == PageTemplates.wallboardStyle.text)
        #expect(wallboard.script == PageTemplates.wallboardScript.text)
        #expect(page.script == PageTemplates.digestScript.text)
        #expect(trendPage.script == PageTemplates.trendsScript.text)
        #expect(!wallboard.text.contains("<") && !wallboard.text.contains(">"))
        for outline in [page, trendPage] {
            #expect(outline.style == PageTemplates.style.text)
            #expect(!outline.text.contains("<") && !outline.text.contains(">"))
            #expect(!outline.tags.flatMap(\.attributes).contains { $0.hasPrefix("on") })
        }
    }

    @Test func `what a brand's charts show stands in a table beside them, day by day`() throws {
        let trends = SampleReports.trends
        let html = try TrendsPage.html(of: trends)
        let tables = html.components(separatedBy: "<details class=\"daily\">").dropFirst().map {
            $0.components(separatedBy: "</details>")[0]
        }
        #expect(tables.count == html.components(separatedBy: "<figcaption>").count - 1)
        #expect(!tables.isEmpty)
        for table in tables {
            let rows = table.components(separatedBy: "<tr><th scope=\"row\">").dropFirst()
            #expect(rows.count == trends.period.days.count)
        }
        let brand = try #require(trends.brands.first { $0.counts.mentions > 0 })
        let own = try #require(tables.first { $0.contains("<table aria-label=\"\(brand.name)\">") })
        let cells = own.components(separatedBy: "<td class=\"number\">").dropFirst().map {
            $0.components(separatedBy: "</td>")[0]
        }
        let mentions = stride(from: 0, to: cells.count, by: 5).map { cells[$0] }
        #expect(mentions == brand.daily.mentions.map(String.init))
    }

    @Test(arguments: ["javascript:alert(1)", "\" onclick=\"1", "data:text/html,1"])
    func `a page links to nothing but web addresses and itself`(payload: String) throws {
        let (digest, trends) = Self.reports(saying: "harmless", link: payload)
        for html in try [DigestPage.html(of: digest), TrendsPage.html(of: trends)] {
            #expect(PageOutline(html).links.filter { !$0.hasPrefix("#") } == [])
        }
    }

    @Test(arguments: PageTemplates.sources.keys.sorted())
    func `a template leaves nothing unescaped but style, script and its data`(name: String) throws {
        let template = String(
            decoding: try #require(PageTemplates.sources[name]), as: UTF8.self)
        let raw = template.replacingOccurrences(of: "{{{frame.style}}}", with: "")
            .replacingOccurrences(of: "{{{frame.script}}}", with: "")
            .replacingOccurrences(of: "{{{mentionSection.rows}}}", with: "")
        #expect(!raw.contains("{{{"))
        #expect(!raw.contains("{{&"))
        #expect(!raw.contains("CONTENT_TYPE"))
        #expect(!raw.contains("style=\""))
    }

    @Test func `every part that a template names is there`() {
        for (name, bytes) in PageTemplates.sources {
            let template = String(decoding: bytes, as: UTF8.self)
            let parts = template.matches(of: /\{\{> ?([a-z]+)/).map { String($0.1) }
            // A missing one would be left out of the page, and nobody told.
            #expect(parts.filter { PageTemplates.sources[$0] == nil } == [], "\(name)")
        }
        #expect(PageTemplates.sources["digest"]?.isEmpty == false)
    }

    @Test func `a page says what it is, loads nothing and lets in its own style only`() throws {
        for html in try [
            DigestPage.html(of: SampleReports.digest), TrendsPage.html(of: SampleReports.trends),
            DigestPage.html(of: SampleReports.emptyDigest),
            TrendsPage.html(of: SampleReports.emptyTrends),
        ] {
            let policy = "default-src 'none'; style-src 'sha256-\(PageTemplates.style.hash)'"
            #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset="))
            #expect(html.contains(policy))
            #expect(html.contains(#"<meta name="referrer" content="no-referrer">"#))
            #expect(!html.contains("{{"))
            #expect(!html.contains("src="))
            #expect(html.hasSuffix("</html>\n"))
        }
    }

    /// So many questions in one thread, of which only the title names the brand.
    private func thread(_ count: Int64, severity: Severity = .normal) -> [HeardEntry] {
        (1...count).map { number in
            .sample(
                number, "U mnie martwo od \(number) godzin. A u was?",
                title: (number > 1 ? "Operatorzy • Re: " : "Operatorzy • ")
                    + "Zefirnet nie działa?",
                saying: [.init(of: "zefirnet", as: "Zefirnet", .negative)], feed: "forum",
                categories: number > 1 ? [.sample("question")] : [], severity: severity)
        }
    }

    @Test func `what needs an answer in one thread stands under its title, in the poster's words`()
        throws
    {
        let html = try DigestPage.html(of: SampleReports.digest(of: thread(4)))
        let answers = try #require(html.firstMatch(of: /<ol class="answers">(?s:.)*?<\/section>/))
        #expect(
            answers.output.contains(
                "<h3><bdi>Operatorzy • Zefirnet nie działa?</bdi> <small><bdi>Forum Światłowód"
                    + "</bdi> · 4 posts, 3 need an answer</small></h3>"))
        #expect(answers.output.contains("<bdi lang=\"en\">U mnie martwo od 2 godzin.</bdi>"))
        #expect(answers.output.matches(of: /nie działa/).count == 1)
        #expect(!answers.output.contains("<details class=\"more\">"))
    }

    @Test func `posts are told apart from the mentions in them`() throws {
        let digest = try DigestPage.html(of: SampleReports.digest)
        #expect(digest.contains(/\d+ posts with \d+ mentions of a brand/))
        #expect(digest.contains("In brackets: stories, copies counted once."))
        let trends = try TrendsPage.html(of: SampleReports.trends)
        #expect(trends.contains(/[\d,]+ posts with [\d,]+ mentions of a brand/))
        #expect(trends.contains("<td data-label=\"Zefirnet\">"))
    }

    @Test func `of peaks side by side the highest keeps its name`() {
        let days = (10...40).map { "2026-08-\($0)" }
        let daily = days.indices.map { [10: 21, 11: 20, 25: 20][$0] ?? 0 }
        let none = Trends.DailyCounts(mentions: [], stories: [])
        let brand = Trends.BrandTrend(
            id: "kawka", name: "Kawka", kind: .own, counts: .zero,
            daily: Trends.DailyCounts(mentions: daily, stories: daily),
            tone: ToneCounts(
                positive: .zero, neutral: .zero, negative: .zero, mixed: .zero, undecided: .zero),
            dailyTone: Trends.DailyTone(
                positive: none, neutral: none, negative: none, mixed: none, undecided: none),
            netSentiment: Ratios(mentions: nil, stories: nil), dailyNetSentiment: [],
            shareOfVoice: nil, baselines: [])
        let events = [10, 11, 25].map { day in
            Trends.Event(
                kind: .spike, brand: "kawka", day: days[day], counts: .zero,
                baseline: Trends.Baseline(
                    day: days[day], basis: .sameWeekday, days: 4, median: 0, deviation: 1,
                    low: 0, high: 4),
                score: 20, cause: .talk, sources: [], mentions: [], sentence: "")
        }
        let chart = LineChartView(brand, days: days, events: events, words: PageWords(.english))
        #expect(chart.markers.map(\.markerName) == ["21 · 20 Aug", "", "20 · 35 Aug"])
    }

    @Test func `a day that has not ended and weeks that are cut are marked as such`() throws {
        let whole = SampleReports.trends(of: SampleNews.course)
        #expect(!whole.period.endsInPart)
        #expect(try !TrendsPage.html(of: whole).contains("Last day, so far"))
        #expect(whole.period.ended([1, 2]) == [1, 2])

        // Until Sunday, 22 November, 06:00, from Thursday, 29 October.
        let trends = SampleReports.trends(
            of: SampleNews.course, from: "2026-10-28T23:00:00Z", to: "2026-11-22T05:00:00Z")
        #expect(trends.period.endsInPart)
        #expect(trends.period.ended([1, 2]) == [1])
        let brand = try #require(trends.brands.first)
        let days = trends.period.days
        let chart = LineChartView(
            brand, days: days, endsInPart: true, events: [], words: PageWords(.english))
        #expect(chart.mentionsLine.split(separator: " ").count == days.count - 1)
        #expect(chart.mentionsPart.split(separator: " ").count == 2)
        #expect(chart.mentionsLine.hasSuffix(String(chart.mentionsPart.split(separator: " ")[0])))
        let page = try TrendsPage.html(of: trends)
        #expect(page.contains("</span>Last day, so far</li>"))
        #expect(page.contains("26 Oct – 1 Nov <small>in part</small></th>"))
        #expect(page.contains("16–22 Nov <small>in part</small></th>"))
        #expect(page.contains("9–15 Nov</th>"))
        let rows = TrendsTable.weeks.figures(of: trends).csv(in: CSVDialect())
        #expect(rows.contains(",\"in_part\""))
    }

    @Test func `a mention shows its words, its tone and why it has its tags`() throws {
        let html = try DigestPage.html(of: SampleReports.digest)
        #expect(
            html.contains("W <mark>Zefirnecie</mark> od godziny trwa <u class=\"bad\">awaria</u>"))
        #expect(html.contains("“awaria” −2.40, “milczy” −1.10"))
        #expect(html.contains("“awaria” (rules/categories.yaml:31)"))
        #expect(html.contains("critical, by rules/routing.yaml:40"))
    }
}
