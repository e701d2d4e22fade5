import ArgumentParser
import Foundation
import Model
import Pipeline

struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Sends the digests and alerts that 'sending:' in rules/routing.yaml asks for.",
        discussion: """
            A run does this at its end. Nothing is fetched, so it may be scheduled for the minute at \
            which a digest is due.

            Examples:
              earshot send
              earshot send --dry-run
              earshot send show
              earshot send retry --all
            """,
        subcommands: [Now.self, Show.self, Retry.self, Drop.self], defaultSubcommand: Now.self)

    struct Now: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sends what is due (the default).")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var clock: ClockOptions

        @Flag(
            help: "Prints what would be sent, a line of JSON for each message, and sends nothing.")
        var dryRun = false

        @Flag(help: "Makes the exit code 69 if a message needs somebody to look at it.")
        var strict = false

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() async throws {
            try await reportingErrors {
                let sending = NoticeSending(workspace: workspace.folder, now: clock.moment)
                if dryRun {
                    for line in try sending.preview() { try line.printAsJSONLine() }
                    return
                }
                let report = try await StopSignals.cancelling {
                    () async throws(RunError) -> TicketReport in try await sending.execute()
                }
                try report.conclude(as: format, strict: strict, command: Notices.command)
            }
        }
    }

    typealias Show = ShowDeliveries<Notices>
    typealias Retry = RetryDeliveries<Notices>

    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives a message up, and keeps why.")

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "A number that `earshot send show` lists.")
        var id: Int64

        @Option(help: "Why; whoever looks later reads it.")
        var reason: String

        func run() throws {
            try reportingErrors {
                try DeliveryQueue.notices(of: workspace.folder).drop(id, reason: reason)
            }
        }
    }
}

/// Digests and alerts on their way to people.
enum Notices: OutboxWords {
    static let names = "messages"
    static let command = "send"
    static let delivery = "send"
    static func queue(of workspace: Workspace) -> DeliveryQueue { .notices(of: workspace) }
}
