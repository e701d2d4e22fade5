import ArgumentParser
import Foundation
import Model
import Pipeline
import Storing

struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Times an archive in a file and, beside it, one on a PostgreSQL server.",
        discussion: """
            Polls are stored one by one, each a transaction of its own, as a crawl does; then their \
            entries are numbered, read as a digest reads them, and searched.

            Examples:
              earshot-bench store
              createdb bench && earshot-bench store --postgres postgres:///bench
            """)

    @Option(
        name: [.short, .long], help: ArgumentHelp("A folder with rules/.", valueName: "dir"))
    var workspace = "."

    @Option(help: "How many entries.")
    var entries = 20_000

    @Option(help: ArgumentHelp("Entries that each poll brings.", valueName: "n"))
    var each = 20

    @Option(
        help: ArgumentHelp("An empty database, or an empty schema of one.", valueName: "address"))
    var postgres: String?

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if entries < 1 { throw ValidationError("--entries must be 1 or more.") }
        if each < 1 { throw ValidationError("--each must be 1 or more.") }
    }

    func run() async throws {
        let server = try postgres.map { try empty(try ArchiveLocation(server: $0)) }
        let rules = try Workspace(path: workspace).loadRules()
        let polls = SyntheticArchive(
            tagger: Tagger(rules: rules.rules), rulesHash: rules.hash, entries: entries
        ).polls(entriesEach: each)
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let file = folder.appending(path: "earshot.sqlite").path(percentEncoded: false)
        var figures = [try await measure("SQLite", try empty(.file(path: file)), polls)]
        if let server {
            figures.append(try await measure("PostgreSQL", server, polls))
        }
        switch format {
        case .json: try Output.json(figures)
        case .text: try figures.text.forEach(Output.line)
        }
    }

    // MARK: - Private

    /// An archive in which there is nothing yet.
    private func empty(_ location: ArchiveLocation) throws -> Store {
        let store = try Store(location)
        guard try store.isEmpty else { throw ValidationError("\(location): is not empty.") }
        return store
    }

    private func measure(_ name: String, _ store: Store, _ polls: [FeedCommit])
        async throws -> StoreFigures
    {
        let commit = Meter()
        for poll in polls { try await store.commit([poll]) }
        let committed = commit.reading
        let settle = Meter()
        _ = try store.settleEntries()
        let settled = settle.reading
        let putOff = store.tend(at: nil)
        guard putOff.isEmpty else { throw ValidationError(putOff.joined(separator: "\n")) }
        let read = Meter()
        var heard = 0
        try store.forEachEntry(reportedAfter: .distantPast, through: .distantFuture) { _ in
            heard += 1
        }
        let wasRead = read.reading
        let search = Meter()
        for word in Self.words {
            _ = try store.search(EntrySearch(text: .term(.phrase(word)), limit: 20))
        }
        return StoreFigures(
            engine: name, entries: entries, mentions: heard,
            committedPerSecond: Double(entries) / committed.wallSeconds,
            commitCPUSeconds: committed.cpuSeconds,
            settledPerSecond: Double(entries) / settled.wallSeconds,
            readPerSecond: Double(heard) / wasRead.wallSeconds,
            searchMilliseconds: search.reading.wallSeconds * 1_000 / Double(Self.words.count))
    }

    private static let words = ["awaria", "internet", "dziękuję", "paldies", "outage", "kawa"]
}

/// What one engine did.
struct StoreFigures: Codable {
    let engine: String
    let entries: Int
    /// Entries that name a brand.
    let mentions: Int
    let committedPerSecond: Double
    /// Of this process; a server has its own.
    let commitCPUSeconds: Double
    let settledPerSecond: Double
    let readPerSecond: Double
    let searchMilliseconds: Double
}

extension [StoreFigures] {
    fileprivate var text: [String] {
        let lines = map { figures in
            figures.engine.padding(toLength: 12, withPad: " ", startingAt: 0)
                + String(
                    format: "%12.0f %12.0f %12.0f %12.2f", figures.committedPerSecond,
                    figures.settledPerSecond, figures.readPerSecond, figures.searchMilliseconds)
        }
        return ["               stored/s    settled/s       read/s   ms a search"] + lines
    }
}
