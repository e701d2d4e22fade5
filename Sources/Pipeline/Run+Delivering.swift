import Model

/// What a run hands over to others, once its reports are in place.
extension Run.Work {
    /// Before tickets: an alert does not wait for a slow ticket system.
    func urgentNotices(_ stopwatch: inout Stopwatch) async throws(RunError) -> TicketReport? {
        guard configuration.rules.routing.tickets != nil, !options.isWithoutExport,
            !Task.isCancelled
        else { return nil }
        stopwatch.begin(.sending)
        return try await NoticeSending(workspace: run.workspace, now: options.now)
            .deliver(.urgent, store: store, configuration: configuration)
    }

    /// When the reports are in place: what other systems do must not keep anybody from their digest.
    func tickets(_ stopwatch: inout Stopwatch) async throws(RunError) -> TicketReport? {
        guard !options.isWithoutExport, !Task.isCancelled else { return nil }
        stopwatch.begin(.exporting)
        return try await TicketExport(
            workspace: run.workspace, options: TicketExport.Options(now: options.now)
        ).deliver(store: store, configuration: configuration)
    }

    func notices(_ stopwatch: inout Stopwatch) async throws(RunError) -> TicketReport? {
        guard !options.isWithoutExport, !Task.isCancelled else { return nil }
        stopwatch.begin(.sending)
        return try await NoticeSending(workspace: run.workspace, now: options.now)
            .deliver(store: store, configuration: configuration)
    }
}
