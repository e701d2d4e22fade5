import Model
import Ticketing

/// What a run hands over to others, once its reports are in place.
extension Run.Work {
    /// Sends alerts, then hands over tickets, then sends all other messages.
    ///
    /// - Returns: what became of each; `nil` where the rules ask for none, or it was not begun.
    func delivered(_ stopwatch: inout Stopwatch) async throws(RunError)
        -> (tickets: TicketReport?, notices: TicketReport?)
    {
        let urgent = try await urgentNotices(&stopwatch)
        let (tickets, notices) = try await ticketsAndNotices(&stopwatch, after: urgent)
        return (tickets, urgent.map { notices?.behind($0) ?? $0 } ?? notices)
    }

    // MARK: - Private

    /// Before tickets: an alert does not wait for a slow ticket system.
    private func urgentNotices(_ stopwatch: inout Stopwatch) async throws(RunError) -> TicketReport?
    {
        guard configuration.rules.routing.tickets != nil, !options.isWithoutExport,
            !Task.isCancelled
        else { return nil }
        stopwatch.begin(.sending)
        return try await NoticeSending(workspace: run.workspace, now: options.now)
            // What is not taken is tried again behind the tickets.
            .deliver(
                .urgent, store: store, configuration: configuration, patience: Self.leastPatience)
    }

    /// Delivers tickets and messages after the reports are in place, so that other systems keep nobody
    /// from their digest.
    ///
    /// A digest says how tickets stand, so it is sent after them, unless they take too long.
    ///
    /// - Parameter urgent: what was sent before them.
    private func ticketsAndNotices(
        _ stopwatch: inout Stopwatch, after urgent: TicketReport?
    ) async throws(RunError) -> (tickets: TicketReport?, notices: TicketReport?) {
        guard !options.isWithoutExport, !Task.isCancelled else { return (nil, nil) }
        stopwatch.begin(.exporting)
        let export = TicketExport(
            workspace: run.workspace, options: TicketExport.Options(now: options.now))
        let sending = NoticeSending(workspace: run.workspace, now: options.now)
        let (tickets, notices) = await Patience.results(
            of: { [store, configuration] in
                await Self.outcome { () async throws(RunError) in
                    try await export.deliver(store: store, configuration: configuration)
                }
            }, waitingFor: options.longestWaitForTickets
        ) { (tickets: Outcome?) -> Outcome in
            if case .failure = tickets { return .success(nil) }
            guard !Task.isCancelled else { return .success(nil) }
            stopwatch.begin(.sending)
            var waited = Duration.zero
            if case .success(let report?) = tickets { waited = report.waited }
            let patience = max(Deliverer.usualPatience - waited, Self.leastPatience)
            let longest = max(
                Deliverer.usualPatience - (urgent?.took ?? .zero), Self.leastPatience)
            let notices = await Self.outcome { () async throws(RunError) in
                try await sending.deliver(
                    store: store, configuration: configuration, patience: patience,
                    atMost: longest, after: urgent)
            }
            if tickets == nil { stopwatch.begin(.exporting) }
            return notices
        }
        return (try tickets.get(), try notices.get())
    }

    /// For a server that could not be reached at first.
    ///
    /// In all a run waits no longer than `Deliverer.usualPatience`, and twice this.
    private static let leastPatience = Duration.seconds(10)

    private typealias Outcome = Result<TicketReport?, RunError>

    private static func outcome(
        _ body: () async throws(RunError) -> TicketReport?
    ) async -> Outcome {
        do throws(RunError) {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}
