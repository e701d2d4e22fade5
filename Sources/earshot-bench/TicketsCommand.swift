import ArgumentParser
import Foundation
import Model
import Pipeline
import TestSupport

struct TicketsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets",
        abstract: "Hands queued tickets to a server on this machine, and counts what comes there.",
        discussion: """
            Each ticket is looked for and made: two requests. With --per-minute the server tells how many \
            came within any sixty seconds, which must not be more.

            Examples:
              earshot-bench tickets
              earshot-bench tickets --tickets 600 --per-minute 500
            """)

    @Option(
        name: [.short, .long], help: ArgumentHelp("A folder with rules/.", valueName: "dir"))
    var workspace = "."

    @Option(help: ArgumentHelp("How many are queued.", valueName: "count"))
    var tickets = 10_000

    @Option(help: ArgumentHelp("What the destination allows.", valueName: "requests"))
    var perMinute = 1_000_000

    @Option(
        help: ArgumentHelp(
            "As jsonl or csv into files, rather than to a server.", valueName: "system"))
    var files: String?

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func validate() throws {
        guard tickets > 0, perMinute > 0 else {
            throw ValidationError("--tickets and --per-minute must be above 0.")
        }
        guard files.map({ ["jsonl", "csv"].contains($0) }) ?? true else {
            throw ValidationError("--files is jsonl or csv.")
        }
    }

    private struct Figures: Encodable {
        let export: MeasureTicketsCommand.Figures
        let server: TicketServer.Figures
        let ticketsPerSecond: Double
        let isWithinLimit: Bool
    }

    func run() async throws {
        let server = TicketServer()
        let listener = try server.start()
        defer { listener.stop() }
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let queue = TicketQueueFolder(
            rules: workspace, folder: folder, tickets: tickets, perMinute: perMinute,
            server: listener.url(""), files: files)
        try await queue.make()
        let output = try ChildProgram.output(of: ["measure-tickets", folder.path])
        let export = try JSONDecoder().decode(MeasureTicketsCommand.Figures.self, from: output)
        let figures = Figures(
            export: export, server: server.figures,
            ticketsPerSecond: Double(export.created) / export.reading.wallSeconds,
            isWithinLimit: server.figures.mostInAMinute <= perMinute)
        switch format {
        case .json: try Output.json(figures)
        case .text: try print(figures)
        }
        let isRight =
            export.created == tickets && figures.isWithinLimit && figures.server.repeated == 0
        guard isRight else { throw ExitCode.failure }
    }

    // MARK: - Private

    private func print(_ figures: Figures) throws {
        let (export, server) = (figures.export, figures.server)
        try Output.line(
            String(
                format: "%d of %d tickets in %.1f s: %.0f a second, %.1f s of processor, %.0f MiB",
                export.created, tickets, export.reading.wallSeconds, figures.ticketsPerSecond,
                export.reading.cpuSeconds, export.reading.peakMebibytes))
        guard files == nil else { return }
        try Output.line(
            "the server has \(server.tickets), made \(server.repeated) twice, of "
                + "\(server.requests) requests; at most \(server.mostInAMinute) in a minute, "
                + "\(perMinute) allowed")
    }
}

struct MeasureTicketsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure-tickets",
        abstract: "Exports what a workspace has queued and prints what it cost.",
        shouldDisplay: false)

    @Argument(help: "The workspace.")
    var workspace: String

    struct Figures: Codable {
        let created: Int
        let reading: Meter.Reading
    }

    func run() async throws {
        let export = TicketExport(
            workspace: Workspace(path: workspace),
            options: TicketExport.Options(now: TicketQueueFolder.now))
        let meter = Meter()
        let report = try await export.execute()
        let reading = meter.reading
        let created = report.destinations.map(\.created).reduce(0, +)
        try Output.json(Figures(created: created, reading: reading))
    }
}

/// A workspace that has heard so many stories, each of which is to be a ticket.
struct TicketQueueFolder {
    let rules: String
    let folder: URL
    let tickets: Int
    let perMinute: Int
    let server: String
    let files: String?

    static let now = Date(timeIntervalSince1970: 1_795_327_200)

    func make() async throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: "feeds"), withIntermediateDirectories: true)
        try Workspace(path: rules).copyRules(to: folder.path)
        let place = folder.appending(path: "rules/routing.yaml")
        let routing = try String(contentsOf: place, encoding: .utf8)
        try write(routing + destinations, to: "rules/routing.yaml")
        try write(
            "brands: [{id: zefirnet, name: Zefirnet, kind: own, inflect: none}]\n",
            to: "rules/brands.yaml")
        try writeFeeds()
        try write("right\n", to: "token")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder.appending(path: "token").path)
        _ = try await Run(
            workspace: Workspace(path: folder.path),
            options: Run.Options(now: Self.now, isWithoutExport: true)
        ).execute()
    }

    // MARK: - Private

    private var destinations: String {
        let terms =
            "max_creates_per_run: \(tickets), requests_per_minute: \(perMinute), max_comments: 0"
        let destination =
            files.map { "{id: desk, system: \($0), path: out/tickets, \(terms)}" }
            ?? "{id: desk, system: redmine, url: \"\(server)\", token: \"secret:file:token\", "
            + "queue: mentions, type: 3, key_field: \(TicketServer.keyField), \(terms)}"
        return "\ntickets:\n  installation: bench\n  destinations: [\(destination)]\n"
            + "  routes: [{to: desk}]\n"
    }

    /// No feed is read further than a few thousand posts.
    private static let postsInFeed = 1_000

    /// Posts of words by chance, so that no two are of one story.
    private func writeFeeds() throws {
        var generator = SeededGenerator(seed: 20_261_122)
        var sources = "sources:\n"
        for start in stride(from: 0, to: tickets, by: Self.postsInFeed) {
            let name = "news-\(start / Self.postsInFeed)"
            let numbers = start..<min(start + Self.postsInFeed, tickets)
            let items = numbers.map { Self.item($0, &generator) }
            sources += "  - {id: \(name), name: News, path: \(name).xml}\n"
            try write(
                "<rss version=\"2.0\"><channel><title>News</title>\(items.joined())</channel></rss>",
                to: "\(name).xml")
        }
        try write(sources, to: "feeds/news.yaml")
    }

    private static func item(_ number: Int, _ generator: inout SeededGenerator) -> String {
        let letters = Array("abcdeghiklmnoprstuwz")
        let words = (0..<30).map { _ in
            String(
                (0..<7).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
        }
        return """
            <item><guid>\(number)</guid><link>https://forum.example/\(number)</link>
            <description>Zefirnet \(words.joined(separator: " "))</description>
            <pubDate>Sun, 22 Nov 2026 05:00:00 +0000</pubDate></item>
            """
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: path))
    }
}
