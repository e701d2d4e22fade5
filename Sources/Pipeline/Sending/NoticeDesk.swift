import Foundation
import Model
import Reporting
import Storing
import Ticketing

/// Decides which notices are worth sending and writes them, out of the archive and the rules.
struct NoticeDesk: Sendable {
    let store: Store
    let configuration: Configuration
    let sending: SendingRules
    let now: Date
    private let times: NoticeTimes

    /// - Returns: `nil` where the rules ask for nothing to be sent.
    init?(store: Store, configuration: Configuration, now: Date) {
        guard let sending = configuration.rules.routing.sending else { return nil }
        self.store = store
        self.configuration = configuration
        self.sending = sending
        self.now = now
        times = NoticeTimes(
            timeZone: TimeZone(identifier: configuration.rules.routing.timeZone) ?? .gmt)
    }

    /// What a rule has to tell now.
    struct Planned {
        let rule: NoticeRule
        let window: NoticeWindow
        /// In each channel; empty where nothing is worth sending.
        let notices: [PlannedNotice]
    }

    struct PlannedNotice {
        let channel: NoticeChannel.ID
        let key: String
        /// From where the one begins whose place it takes, if any.
        let window: NoticeWindow
        /// The one that waits there already.
        let replaced: Int64?
    }

    /// What of the notices is considered.
    enum Part {
        case all
        /// Alerts that tell more than how tickets stand, which must not wait until tickets are handed over.
        case urgent
    }

    /// Considers every rule whose time has come.
    func planned(_ part: Part = .all) throws(StoreError) -> [Planned] {
        var planned: [Planned] = []
        for rule in sending.notices where part == .all || !rule.content.isDigest {
            let considered = try store.noticeWatermark(of: rule.id)
            // The archive counts in whole seconds.
            let moment = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
            guard let window = times.window(of: rule, considered: considered, now: moment) else {
                continue
            }
            var notices: [PlannedNotice] = []
            let isWorthIt = try notice(rule, window, in: nil, hasTickets: part == .all) != nil
            // It is considered once more when it is known how the tickets stand.
            if part == .urgent, !isWorthIt { continue }
            if isWorthIt {
                for channel in rule.channels {
                    // Alerts keep the period that they were judged by: over a longer one, held against
                    // one as long before it, there might be none.
                    let waiting =
                        rule.content.isDigest
                        ? try store.waitingNotice(of: rule.id, to: channel) : nil
                    notices.append(
                        PlannedNotice(
                            channel: channel,
                            key: TicketKey.key(
                                ofNotice: rule.id.value, channel: channel.value,
                                through: window.through,
                                installation: configuration.rules.routing.tickets?.installation),
                            window: NoticeWindow(
                                after: waiting?.after ?? window.after, through: window.through),
                            replaced: waiting?.id))
                }
            }
            planned.append(Planned(rule: rule, window: window, notices: notices))
        }
        return planned
    }

    /// - Returns: how many notices there are to send.
    func plan(_ part: Part) throws(StoreError) -> Int {
        var count = 0
        let planned = try planned(part)
        for item in planned {
            let keys = item.notices.map { ($0.channel, $0.key) }
            let replaced = item.notices.compactMap { notice in
                notice.replaced.map { (notice.channel, $0) }
            }
            try store.planNotices(
                of: item.rule.id, item.window, keys: Dictionary(keys) { first, _ in first },
                replacing: Dictionary(replaced) { first, _ in first }, now: now)
            count += keys.count
        }
        if part == .all { try rememberNewRules(except: Set(planned.map(\.rule.id))) }
        return count
    }

    /// From the first run that sees a rule, each of its times counts, whether or not a run falls between
    /// it and midnight.
    private func rememberNewRules(except planned: Set<NoticeRule.ID>) throws(StoreError) {
        for rule in sending.notices where rule.content.isDigest && !planned.contains(rule.id) {
            guard try store.noticeWatermark(of: rule.id) == nil else { continue }
            try store.planNotices(
                of: rule.id, NoticeWindow(after: now, through: now), keys: [:], now: now)
        }
    }

    /// The outbox of one channel.
    func outbox(of channel: NoticeChannel) -> Outbox {
        let destination = TicketDestination.ID(channel.id.value)
        return Outbox(
            due: { try store.dueDeliveries(in: .notices, to: destination, after: $0, now: $1) },
            claim: { try store.claim($0, in: .notices) },
            save: { try store.save($0, in: .notices) },
            waiting: { try store.openDeliveries(in: .notices, to: destination) },
            beginAnew: nil,
            draft: { delivery, _ in try draft(of: delivery, in: channel) },
            summarize: { _ in nil })
    }

    /// What was planned before and is on its way, word for word where it was written already.
    ///
    /// - Parameter replaced: those that a new one takes the place of.
    func waiting(for channel: NoticeChannel, except replaced: Set<Int64>) throws -> [NoticePreview]
    {
        let open = try store.deliveries(
            in: .notices, standing: [.pending, .sending, .unclear],
            to: TicketDestination.ID(channel.id.value), limit: .max)
        return try open.compactMap { delivery in
            guard !replaced.contains(delivery.id),
                let origin = try store.noticeOrigin(delivery.id)
            else { return nil }
            return NoticePreview(
                rule: origin.rule, channel: channel.id, key: delivery.key,
                after: origin.window.after, through: origin.window.through,
                notice: try delivery.savedDraft(for: .create)?.notice
                    ?? (try notice(of: origin, in: channel)))
        }
    }

    /// What a rule says of a period in a language; `nil` where that is not worth sending.
    ///
    /// - Parameter hasTickets: whether it says how tickets stand.
    func notice(
        _ rule: NoticeRule, _ window: NoticeWindow, in language: ReportLanguage?,
        hasTickets: Bool = true
    ) throws(StoreError) -> Notice? {
        let reports = Reports(store: store, configuration: configuration, language: language)
        let digest = try digest(of: rule, window, by: reports, hasTickets: hasTickets)
        let writer = NoticeWriter(
            language: digest.origin.language, timeZone: configuration.rules.routing.timeZone)
        switch rule.content {
        case .digest(_, _, let least):
            var notice = writer.digest(digest, minimumPosts: least)
            notice?.origin = .init(
                rule: rule.id, kind: .digest, after: window.after, through: window.through)
            return notice
        case .alerts(let severity):
            var notice = writer.alerts(
                digest, minimumSeverity: severity,
                steady: try burstsBegun(in: window, of: rule, by: reports))
            notice?.origin = .init(
                rule: rule.id, kind: .alerts, after: window.after, through: window.through)
            return notice
        }
    }

    // MARK: - Private

    private static let day: TimeInterval = 86_400

    private func digest(
        of rule: NoticeRule, _ window: NoticeWindow, by reports: Reports, hasTickets: Bool = true
    ) throws(StoreError) -> Digest {
        let audience = rule.audience
        func only<Value>(_ values: [Value]) -> Value? { values.count == 1 ? values[0] : nil }
        // A scope says it where it can: sentences then name it.
        let request = DigestRequest(
            brand: only(audience.brands), team: only(audience.teams),
            region: only(audience.regions), category: only(audience.categories),
            location: only(audience.locations))
        return try reports.digest(
            Digest.Window(
                after: window.after, through: window.through,
                timeZone: configuration.rules.routing.timeZone),
            reports.scope(of: request, named: audience),
            health: try reports.health(now: window.through),
            tickets: hasTickets ? .standing : .told(nil), for: audience)
    }

    /// The last day, with those bursts alone that it had not a period ago.
    ///
    /// A window goes from run to run: of what comes in steadily each has a few, and each is held
    /// against the one before, which has as many. Over a day they are many.
    private func burstsBegun(in window: NoticeWindow, of rule: NoticeRule, by reports: Reports)
        throws(StoreError) -> Digest?
    {
        let start = window.through.addingTimeInterval(-Self.day)
        guard start < window.after else { return nil }
        var now = try digest(
            of: rule, NoticeWindow(after: start, through: window.through), by: reports)
        guard !now.alerts.isEmpty else { return nil }
        let before = try digest(
            of: rule,
            NoticeWindow(
                after: window.after.addingTimeInterval(-Self.day), through: window.after),
            by: reports)
        let known = Set(before.alerts.map(\.subject))
        now.alerts.removeAll { known.contains($0.subject) }
        return now
    }

    /// Written from the archive as it is now: what was forgotten since is not in it.
    private func draft(of delivery: TicketDelivery, in channel: NoticeChannel)
        throws(StoreError) -> TicketDraft
    {
        guard let origin = try store.noticeOrigin(delivery.id) else {
            throw .failed(reason: "notice \(delivery.id) is gone")
        }
        guard let notice = try notice(of: origin, in: channel) else {
            let language = channel.language ?? configuration.rules.routing.language
            return TicketDraft(.nothingLeft(in: language), key: delivery.key)
        }
        return TicketDraft(notice, key: delivery.key)
    }

    private func notice(
        of origin: (rule: NoticeRule.ID, window: NoticeWindow), in channel: NoticeChannel
    ) throws(StoreError) -> Notice? {
        guard let rule = sending.notices.first(where: { $0.id == origin.rule }) else { return nil }
        return try notice(rule, origin.window, in: channel.language)
    }
}
