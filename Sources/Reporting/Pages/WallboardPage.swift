package import Model

/// A digest for a screen on the wall: large figures, alerts and what to answer next.
///
/// It loads itself again every minute, so the result of each run appears by itself; while its server
/// answers with errors, it stays as it is.
package enum WallboardPage {
    package static func html(of digest: Digest) throws(ReportingError) -> String {
        try PageTemplates.page(
            "wallboard", of: WallboardView(digest, words: PageWords(digest.origin.language)))
    }
}

struct WallboardView {
    struct Tile {
        let tileAnchor: String
        let brandName: String
        let mentionCount: String
        let storyCount: String
        let change: String
        let toneBar: ToneBarView
        let net: String
    }

    struct NextView {
        let deadline: String
        let isLate: Bool
        let brandName: String
        let said: String
        let spokenInCode: String
        let team: String
    }

    let w: PageWords
    let t: ToolWords
    let frame: FrameView
    let made: String
    let madeAt: String
    /// Two hours more than a day, for runs that take their time.
    let staleHours = "26"
    let hasAlerts: Bool
    let alertSentences: [String]
    /// How many alerts more there are; `nil` for none.
    let moreAlerts: String?
    let answerCount: String
    let overdueText: String
    /// How many of them are of the digest's own period; `nil` where there are no others.
    let ofPeriod: String?
    let isLate: Bool
    let firstDue: String
    let hasTickets: Bool
    let ticketText: String
    let brandTiles: [Tile]
    /// What is said of the other own brands; `nil` where there are none.
    let moreBrands: String?
    let hasNext: Bool
    let next: [NextView]
    let hasTrouble: Bool
    let health: String

    init(_ digest: Digest, words: PageWords) {
        let calendar = LocalCalendar(timeZone: digest.window.timeZone)
        let report = words.report
        w = words
        t = ToolWords(report)
        let end = calendar.moment(of: digest.window.through)
        frame = FrameView(
            language: words.language, pageTitle: "\(words.program), \(report.date(end))",
            kicker: words.program, headline: report.capitalized(report.longDate(end)), subline: "",
            lead: "", leadRest: [], jumps: []
        ).with(PageTemplates.wallboardScript, style: PageTemplates.wallboardStyle)
        made = ContractJSON.timestamp(digest.window.through)
        madeAt = report.shortDateAndTime(end)
        hasAlerts = !digest.alerts.isEmpty
        alertSentences = digest.alerts.prefix(Self.alertsShown).map(\.sentence)
        let left = digest.alerts.count - alertSentences.count
        moreAlerts = left > 0 ? NoticeWords(report.language).more(left) : nil
        let items = digest.needsAnswer.items
        let inAll = digest.unansweredInAll
        let overdue = inAll?.overdue ?? items.count { $0.isOverdue }
        let count = inAll?.stories ?? items.count
        answerCount = report.number(count)
        ofPeriod = inAll == nil ? nil : "\(t.ofThisPeriod): \(report.number(items.count))"
        isLate = overdue > 0
        overdueText = overdue > 0 ? words.late(overdue) : ""
        let due = inAll.map(\.firstDue) ?? items.compactMap(\.answerBy).min()
        firstDue =
            due.map { "\(words.answerBy) \(report.shortDateAndTime(calendar.moment(of: $0)))" }
            ?? (count > 0 ? "\(words.answerBy): \(words.noDeadline)" : words.nothingToAnswer)
        hasTickets = digest.tickets != nil
        ticketText =
            digest.tickets.map {
                "\(words.tickets): \(words.ticketsOpen($0)), "
                    + words.late($0.overdue.count)
            } ?? ""
        let own = digest.brands.filter { $0.kind == .own }
        brandTiles = own.prefix(Self.brandsShown).map { Tile($0, words: words) }
        let others = own.dropFirst(Self.brandsShown)
        let heard = others.reduce(0) { $0 + $1.counts.mentions }
        moreBrands =
            others.isEmpty
            ? nil : "\(report.moreBrands(others.count)): \(report.mentions(heard))"
        let mentions = Dictionary(
            digest.mentions.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(
            digest.brands.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        next = items.prefix(Self.answersShown).compactMap { item in
            mentions[item.mention].map { mention in
                NextView(
                    deadline: item.answerBy.map {
                        report.shortDateAndTime(calendar.moment(of: $0))
                    } ?? words.noDeadline,
                    isLate: item.isOverdue, brandName: names[mention.brand] ?? mention.brand.value,
                    said: mention.said(to: 160), spokenInCode: mention.language.rawValue,
                    team: item.teamName)
            }
        }
        hasNext = !next.isEmpty
        hasTrouble = digest.health.ok < digest.health.asked
        health = digest.health.sentence
    }

    // MARK: - Private

    // As much as a screen shows at once.
    private static let alertsShown = 3
    private static let brandsShown = 4
    private static let answersShown = 5
}

extension WallboardView.Tile {
    init(_ brand: Digest.BrandSummary, words: PageWords) {
        tileAnchor = "brand-\(brand.id)"
        brandName = brand.name
        mentionCount = words.report.number(brand.counts.mentions)
        storyCount = words.report.stories(brand.counts.stories)
        let change = words.change(brand.previous, now: brand.counts)
        // `52, was 1` would tell the figure twice.
        let before = change.split(separator: ", ", maxSplits: 1).last.map(String.init)
        self.change = before ?? change
        toneBar = ToneBarView(brand.tone, words: words)
        net = brand.tone.exactNetSentiment.mentions.map(words.report.signed) ?? "–"
    }
}
