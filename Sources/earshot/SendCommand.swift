import ArgumentParser
import Foundation
import Model
import Pipeline

struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Sends digests and alerts as 'sending:' of rules/routing.yaml says.",
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

        @Flag(help: "Prints what would be sent, a JSON line a message, and sends nothing.")
        var dryRun = false

        @Flag(help: "A message that needs somebody makes the exit code 69.")
        var strict = false

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() async throws {
            try await reportingErrors {
                let sending = NoticeSending(workspace: workspace.folder, now: clock.moment)
                if dryRun {
                    for line in try sending.preview() {
                        StandardStream.output.write(try ContractJSON.encode(line))
                        StandardStream.output.write("\n")
                    }
                    return
                }
                let report = try await StopSignals.cancelling {
                    () async throws(RunError) -> TicketReport in try await sending.execute()
                }
                switch format {
                case .json: try report.printAsJSON()
                case .text:
                    StandardStream.output.write(
                        report.text(style: .standardOutput, command: "send"))
                }
                if let failure = report.failure { throw failure }
                let isStopped = report.destinations.contains { $0.stopped != nil }
                if strict, isStopped || !report.dead.isEmpty { throw ExitCode(69) }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists messages that are not over, oldest first.")

        @OptionGroup var workspace: WorkspaceOptions

        @Flag(help: "All there are.")
        var all = false

        @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
        var limit = 1_000

        @Option(help: "text or json.")
        var format = OutputFormat.text

        func run() throws {
            try reportingErrors {
                let open: Set<TicketDelivery.State> = [.pending, .sending, .unclear, .dead]
                let lines = try DeliveryQueue.notices(of: workspace.folder)
                    .list(all ? nil : open, limit: limit)
                switch format {
                case .json: try lines.printAsJSON()
                case .text: StandardStream.output.write(DeliveryLine.text(lines))
                }
            }
        }
    }

    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Has dead messages tried again.")

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "Numbers that `earshot send show` lists.")
        var ids: [Int64] = []

        @Flag(help: "All that are dead.")
        var all = false

        func validate() throws {
            if all == !ids.isEmpty { throw ValidationError("Give numbers, or --all.") }
        }

        func run() throws {
            try reportingErrors {
                let count = try DeliveryQueue.notices(of: workspace.folder).retry(all ? nil : ids)
                StandardStream.output.write("\(count) to be tried again by `earshot send`\n")
            }
        }
    }

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
