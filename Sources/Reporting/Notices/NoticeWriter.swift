import Foundation
package import Model

/// Says in a few lines what a digest holds, for e-mail and chat rooms.
package struct NoticeWriter: Sendable {
    private let words: NoticeWords
    private let calendar: LocalCalendar

    /// - Parameter timeZone: in which times are told.
    package init(language: ReportLanguage, timeZone: String) {
        words = NoticeWords(language)
        calendar = LocalCalendar(timeZone: timeZone)
    }

    /// A period in short.
    ///
    /// - Returns: `nil` where fewer posts than `minimumPosts` were heard of the brands that the digest was
    ///   asked for, there is no alert, and nothing needs an answer.
    package func digest(_ digest: Digest, minimumPosts: Int) -> Notice? {
        let posts = digest.totals.ofBrandsAskedFor ?? digest.totals.counts
        let isWorthIt =
            posts.mentions >= minimumPosts || !digest.alerts.isEmpty
            || !digest.needsAnswer.items.isEmpty
        guard isWorthIt else { return nil }
        var sections: [Notice.Section] = []
        if !digest.alerts.isEmpty {
            sections.append(
                section(words.page.alerts, digest.alerts.map { item($0, in: digest) }))
        }
        let answers = digest.needsAnswer.items
        if !answers.isEmpty { sections.append(self.answers(answers, in: digest)) }
        if let tickets = digest.tickets, !tickets.overdue.isEmpty {
            sections.append(self.tickets(words.overdue, tickets.overdue, in: digest))
        }
        let rows = digest.brands.map { brand in
            [
                brand.name, words.report.number(brand.counts.mentions),
                words.report.number(brand.counts.stories),
                brand.tone.exactNetSentiment.mentions.map { words.report.signed($0) } ?? "–",
            ]
        }
        return Notice(
            language: words.report.language,
            subject: words.digestSubject(days(of: digest.window), of: digest.scope?.name),
            sentences: digest.headlines, sections: sections,
            table: rows.isEmpty ? nil : Notice.Table(head: words.tableHead, rows: rows),
            closing: closing(digest))
    }

    /// What cannot wait: bursts, and what needs an answer and is grave enough; tickets of that kind
    /// that nobody has answered, once, when their time has nearly come.
    ///
    /// - Parameter steady: a longer period that ends with the digest's, in which bursts have begun that
    ///   are none of the digest's own: few at a time, and many in all.
    /// - Returns: `nil` where there is nothing of the kind.
    package func alerts(_ digest: Digest, minimumSeverity: Severity, steady: Digest? = nil)
        -> Notice?
    {
        let own = Set(digest.alerts.map(\.subject))
        let begun = steady?.alerts.filter { !own.contains($0.subject) } ?? []
        let grave = digest.needsAnswer.items.filter { $0.severity >= minimumSeverity }
        let unanswered = unanswered(digest).filter { $0.severity >= minimumSeverity }
        let bursts =
            digest.alerts.map { item($0, in: digest) }
            + (steady.map { steady in begun.map { item($0, in: steady) } } ?? [])
        guard !bursts.isEmpty || !grave.isEmpty || !unanswered.isEmpty else { return nil }
        var sections: [Notice.Section] = []
        if !bursts.isEmpty { sections.append(section(words.page.alerts, bursts)) }
        if !grave.isEmpty { sections.append(answers(grave, in: digest)) }
        let late = unanswered.filter { $0.answerBy <= digest.window.through }
        if !late.isEmpty { sections.append(tickets(words.overdue, late, in: digest)) }
        if late.count < unanswered.count {
            sections.append(
                tickets(
                    words.page.dueSoon, Array(unanswered.dropFirst(late.count)), in: digest))
        }
        return Notice(
            language: words.report.language,
            subject: words.alertSubject(
                bursts.count + grave.count + unanswered.count, of: digest.scope?.name,
                about: names(
                    of: (digest.alerts + begun).map(\.brand) + grave.flatMap(\.brands), in: digest)),
            sentences: [],
            sections: sections, table: nil, closing: closing(digest))
    }

    // MARK: - Private

    /// Of each list; a chat room is no place for more.
    private static let shown = 10

    private func item(_ alert: Digest.Alert, in digest: Digest) -> Notice.Item {
        let first = alert.mentions.first.flatMap { id in
            digest.mentions.items.first { $0.id == id }
        }
        return Notice.Item(
            text: alert.sentence, detail: first?.said() ?? "",
            link: OutsideLink(first?.link)?.href)
    }

    /// Each once, in the order in which they are told of.
    private func names(of brands: [Brand.ID], in digest: Digest) -> [String] {
        let known = Dictionary(
            digest.brands.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var told: Set<Brand.ID> = []
        return brands.filter { told.insert($0).inserted }.map { known[$0] ?? $0.value }
    }

    private func answers(_ answers: [Digest.AnswerItem], in digest: Digest) -> Notice.Section {
        let mentions = Dictionary(
            digest.mentions.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let items = answers.compactMap { answer -> Notice.Item? in
            guard let mention = mentions[answer.mention] else { return nil }
            let deadline = answer.answerBy.map {
                "\(words.page.answerBy) \(words.report.dateAndTime(calendar.moment(of: $0)))"
            }
            return Notice.Item(
                text: mention.said(),
                detail: [
                    words.page.severity(answer.severity), deadline,
                    words.report.inSentence(answer.teamName),
                    words.report.inSentence(mention.source),
                ].compactMap(\.self).joined(separator: " · "),
                link: OutsideLink(mention.link)?.href)
        }
        return section(words.page.needsAnswer, items)
    }

    /// Tickets that came to be due soon in the digest's period, and those whose time passed in it.
    ///
    /// Each is told once as due soon and once as late; what was due soon already when it was heard, as
    /// late alone.
    private func unanswered(_ digest: Digest) -> [TicketStanding.Item] {
        let (after, through) = (digest.window.after, digest.window.through)
        let told = after.addingTimeInterval(TicketStandingMaker.soon)
        return ((digest.tickets?.overdue ?? []) + (digest.tickets?.dueSoon ?? []))
            .filter { $0.answerBy > told || ($0.answerBy > after && $0.answerBy <= through) }
    }

    private func tickets(
        _ title: String, _ tickets: [TicketStanding.Item], in digest: Digest
    ) -> Notice.Section {
        section(
            title,
            tickets.map { ticket in
                let deadline = words.report.dateAndTime(calendar.moment(of: ticket.answerBy))
                let team = digest.teamNames?.first { $0.id == ticket.team.value }
                return Notice.Item(
                    text: ticket.post?.title ?? ticket.key,
                    detail: [
                        words.page.severity(ticket.severity),
                        "\(words.page.answerBy) \(deadline)",
                        words.report.inSentence(team?.name ?? ticket.team.value),
                        ticket.stories.map(words.report.stories),
                    ].compactMap(\.self).joined(separator: " · "),
                    link: OutsideLink(ticket.address)?.href)
            })
    }

    private func section(_ title: String, _ items: [Notice.Item]) -> Notice.Section {
        let rest = items.count - Self.shown
        let more = rest > 0 ? [Notice.Item(text: words.more(rest), detail: "", link: nil)] : []
        return Notice.Section(
            title: "\(title) (\(words.report.number(items.count)))",
            items: items.prefix(Self.shown) + more)
    }

    private func closing(_ digest: Digest) -> String {
        func moment(_ date: Date) -> String {
            words.report.dateAndTime(calendar.moment(of: date))
        }
        return "Earshot · \(moment(digest.window.after)) – \(moment(digest.window.through)) "
            + "(\(digest.window.timeZone))"
    }

    private static let longestDay: TimeInterval = 36 * 3_600

    /// The day on which it ends; or the first and the last day, where it covers several, as after a
    /// weekend or for a week.
    private func days(of window: Digest.Window) -> String {
        let start = calendar.moment(of: window.after)
        let end = calendar.moment(of: window.through)
        guard window.through.timeIntervalSince(window.after) > Self.longestDay else {
            return words.report.longDate(end)
        }
        let first =
            start.year == end.year ? words.report.shortDate(start) : words.report.date(start)
        return first + " – " + words.report.date(end)
    }
}

extension Digest.Alert {
    /// What it is about.
    package struct Subject: Hashable, Sendable {
        let kind: Kind
        let brand: Brand.ID
    }

    package var subject: Subject { Subject(kind: kind, brand: brand) }
}

extension Notice {
    /// What is sent in place of a message whose posts have all been forgotten, or whose rule was
    /// removed, before it went out.
    package static func nothingLeft(in language: ReportLanguage) -> Notice {
        let sentence = NoticeWords(language).nothingLeft
        return Notice(
            language: language, subject: sentence, sentences: [sentence], sections: [], table: nil,
            closing: "Earshot")
    }
}
