package import Foundation
package import Model

/// Every day there is a report of: what `out/index.json` holds, and its page and feed show.
package struct ReportIndex: Hashable, Sendable, Codable {
    /// Latest first.
    package private(set) var days: [Day]
    /// Digests of other periods, and of one brand, team, region, category or place: latest first, then by
    /// name.
    package private(set) var digests: [Saved]

    package init(days: [Day] = [], digests: [Saved] = []) {
        self.days = days.sorted { $0.day > $1.day }
        self.digests = digests.sorted { ($1.through, $0.name) < ($0.through, $1.name) }
    }

    /// Takes in any digest by the name of its files, in the place of an earlier one of that name.
    package mutating func enter(_ digest: Digest, named name: String) {
        if digest.scope.map({ $0.period == .day && $0.isWhole }) ?? true {
            enter(Day(digest, day: name))
        } else {
            self = ReportIndex(
                days: days,
                digests: digests.filter { $0.name != name } + [Saved(digest, name: name)])
        }
    }

    package func filtered(_ isThere: (_ name: String) -> Bool) -> Self {
        ReportIndex(
            days: days.filter { isThere($0.day) }, digests: digests.filter { isThere($0.name) })
    }

    /// Takes in a day's digest, replacing an earlier one of the same day.
    ///
    /// What waits for an answer is kept for the last seven days only; for older days it stands in their
    /// digests.
    package mutating func enter(_ day: Day) {
        var days = days.filter { $0.day != day.day } + [day]
        days.sort { $0.day > $1.day }
        self.days = days
        self.days = days.map { isNews($0) ? $0 : $0.withoutAnswers }
    }

    /// Whether a digest ended within seven days before the latest one did.
    func isNews(_ day: Day) -> Bool {
        let end = days.first.map(\.through) ?? day.through
        return day.through > end.addingTimeInterval(-Self.newsKept)
    }

    // MARK: - Private

    private static let newsKept: TimeInterval = 7 * 86_400
}

extension ReportIndex {
    /// A day's digest in a line.
    package struct Day: Hashable, Sendable, Codable {
        /// Local date, as the day's files are named: `2026-11-22`.
        package let day: String
        /// The end of the digest's period.
        package let through: Date
        package let language: ReportLanguage
        package let headlines: [String]
        package let brands: [NamedCounts]
        /// Sentences of the alerts.
        package let alerts: [String]
        package let needsAnswer: Counts
        package private(set) var answers: [Answer]

        var withoutAnswers: Self {
            var day = self
            day.answers = []
            return day
        }
    }

    /// Another digest in a line.
    package struct Saved: Hashable, Sendable, Codable {
        /// As its files are named.
        package let name: String
        package let scope: Digest.Scope
        package let after: Date
        package let through: Date
        package let timeZone: String
        package let headline: String
        package let alerts: Int
        package let needsAnswer: Counts

        init(_ digest: Digest, name: String) {
            self.name = name
            scope = digest.scope ?? Digest.Scope(period: .day)
            after = digest.window.after
            through = digest.window.through
            timeZone = digest.window.timeZone
            headline = digest.headlines.first ?? ""
            alerts = digest.alerts.count
            needsAnswer = digest.needsAnswer.counts
        }
    }

    /// A mention that waits for an answer.
    package struct Answer: Hashable, Sendable, Codable {
        package let mention: ListedMention.ID
        package let brand: String
        /// What is said, on one line.
        package let title: String
        package let text: String
        package let link: String?
        package let severity: Severity
        package let team: String
        package let answerBy: Date?
        package let date: Date
    }
}

extension ReportIndex.Day {
    /// - Parameter day: as the digest's files are named.
    package init(_ digest: Digest, day: String) {
        self.day = day
        through = digest.window.through
        language = digest.origin.language
        headlines = digest.headlines
        brands = digest.brands.filter { $0.kind == .own }.map {
            NamedCounts(id: $0.id.value, name: $0.name, counts: $0.counts)
        }
        alerts = digest.alerts.map(\.sentence)
        needsAnswer = digest.needsAnswer.counts
        let mentions = Dictionary(
            digest.mentions.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(
            digest.brands.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        answers = digest.needsAnswer.items.prefix(Self.answersKept).compactMap { item in
            mentions[item.mention].map {
                ReportIndex.Answer(
                    mention: $0.id, brand: names[$0.brand] ?? $0.brand.value,
                    title: $0.said(to: Self.titleLimit), text: $0.snippet.text, link: $0.link,
                    severity: item.severity, team: item.teamName, answerBy: item.answerBy,
                    date: $0.date)
            }
        }
    }

    // MARK: - Private

    private static let answersKept = 100
    private static let titleLimit = 200
}
