import ArgumentParser
import Foundation
import Model
import Pipeline

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hands mentions over to the ticket systems that rules/routing.yaml names.",
        discussion: """
            A run does this at its end. A ticket is looked for by its key before it is made, so \
            exporting again makes no second one.

            Examples:
              earshot export
              earshot export --check                  can tickets be handed over?
              earshot export --dry-run --offline
              earshot export --dry-run --since 2026-11-01
              earshot export --destination support-desk --since 2026-11-01
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Option(help: ArgumentHelp("Only this destination.", valueName: "id"))
    var destination: String?

    @Option(
        help: ArgumentHelp(
            "Considers what was said since this time once more, for a new destination or route.",
            valueName: "time"),
        transform: timeOrDay)
    var since: AskedMoment?

    @Flag(help: "Prints what would be sent, a line of JSON for each operation, and sends nothing.")
    var dryRun = false

    @Flag(help: "With --dry-run: does not even look whether a ticket is there already.")
    var offline = false

    @Flag(
        help: """
            Asks each system whether it knows us and can be searched for our keys, and sends nothing \
            else; the exit code is 69 if one does not answer as it should.
            """)
    var check = false

    @Flag(help: "Makes the exit code 69 if a delivery needs somebody to look at it.")
    var strict = false

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if check, dryRun || since != nil {
            throw ValidationError("--check goes with neither --dry-run nor --since.")
        }
        if offline, !dryRun { throw ValidationError("--offline goes with --dry-run.") }
    }

    func run() async throws {
        try await reportingErrors {
            let options = TicketExport.Options(
                now: clock.moment, destination: destination.map { TicketDestination.ID($0) },
                since: try workspace.folder.start(of: since))
            let export = TicketExport(workspace: workspace.folder, options: options)
            if check {
                let check = try await StopSignals.cancelling {
                    () async throws(RunError) -> TicketCheck in try await export.check()
                }
                try check.report.print(as: format, check.text(style: .standardOutput))
                if let failure = check.report.failure { throw failure }
                if !check.isGood { throw ExitCode.unavailable }
                return
            }
            if dryRun {
                for line in try export.preview(isOffline: offline) { try line.printAsJSONLine() }
                return
            }
            let report = try await StopSignals.cancelling {
                () async throws(RunError) -> TicketReport in try await export.execute()
            }
            try report.conclude(as: format, strict: strict, command: Tickets.command)
        }
    }
}

struct TicketsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets",
        abstract:
            "Shows what is on its way to the ticket systems, and what could not be delivered.",
        subcommands: [Show.self, Status.self, Retry.self, Drop.self], defaultSubcommand: Show.self)

    typealias Show = ShowDeliveries<Tickets>
    typealias Retry = RetryDeliveries<Tickets>

    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what is open and late, and how long answers take.",
            discussion: "It is what the ticket systems said at the last export.")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var clock: ClockOptions

        @Option(
            parsing: .unconditional,
            help: ArgumentHelp("Counts tickets heard of in this many days, and all open ones."))
        var days = 28

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func validate() throws { try validateDays(days, of: "--days") }

        func run() throws {
            try reportingErrors {
                let standing = try Archive(workspace: workspace.folder)
                    .ticketStanding(days: days, now: clock.moment)
                switch format {
                case .json: try standing.printAsJSON()
                case .text:
                    // How tickets stand can be told without the rules, while somebody mends them.
                    let routing = try? workspace.folder.loadRules().rules.routing
                    StandardStream.output.write(
                        StandingText(standing, routing: routing, style: .standardOutput).text)
                }
            }
        }
    }

    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives a delivery up, and keeps why.")

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "A number that `earshot tickets show` lists.")
        var id: Int64

        @Option(help: "Why; whoever looks later reads it.")
        var reason: String

        @Flag(
            help: """
                Its ticket is there, in a system that cannot be asked (email, webhook): further mentions \
                are added to it.
                """)
        var arrived = false

        func run() throws {
            try reportingErrors {
                try DeliveryQueue.tickets(of: workspace.folder).drop(
                    id, reason: reason, hasArrived: arrived)
            }
        }
    }
}

/// Mentions on their way to ticket systems.
enum Tickets: OutboxWords {
    static let names = "deliveries"
    static let command = "tickets"
    static let delivery = "export"
    static func queue(of workspace: Workspace) -> DeliveryQueue { .tickets(of: workspace) }
}
