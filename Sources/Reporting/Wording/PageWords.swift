import Model

/// Every word that only a page shows, in one language; sentences of the figures are in
/// `ReportWords`.
struct PageWords: Sendable {
    static let english = PageWords()

    let report = ReportWords.english
    let language = "en"

    // MARK: Both pages

    let digest = "Daily digest"
    let trendReport = "Trend report"
    let program = "Earshot"
    let sections = "Sections"
    let inShort = "In short"
    let brand = "Brand"
    let mentions = "Mentions"
    let stories = "Stories"
    let byStory = "by story"
    let byStories = "stories"
    let inBrackets = "In brackets: stories, copies counted once."
    let tone = "Tone"
    let netTone = "Net tone"
    let shareOfVoice = "Share of voice"
    let source = "Source"
    let categories = "What about"
    let sources = "Where"
    let languages = "Languages"
    let noTone = "nothing was said"
    let whyTheseTags = "Why these tags"
    let readAt = "Read it at"
    let health = "What we did not hear"
    let status = "Status"
    let whatIsWrong = "What is wrong"
    let lastHeard = "Last answered"
    let never = "never"
    let ownBrand = "own"
    let competitor = "competitor"
    let topic = "topic"
    let howMade = "How these figures are made"
    let madeWith = "Made by Earshot"
    let withRules = "with rules"
    let times = "Times are those of"
    let noneHere = "None."
    let spamLeftOut = "marked as spam and left out of every figure"

    // MARK: Digest

    let alerts = "Alerts"
    let needsAnswer = "Needs an answer"
    let nothingToAnswer = "Nothing waits for an answer."
    let answerBy = "Answer by"
    let late = "late"
    let noDeadline = "no time set"
    let copies = "also in"
    let atAGlance = "At a glance"
    let thanDayBefore = "Change"
    let thanWeekBefore = "Same weekday"
    let topStories = "Top stories"
    let praise = "Praise worth passing on"
    let questions = "Questions"
    let featureRequests = "Wishes"
    let salesLeads = "People about to buy"
    let userContent = "Made by customers"
    let allMentions = "All mentions"
    let andMore = "more, which the data file of the archive holds"

    // MARK: Trends

    let dayByDay = "Day by day"
    let sideBySide = "Side by side"
    let busiestDay = "Busiest day"
    let standOut = "Days that stood out"
    let noEvents = "No day stood out against the days before it."
    let usually = "Usually"
    let rising = "Rising in the last seven days"
    let noRising = "No word rose clearly."
    let term = "Word or phrase"
    let lastSevenDays = "Last 7 days"
    let before = "Before"
    let zScore = "z-score"
    let example = "Example"
    let weekByWeek = "Share of voice by week"
    let week = "Week"
    let whenPeopleWrite = "When people write"
    let weekday = "Weekday"
    let course = "Course"
    let aDay = "mentions a day"
    let usualBand = "usual range"
    let positiveAndNegative = "Positive above, negative below"

    // MARK: Forms

    func tone(_ label: Sentiment.Label) -> String { label.rawValue }

    func severity(_ severity: Severity) -> String { report.capitalized(severity.rawValue) }

    func kind(_ kind: Brand.Kind) -> String {
        switch kind {
        case .own: ownBrand
        case .competitor: competitor
        case .topic: topic
        }
    }

    func status(_ status: FeedHealth.Status) -> String {
        switch status {
        case .ok: "heard"
        case .failing: "cannot be fetched"
        case .silent: "silent for longer than usual"
        case .unheard: "not polled yet"
        }
    }

    /// `40 min`, `3 h`, `2 days`.
    func age(inMinutes minutes: Int) -> String {
        switch minutes {
        case ..<60: "\(minutes) min old"
        case ..<(48 * 60): "\(minutes / 60) h old"
        default: "\(report.number(minutes / 60 / 24)) days old"
        }
    }

    /// `41 (27)`: mentions, then stories.
    func both(_ counts: Counts) -> String {
        "\(report.number(counts.mentions)) (\(report.number(counts.stories)))"
    }

    /// `▲ 23%`, `▲ 3.2×`, `▼ 40%`, `=`; `52, was 1` where there were few before.
    func change(_ change: Change, now: Counts) -> String {
        guard let ratio = change.ratio.mentions else { return now == .zero ? "=" : "▲ new" }
        guard isTold(change) else {
            return "\(report.number(now.mentions)), was \(report.number(change.before.mentions))"
        }
        switch ratio {
        case 2...: return "▲ \(report.number(ratio, decimals: 1))×"
        case 1.005...: return "▲ \(report.percent(ratio - 1))"
        case ..<0.995: return "▼ \(report.percent(1 - ratio))"
        default: return "="
        }
    }

    /// `was 13 (9)`; `stories 36, was 1` where there were few before.
    func was(_ change: Change, now: Counts) -> String {
        guard change.ratio.mentions == nil || isTold(change) else {
            return "\(byStories) \(report.number(now.stories)), was "
                + report.number(change.before.stories)
        }
        return "was \(both(change.before))"
    }

    /// `38 more, less urgent`.
    func lessUrgent(_ count: Int) -> String { "\(report.number(count)) more, less urgent" }

    /// `11 posts, 9 need an answer`.
    func thread(posts: Int, toAnswer: Int) -> String {
        "\(report.posts(posts)), \(report.number(toAnswer)) "
            + (toAnswer == 1 ? "needs an answer" : "need an answer")
    }

    /// `22 Nov` for `2026-11-22`.
    func shortDay(_ day: String) -> String {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? report.dayAndMonth(day: parts[2], month: parts[1]) : day
    }

    // MARK: - Private

    /// Whether a quotient says something.
    private func isTold(_ change: Change) -> Bool {
        change.before.mentions >= ReportWords.smallestBase
    }
}
