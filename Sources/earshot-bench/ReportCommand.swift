import ArgumentParser
import Foundation
import Model
import Pipeline
import Storing

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Times a day's digest and a quarter's trends over an archive, pages included.",
        discussion: """
            Each is made several times, from opening the archive to the bytes of JSON and page; the \
            median counts.

            Example:
              earshot-bench write-archive /tmp/million --entries 1000000
              earshot-bench report /tmp/million
            """)

    @Option(help: "How often each is made.")
    var rounds = 5

    @Option(help: ArgumentHelp("Whole days that the trends cover.", valueName: "days"))
    var days = 90

    @Option(help: "text or json.")
    var format = OutputFormat.text

    @Argument(help: "A workspace with an archive, such as `write-archive` makes.")
    var folder: String

    func validate() throws {
        if rounds < 1 { throw ValidationError("--rounds must be 1 or more.") }
        if days < 1 { throw ValidationError("--days must be 1 or more.") }
    }

    func run() throws {
        let workspace = Workspace(path: folder)
        let store = try Store(path: workspace.archivePath, isReadOnly: true)
        let day = DigestRequest(
            period: .span, span: Self.now.addingTimeInterval(-86_400)..<Self.now)
        var listed = 0
        var bytes = 0
        let digest = try seconds {
            let digest = try Archive(workspace: workspace).digest(day, now: Self.now)
            _ = try ContractJSON.encode(digest, isPretty: true)
            listed = digest.mentions.items.count
            bytes = try Reports.html(of: digest).utf8.count
        }
        let trends = try seconds {
            let trends = try Archive(workspace: workspace).trends(days: days, now: Self.now)
            _ = try ContractJSON.encode(trends, isPretty: true)
            _ = try Reports.html(of: trends)
        }
        let figures = Figures(
            entries: try store.entryCount(), mentions: try store.mentionCount(),
            digestSeconds: digest, digestMentions: listed, digestPageBytes: bytes,
            trendsSeconds: trends, peakMebibytes: Meter().reading.peakMebibytes)
        switch format {
        case .json: try Output.json(figures)
        case .text: try Output.line(figures.text)
        }
    }

    // MARK: - Private

    /// When the last of the generated posts was said.
    private static let now = Date(timeIntervalSince1970: 1_795_327_200)

    private func seconds(_ body: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        return median(
            try (0..<rounds).map { _ in
                let parts = try clock.measure(body).components
                return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
            })
    }

    private struct Figures: Encodable {
        let entries: Int
        let mentions: Int
        let digestSeconds: Double
        let digestMentions: Int
        let digestPageBytes: Int
        let trendsSeconds: Double
        let peakMebibytes: Double

        var text: String {
            """
            Archive  \(entries) entries, \(mentions) mentions
            Digest   \(Self.short(digestSeconds)) s, \(digestMentions) mentions listed, \
            page of \(digestPageBytes / 1_000) kB
            Trends   \(Self.short(trendsSeconds)) s
            Memory   \(Int(peakMebibytes)) MiB at most
            """
        }

        private static func short(_ seconds: Double) -> String {
            String(format: "%.2f", seconds)
        }
    }
}
