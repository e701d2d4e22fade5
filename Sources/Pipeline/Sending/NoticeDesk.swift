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
        /// Of the notice in each channel; empty where nothing is worth sending.
        let keys: [NoticeChannel.ID: String]
    }

    /// Considers every rule whose time has come.
    func planned() throws(StoreError) -> [Planned] {
        var planned: [Planned] = []
        for rule in sending.notices {
            let considered = try store.noticeWatermark(of: rule.id)
            // The archive counts in whole seconds.
            let moment = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
            guard let window = times.window(of: rule, considered: considered, now: moment) else {
                continue
            }
            var keys: [NoticeChannel.ID: String] = [:]
            if try notice(rule, window, in: nil) != nil {
                for channel in rule.channels {
                    keys[channel] = TicketKey.key(
                        ofNotice: rule.id.value, channel: channel.value, through: window.through,
                        installation: configuration.rules.routing.tickets?.installation)
                }
            }
            planned.append(Planned(rule: rule, window: window, keys: keys))
        }
        return planned
    }

    /// - Returns: how many notices there are to send.
    func plan() throws(StoreError) -> Int {
        var count = 0
        for item in try planned() {
            try store.planNotices(of: item.rule.id, item.window, keys: item.keys, now: now)
            count += item.keys.count
        }
        return count
    }

    /// The outbox of one channel.
    func outbox(of channel: NoticeChannel) -> Outbox {
        let destination = TicketDestination.ID(channel.id.value)
        return Outbox(
            due: { try store.dueDeliveries(in: .notices, to: destination, after: $0, now: $1) },
            save: { try store.save($0, in: .notices) },
            waiting: { try store.openDeliveries(in: .notices, to: destination) },
            beginAnew: { _, _ in preconditionFailure("nothing is added to a notice") },
            draft: { delivery, _ in try draft(of: delivery, in: channel) },
            summarize: { _ in nil })
    }

    /// What was planned before and is on its way.
    func waiting(for channel: NoticeChannel) throws(StoreError) -> [NoticePreview] {
        let open = try store.deliveries(
            in: .notices, standing: [.pending, .sending, .unclear], limit: -1)
        var previews: [NoticePreview] = []
        for delivery in open where delivery.destination.value == channel.id.value {
            guard let origin = try store.noticeOrigin(delivery.id) else { continue }
            previews.append(
                NoticePreview(
                    rule: origin.rule, channel: channel.id, key: delivery.key,
                    after: origin.window.after, through: origin.window.through,
                    notice: try notice(of: origin, in: channel)))
        }
        return previews
    }

    /// What a rule says of a period in a language; `nil` where that is not worth sending.
    func notice(
        _ rule: NoticeRule, _ window: NoticeWindow, in language: ReportLanguage?
    ) throws(StoreError) -> Notice? {
        let reports = Reports(store: store, configuration: configuration, language: language)
        let digest = try reports.digest(
            Digest.Window(
                after: window.after, through: window.through,
                timeZone: configuration.rules.routing.timeZone),
            Digest.Scope(period: .day), health: try reports.health(now: window.through),
            tickets: try reports.tickets(at: window.through))
        let writer = NoticeWriter(
            language: digest.origin.language, timeZone: configuration.rules.routing.timeZone)
        switch rule.content {
        case .digest(_, _, let least): return writer.digest(digest, minimumMentions: least)
        case .alerts(let severity): return writer.alerts(digest, minimumSeverity: severity)
        }
    }

    // MARK: - Private

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
