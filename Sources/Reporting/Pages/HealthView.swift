import Model

/// The feeds that could not be heard.
struct HealthView {
    struct Row {
        let troubledSource: String
        let state: String
        let lastHeard: String
        let message: String
        /// The page's, or English, in which a feed's own message is.
        let messageLanguage: String
        /// What it brought when it could be heard; `nil` where that is not known of any.
        let broughtBefore: String?
    }

    let healthSentence: String
    let hasTrouble: Bool
    let hasBrought: Bool
    let rows: [Row]
    /// How many feeds more there are; `nil` for none.
    let troubledLeftOut: String?

    init(_ health: ListeningHealth, calendar: LocalCalendar, words: PageWords) {
        healthSentence = health.sentence
        hasTrouble = !health.troubled.isEmpty
        let brought = health.brought.map { brought in
            Dictionary(brought.feeds.map { ($0.id, $0.counts) }) { first, _ in first }
        }
        hasBrought = brought != nil
        // Those that brought most are missed most.
        let shown = health.troubled.enumerated().sorted { one, other in
            let (first, second) = (
                brought?[one.element.feed.value], brought?[other.element.feed.value]
            )
            return (second?.mentions ?? 0, one.offset) < (first?.mentions ?? 0, other.offset)
        }
        .prefix(Self.rowsShown).map(\.element)
        troubledLeftOut =
            health.troubled.count > shown.count
            ? words.report.troubledLeftOut(health.troubled.count - shown.count) : nil
        rows = shown.map { feed in
            let message = words.trouble(of: feed, calendar: calendar)
            return Row(
                troubledSource: OutsideText.limited(feed.sourceName, to: 80),
                state: words.status(feed.status),
                lastHeard: feed.lastSuccessAt.map {
                    words.report.dateAndTime(calendar.moment(of: $0))
                } ?? words.never,
                message: OutsideText.limited(message, to: 300),
                messageLanguage: message == feed.message
                    ? ReportLanguage.english.rawValue : words.language,
                broughtBefore: brought.map { words.both($0[feed.feed.value] ?? .zero) })
        }
    }
}

extension HealthView {
    /// More than anybody looks through.
    fileprivate static let rowsShown = 200
}

/// What a report was made by, and what its figures mean.
struct FootView {
    let method: [Definition]
    let version: String
    let rulesHash: String
    let zone: String
    let spam: String

    init(
        method: [Definition], origin: ReportOrigin, timeZone: String, spamLeftOut: Int,
        words: PageWords
    ) {
        self.method = method
        version = origin.programVersion
        rulesHash = String(origin.rulesHash.prefix(12))
        zone = timeZone
        spam = words.spamLeftOut(spamLeftOut)
    }
}
