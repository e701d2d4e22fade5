import ArgumentParser
import Foundation

struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Times tagging in full, beside VADER's tone of English.",
        discussion: """
            Tagging is all of it: words, language, mentions, tone of the text and toward each brand, \
            categories, severity and team. VADER reads the same posts with --peers, where python3 \
            has vaderSentiment (pip install vaderSentiment), and gives their tone alone. Each \
            measures its own processor time, in a process of its own; rounds follow each other, \
            so that all see the same machine. The figures are medians, the ratios medians of each \
            round's.

            The posts are generated: 'english' and 'short' have up to 280 characters, 'short' and \
            'long' come in English, Polish and Latvian in turn.

            Examples:
              earshot-bench tag
              earshot-bench tag --peers --python ~/venv/bin/python
              earshot-bench tag --peers --posts ~/posts.txt --rounds 9
            """)

    @Option(
        name: [.short, .long], help: ArgumentHelp("A folder with rules/.", valueName: "dir"))
    var workspace = "."

    @Option(
        help: ArgumentHelp(
            "A file with a post on each line. Default: generated ones.", valueName: "file"))
    var posts: String?

    @Flag(help: "Measure VADER too.")
    var peers = false

    @Option(help: ArgumentHelp("The Python that runs VADER.", valueName: "path"))
    var python = "python3"

    @Option(help: "How many posts of each kind are generated.")
    var count = 20_000

    @Option(help: "How often a process of ours reads all posts.")
    var passes = 10

    @Option(help: "How often each is measured.")
    var rounds = 5

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func validate() throws {
        guard rounds >= 1, passes >= 1, count >= 1 else {
            throw ValidationError("--rounds, --passes and --count must be 1 or more.")
        }
    }

    func run() throws {
        if let posts {
            try measure([(URL(filePath: posts).lastPathComponent, LineFile(path: posts))])
            return
        }
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let files = try PostKind.allCases.map { kind in
            let file = LineFile(path: folder.appending(path: kind.rawValue).path)
            try file.write(kind.posts(count))
            return (kind.rawValue, file)
        }
        try measure(files)
    }

    // MARK: - Private

    private func measure(_ files: [(name: String, file: LineFile)]) throws {
        let taggers = try self.taggers()
        var runs: [TagRun] = []
        for (name, file) in files {
            for round in 0..<rounds {
                // Who goes first changes, in case that is worth something.
                for tagger in round.isMultiple(of: 2) ? taggers : taggers.reversed() {
                    let measurement = try tagger.measure(
                        file, passes: passes, workspace: workspace)
                    runs.append(TagRun(posts: name, tagger: tagger.name, cost: measurement))
                }
            }
        }
        switch format {
        case .text: for line in TagTable(runs).lines { try Output.line(line) }
        case .json: try Output.json(runs)
        }
    }

    private func taggers() throws -> [PostTagger] {
        let ours = [PostTagger.ours(cores: 1), .ours(cores: 2)]
        guard peers else { return ours }
        let vader = PostTagger.vader(python: python)
        guard vader.isThere else {
            try Output.note(
                """
                \(python) has no vaderSentiment, so it is left out; pip install vaderSentiment, \
                or name another with --python
                """)
            return ours
        }
        return ours + [vader]
    }
}
