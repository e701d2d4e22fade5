import Foundation
import Hashing
package import Model

/// Alerts and what needs an answer, of the last seven days, for feed readers (Atom, RFC 4287).
package enum NewsFeed {
    /// - Parameters:
    ///   - language: that of the latest report; each entry keeps that of its day's digest.
    ///   - timeZone: in which times are told.
    package static func atom(
        of index: ReportIndex, in language: ReportLanguage, timeZone: String
    ) throws(ReportingError) -> String {
        try PageTemplates.page(
            "news", of: NewsView(index, words: IndexWords(language), timeZone: timeZone))
    }
}

struct NewsView {
    struct Item {
        let itemID: String
        let itemTitle: String
        let itemUpdated: String
        let outLink: OutsideLink?
        let kind: String
        let kindName: String
        /// All that is told; an entry without a link must have it as its content (RFC 4287 §4.1.2).
        let text: String
    }

    let language: String
    let feedID: String
    let feedTitle: String
    let updated: String
    let items: [Item]

    init(_ index: ReportIndex, words: IndexWords, timeZone: String) {
        language = words.page.language
        feedID = Self.id(of: ["feed"])
        feedTitle = words.newsTitle
        let latest = index.days.first?.through ?? Date(timeIntervalSince1970: 0)
        updated = ContractJSON.timestamp(latest)
        let calendar = LocalCalendar(timeZone: timeZone)
        items = index.days.filter(index.isNews).flatMap { day in
            let words = IndexWords(day.language)
            return day.alerts.map { Self.alert($0, of: day, words: words) }
                + day.answers.map { Self.answer($0, of: day, words: words, calendar: calendar) }
        }
    }

    // MARK: - Private

    private static func alert(_ sentence: String, of day: ReportIndex.Day, words: IndexWords)
        -> Item
    {
        Item(
            itemID: id(of: ["alert", day.day, sentence]), itemTitle: sentence,
            itemUpdated: ContractJSON.timestamp(day.through), outLink: nil, kind: "alert",
            kindName: words.alert, text: sentence)
    }

    private static func answer(
        _ answer: ReportIndex.Answer, of day: ReportIndex.Day, words: IndexWords,
        calendar: LocalCalendar
    ) -> Item {
        Item(
            itemID: id(of: ["answer", answer.mention.value]),
            itemTitle: "\(words.page.report.inSentence(answer.brand)): \(answer.title)",
            itemUpdated: ContractJSON.timestamp(answer.date), outLink: OutsideLink(answer.link),
            kind: "needs-answer", kindName: words.answer,
            text: words.urgency(of: answer, calendar: calendar) + " · "
                + OutsideText.limited(answer.text, to: 500))
    }

    /// A name-based UUID (RFC 9562 §5.8): the same for the same thing in every feed.
    private static func id(of parts: [String]) -> String {
        var hex = Array(ContentHash.hex(of: ["earshot"] + parts).prefix(32))
        hex[12] = "8"
        hex[16] = ["8", "9", "a", "b"][(hex[16].hexDigitValue ?? 0) % 4]
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
