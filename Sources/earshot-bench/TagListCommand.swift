import ArgumentParser
import Foundation
import Model
import Pipeline

struct TagListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag-list",
        abstract: "Tags listed posts in full and prints what it cost.",
        discussion: """
            Arguments and output are those of the scorers of tone that scripts measure.

            One line of JSON: 'posts', 'mb', how many of them are positive ('pos') or negative ('neg'), \
            'cpu_s' of tagging alone, 'posts_s' in a second of it, and the peak memory in KiB \
            ('peak_kb').

            Example: senti_peers.py --peer 'ours=earshot-bench tag-list {posts}'
            """,
        shouldDisplay: false)

    @Argument(help: "A file with a post on each line.")
    var posts: String

    @Option(name: [.short, .long], help: "A folder with rules/.")
    var workspace = "."

    func run() throws {
        let posts = try LineFile(path: posts).lines()
        let tagger = Tagger(rules: try Workspace(path: workspace).loadRules().rules)
        // What is made when it is first asked for is no part of a post's cost.
        tagger.prepare()
        var (positive, negative) = (0, 0)
        let meter = Meter()
        for post in posts {
            switch tagger.tags(for: EntryText(text: post)).sentiment.label {
            case .positive: positive += 1
            case .negative: negative += 1
            case .neutral, .mixed, .undecided: break
            }
        }
        let cost = meter.reading
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        try Output.line(
            encoder.encode(
                Line(
                    posts: posts.count, mb: Double(posts.reduce(0) { $0 + $1.utf8.count }) / 1e6,
                    pos: positive, neg: negative, cpuS: cost.cpuSeconds,
                    postsS: Double(posts.count) / max(cost.cpuSeconds, 1e-6),
                    peakKb: cost.peakMebibytes * 1_024)))
    }

    // MARK: - Private

    private struct Line: Encodable {
        let peer = "earshot"
        let posts: Int
        let mb: Double
        let pos: Int
        let neg: Int
        let cpuS: Double
        let postsS: Double
        let peakKb: Double
    }
}
