import Foundation

// The feeds of the month: each does one thing that feeds have been seen to do.

extension ScoreSite {
    /// All of them.
    static let month = recognisable + paced + overloaded + vanishing + moving + guarded + odd
    /// Those whose wishes a run that begins a little early or late could miss.
    static let punctual = Array(paced.prefix(4)) + [recognisable[0]]

    /// A feed with which nothing is the matter.
    @Sendable static func usual(_ ask: ScoreAsk) -> ScoreAnswer { usual(ask, every: 12) }

    // MARK: - Private: what they can be recognised by

    private static let recognisable = [
        ScoreSite("lively") { ask in
            .document(
                rss(ask, every: 3), etag: "\"\(ask.version(every: 3))\"",
                lastModified: ask.changed(every: 3)
            ).unlessHeld(by: ask)
        },
        ScoreSite("quiet") { ask in
            .document(
                rss(ask, every: 24, until: 0), etag: "\"quiet\"", lastModified: "yesterday"
            ).unlessHeld(by: ask)
        },
        ScoreSite("tag-only") { ask in
            .document(rss(ask, every: 5), etag: "W/\"v,\(ask.version(every: 5)) \"")
                .unlessHeld(by: ask)
        },
        ScoreSite("date-only") { ask in
            .document(
                rss(ask, every: 9), lastModified: "Sunday at 6 (\(ask.version(every: 9))), CEST"
            ).unlessHeld(by: ask)
        },
        ScoreSite("bare") { ask in .document(rss(ask, every: 6)) },
        ScoreSite("fickle") { ask in
            .document(rss(ask, every: 12), etag: "\"at \(Int(ask.seconds))\"")
        },
        ScoreSite("liar") { ask in
            .document(rss(ask, every: 6), etag: "\"same\"").unlessHeld(by: ask)
        },
    ]

    // MARK: - Private: when they want to be asked

    private static let paced = [
        ScoreSite("max-age") { ask in
            .document(
                rss(ask, every: 1), etag: "\"\(ask.version(every: 1))\"",
                lifetime: .maxAge(6 * 3_600)
            ).unlessHeld(by: ask)
        },
        ScoreSite("expires") { ask in
            .document(
                rss(ask, every: 1), etag: "\"\(ask.version(every: 1))\"",
                lifetime: .expires(8 * 3_600)
            ).unlessHeld(by: ask)
        },
        ScoreSite("ttl", wishes: .init(ttl: 12 * 3_600)) { ask in
            .document(
                rss(ask, every: 1, "<ttl>720</ttl>"), etag: "\"\(ask.version(every: 1))\""
            ).unlessHeld(by: ask)
        },
        ScoreSite("twice-daily", wishes: .init(ttl: 12 * 3_600)) { ask in
            .document(
                rss(
                    ask, every: 1,
                    "<sy:updatePeriod>daily</sy:updatePeriod>"
                        + "<sy:updateFrequency>2</sy:updateFrequency>"),
                etag: "\"\(ask.version(every: 1))\""
            ).unlessHeld(by: ask)
        },
        ScoreSite("no-nights", wishes: .init(skipHours: Set(0...7)), isHealthy: false) { ask in
            let hours = (0...7).map { "<hour>\($0)</hour>" }.joined()
            return .document(
                rss(ask, every: 2, "<skipHours>\(hours)</skipHours>"),
                etag: "\"\(ask.version(every: 2))\""
            ).unlessHeld(by: ask)
        },
        ScoreSite("no-weekends", wishes: .init(skipDays: [6, 7]), isHealthy: false) { ask in
            .document(
                rss(
                    ask, every: 2,
                    "<skipDays><day>Saturday</day><day>Sunday</day></skipDays>"),
                etag: "\"\(ask.version(every: 2))\""
            ).unlessHeld(by: ask)
        },
    ]

    // MARK: - Private: too much for them

    private static let overloaded = [
        ScoreSite("slow-down", isHealthy: false) { ask in
            switch ask.days {
            case 3..<3.2: ScoreAnswer(429, rest: .seconds(5 * 3_600))
            case 9..<9.2: ScoreAnswer(429, rest: .date(8 * 3_600))
            case 12..<12.2: ScoreAnswer(429)
            default: brisk(ask)
            }
        },
        ScoreSite("serviced", isHealthy: false) { ask in
            (5..<7).contains(ask.days) ? ScoreAnswer(503) : brisk(ask)
        },
        ScoreSite(
            feeds: (1...6).map { number in
                Feed(id: "sixth-\(number)", path: "/\(number).xml", isHealthy: false) { ask in
                    guard number == 1 else { return usual(ask) }
                    return switch ask.days {
                    case 2..<2.2: ScoreAnswer(429, rest: .seconds(3 * 3_600))
                    case 7..<7.2: ScoreAnswer(429)
                    case 20..<20.2: ScoreAnswer(503, rest: .date(6 * 3_600))
                    default: brisk(ask)
                    }
                }
            }),
    ]

    // MARK: - Private: not there

    private static let vanishing = [
        ScoreSite("lost", isHealthy: false) { ask in
            (6..<9).contains(ask.days) ? ScoreAnswer(404) : usual(ask)
        },
        ScoreSite("gone-once", isHealthy: false) { ask in
            (4..<4.9).contains(ask.days) ? ScoreAnswer(410) : usual(ask)
        },
        ScoreSite("gone", isHealthy: false) { ask in
            ask.days >= 8 ? ScoreAnswer(410) : usual(ask)
        },
        ScoreSite("closed", isHealthy: false, answer: usual).with { $0.closedDays = 11..<16 },
    ]

    // MARK: - Private: elsewhere

    private static let moving = [
        ScoreSite("moved") { _ in .moved(to: "/new.xml") }
            .with { site in
                site.feeds[0].target = "/new.xml"
                site.pages = usual
            },
        ScoreSite("portal", isHealthy: false) { ask in
            (10..<20).contains(ask.days) ? .moved(to: "/login") : usual(ask)
        }.with { site in
            site.feeds[0].target = "/login"
            site.pages = { _ in .page("<html><title>Log in</title><form></form></html>") }
        },
    ]

    // MARK: - Private: by robots.txt

    private static let guarded = [
        ScoreSite("forbidden", isHealthy: false, answer: usual).with { site in
            site.robots = { ask in
                .robots(
                    "User-agent: *",
                    (10..<20).contains(ask.days) ? "Disallow: /feed" : "Disallow: /private/")
            }
        },
        ScoreSite("half-open", isHealthy: false, answer: usual).with { site in
            site.feeds.append(
                Feed(id: "never", path: "/private/feed.xml", isHealthy: false, answer: usual))
            site.robots = { ask in
                .robots(
                    "User-agent: *", "Disallow: /", "Allow: /feed.xml", etag: "\"rules\""
                ).unlessHeld(by: ask)
            }
        },
        ScoreSite("rules-late", isHealthy: false, answer: usual).with { site in
            site.robots = { ask in
                (0..<1).contains(ask.days) || (15..<16).contains(ask.days)
                    ? ScoreAnswer(503) : ScoreAnswer(404)
            }
        },
        ScoreSite("whole-text", isHealthy: true) { ask in
            .document(
                rss(ask, every: 8, links: true), etag: "\"\(ask.version(every: 8))\""
            ).unlessHeld(by: ask)
        }.with { site in
            site.feeds[0].terms = ["full_text: true"]
            site.robots = { _ in .robots("User-agent: *", "Disallow: /pages/private/") }
            site.pages = { ask in
                ask.path.hasSuffix("5")
                    ? ScoreAnswer(429, rest: .seconds(3_600))
                    : .page(
                        "<article><p>\(String(repeating: "All of it. ", count: 50))</p></article>")
            }
        },
    ]

    // MARK: - Private: in their documents

    private static let odd = [
        ScoreSite("edited") { ask in
            .document(
                rss(ask, every: 24, until: 0, "<generator>\(ask.version(every: 7))</generator>")
                    .replacing("Entry", with: "Entry in edition \(ask.version(every: 7))"),
                etag: "\"\(ask.version(every: 7))\""
            ).unlessHeld(by: ask)
        },
        ScoreSite("emptied") { ask in
            let isEmpty = (12..<15).contains(ask.days)
            return .document(
                isEmpty ? rss(ask, every: 6, count: 0) : rss(ask, every: 6),
                etag: isEmpty ? "\"none\"" : "\"\(ask.version(every: 6))\""
            ).unlessHeld(by: ask)
        },
    ]

    // MARK: - Private: documents

    @Sendable private static func brisk(_ ask: ScoreAsk) -> ScoreAnswer { usual(ask, every: 3) }

    private static func usual(_ ask: ScoreAsk, every hours: Double) -> ScoreAnswer {
        .document(
            rss(ask, every: hours), etag: "\"\(ask.version(every: hours))\"",
            lastModified: ask.changed(every: hours)
        ).unlessHeld(by: ask)
    }

    /// The last entries of a feed that has one every so many hours.
    ///
    /// - Parameters:
    ///   - end: the day from which nothing is added; `nil` for never.
    ///   - channel: what the document says of itself.
    private static func rss(
        _ ask: ScoreAsk, every hours: Double, until end: Double? = nil, _ channel: String = "",
        count: Int = 4, links: Bool = false
    ) -> String {
        let last = Int(min(ask.days, end ?? ask.days) * 24 / hours)
        let items = (last - count..<last).map { number in
            // Two of three pages may be read.
            let folder = number % 3 == 0 ? "private/" : ""
            let link = links ? "<link>\(ask.origin)/pages/\(folder)\(number)</link>" : ""
            return """
                <item><guid isPermaLink="false">\(ask.path) \(number)</guid>\(link)
                <title>Entry \(number)</title><description>Zefirnet \(number)</description>
                <pubDate>\(httpDate(ask.beginning + Double(number) * hours * 3_600))</pubDate>
                </item>
                """
        }
        return """
            <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
            <title>News</title><link>https://news.example/</link><description>News</description>
            \(channel)\(items.joined())</channel></rss>
            """
    }
}

extension ScoreAsk {
    /// Grows with each entry of a feed that has one every so many hours.
    func version(every hours: Double) -> Int { Int(days * 24 / hours) }

    func changed(every hours: Double) -> String {
        httpDate(beginning + Double(version(every: hours)) * hours * 3_600)
    }
}
