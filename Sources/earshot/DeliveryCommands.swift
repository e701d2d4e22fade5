import ArgumentParser
import Model
import Pipeline

/// The words and the queue of one of the two outboxes, for the commands that both have.
protocol OutboxWords {
    /// What is on its way, in the plural.
    static var names: String { get }
    /// The command that looks after it.
    static var command: String { get }
    /// The command that delivers it.
    static var delivery: String { get }
    static func queue(of workspace: Workspace) -> DeliveryQueue
}

struct ShowDeliveries<Words: OutboxWords>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Lists \(Words.names), oldest first.",
            discussion: """
                Without --state it lists those that are not settled: pending, sending, unclear and dead.

                Examples:
                  earshot \(Words.command) show
                  earshot \(Words.command) show --state dead --format json
                  earshot \(Words.command) show --all
                """)
    }

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var look: LookOptions

    @Option(
        name: .customLong("state"),
        help: "pending, sending, unclear, delivered, dead, summarized or dropped; repeatable.")
    var states: [TicketDelivery.State] = []

    @Flag(help: "Lists them whatever their state.")
    var all = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many to list at most.", valueName: "number"))
    var limit = 1_000

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
    }

    func run() throws {
        try reportingErrors {
            let open: Set<TicketDelivery.State> = [.pending, .sending, .unclear, .dead]
            let asked = all ? nil : states.isEmpty ? open : Set(states)
            let lines = try Words.queue(of: workspace.folder)
                .list(asked, madeBy: look.now, limit: limit)
            try lines.print(as: format, DeliveryLine.text(lines, of: Words.names, in: asked))
        }
    }
}

struct RetryDeliveries<Words: OutboxWords>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retry",
            abstract: "Has dead \(Words.names) tried again by the next `earshot \(Words.delivery)`."
        )
    }

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "Numbers that `show` lists.")
    var ids: [Int64] = []

    @Flag(help: "Retries all that are dead.")
    var all = false

    func validate() throws {
        if all == !ids.isEmpty { throw ValidationError("Give numbers, or --all.") }
    }

    func run() throws {
        try reportingErrors {
            let retried = try Words.queue(of: workspace.folder).retry(all ? nil : ids)
            StandardStream.output.write(retried.text(delivery: Words.delivery))
        }
    }
}

extension TicketDelivery.State: ExpressibleByArgument {}

extension TicketReport {
    /// Prints what became of the deliveries, and ends the command by it.
    ///
    /// - Parameters:
    ///   - strict: whether a delivery that needs somebody makes the command fail.
    ///   - command: the one that looks after them.
    func conclude(as format: OutputFormat, strict: Bool, command: String) throws {
        try print(as: format, text(style: .standardOutput, command: command))
        if let failure { throw failure }
        let isStopped = destinations.contains { $0.stopped != nil }
        if strict, isStopped || !dead.isEmpty { throw ExitCode.unavailable }
    }
}
