package import Foundation
package import Model
import Storing
import Ticketing

/// Sends digests and alerts to people: `earshot send`, and the end of a run.
package struct NoticeSending: Sendable {
    private let workspace: Workspace
    private let now: Date

    package init(workspace: Workspace, now: Date) {
        self.workspace = workspace
        self.now = now
    }

    /// - Throws: `RunError` before anything is sent for wrong rules or a held lock; what single channels
    ///   do is in the report, as is whose secret is missing.
    package func execute() async throws(RunError) -> TicketReport {
        let (configuration, lock, store) = try open()
        defer { withExtendedLifetime(lock) {} }
        let report = try await deliver(store: store, configuration: configuration)
        try storing(store.checkpoint())
        guard let report else { preconditionFailure("rules were checked to send something") }
        return report
    }

    /// What would be sent now, what waits from before first; nothing is kept or sent.
    package func preview() throws(RunError) -> [NoticePreview] {
        let (configuration, lock, store) = try open()
        defer { withExtendedLifetime(lock) {} }
        guard let desk = NoticeDesk(store: store, configuration: configuration, now: now) else {
            return []
        }
        do {
            let planned = try desk.planned()
            let replaced = Set(planned.flatMap(\.notices).compactMap(\.replaced))
            var lines = try desk.sending.channels.flatMap {
                try desk.waiting(for: $0, except: replaced)
            }
            for item in planned {
                for channel in desk.sending.channels {
                    guard let notice = item.notices.first(where: { $0.channel == channel.id })
                    else { continue }
                    lines.append(
                        NoticePreview(
                            rule: item.rule.id, channel: channel.id, key: notice.key,
                            after: notice.window.after, through: notice.window.through,
                            notice: try desk.notice(
                                item.rule, notice.window, in: channel.language)))
                }
            }
            return lines
        } catch {
            throw RunError(ofDelivery: error)
        }
    }

    /// Decides and delivers under the lock of whoever calls.
    ///
    /// - Parameters:
    ///   - patience: for how long it waits in all for what is due soon.
    ///   - longest: for how long a channel is sent to at the most, however many messages there are.
    ///   - earlier: what was done before in the same run; what it put off is waited for.
    /// - Returns: `nil` where the rules ask for nothing to be sent, or nothing is urgent.
    func deliver(
        _ part: NoticeDesk.Part = .all, store: Store, configuration: Configuration,
        patience: Duration = Deliverer.usualPatience,
        atMost longest: Duration = Deliverer.usualPatience, after earlier: TicketReport? = nil
    ) async throws(RunError) -> TicketReport? {
        guard let desk = NoticeDesk(store: store, configuration: configuration, now: now) else {
            return nil
        }
        let vault = Vault(of: desk.sending.secrets, workspace: workspace)
        let lines = desk.sending.channels.map { NoticeLine($0, desk.sending, vault, in: workspace) }
        let planned = try storing { () throws(StoreError) in
            let channels = desk.sending.channels.map { TicketDestination.ID($0.id.value) }
            try store.closeDeliveries(in: .notices, exceptTo: channels) {
                "'\($0)' is no channel of rules/routing.yaml any more; put it back and have this tried "
                    + "again, or drop it"
            }
            return try desk.plan(part)
        }
        guard part == .all || planned > 0 else { return nil }
        FaultPoint.afterPlanning.pass()
        let carried = await Cancellation.passingOn(to: lines) { line, isCancelled in
            await line.deliver(
                desk, patience: patience, atMost: longest, alsoDueAt: earlier?.nextMoments ?? [:],
                isCancelled: isCancelled)
        }
        return TicketReport(
            planned: planned, carried,
            dead: try storing(
                store.deliveries(in: .notices, standing: [.dead], limit: Self.deadShown)),
            deadTotal: try storing(store.deadDeliveries(in: .notices)))
    }

    // MARK: - Private

    private static let deadShown = 100

    private func open() throws(RunError) -> (Configuration, RunLock, Store) {
        let configuration = try workspace.load()
        guard configuration.rules.routing.sending != nil else {
            throw .badInput(
                "rules/routing.yaml asks for nothing to be sent; write 'sending:' with channels and "
                    + "notices there")
        }
        try Archive.check(isThere: workspace)
        let lock = try RunLock(of: workspace)
        let store = try storing(Store(workspace.archive))
        return (configuration, lock, store)
    }
}

extension SendingRules {
    fileprivate var secrets: Set<SecretReference> {
        var needed = Set(channels.compactMap(\.secret))
        for case .secret(let address) in channels.map(\.address) { needed.insert(address) }
        return needed
    }
}

/// What would be sent to one channel.
package struct NoticePreview: Sendable, Codable {
    package let rule: NoticeRule.ID
    package let channel: NoticeChannel.ID
    package let key: String
    package let after: Date
    package let through: Date
    package let notice: Notice?
}
