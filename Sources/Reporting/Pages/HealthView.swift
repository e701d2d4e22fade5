import Model

/// The feeds that could not be heard.
struct HealthView {
    struct Row {
        let troubledSource: String
        let state: String
        let lastHeard: String
        let message: String
    }

    let healthSentence: String
    let hasTrouble: Bool
    let rows: [Row]

    init(_ health: ListeningHealth, calendar: LocalCalendar, words: PageWords) {
        healthSentence = health.sentence
        hasTrouble = !health.troubled.isEmpty
        rows = health.troubled.map { feed in
            Row(
                troubledSource: OutsideText.limited(feed.sourceName, to: 80),
                state: words.status(feed.status),
                lastHeard: feed.lastSuccessAt.map {
                    words.report.dateAndTime(calendar.moment(of: $0))
                } ?? words.never,
                message: OutsideText.limited(feed.message ?? "", to: 300))
        }
    }
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
