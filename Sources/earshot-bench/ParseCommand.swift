import ArgumentParser
import Foundation

struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Times parsing against a bare pass over libxml2's callbacks.",
        discussion: """
            All readers read the same documents, each time in a process of its own; rounds follow \
            each other, so that all see the same machine. The figures are medians, the ratios \
            medians of each round's. Ours yields entries as values with their HTML as text, from \
            whatever a publisher sends; 'bare' copies the fields into buffers that it uses again, \
            and drops what stands between '<' and '>'.

            Examples:
              earshot-bench parse
              earshot-bench parse --feeds ~/feeds --passes 10 --rounds 9
              earshot-bench write-feeds /tmp/feeds
            """)

    /// How many documents are generated; together they have some 20 MB.
    static let documents = 60

    @Option(
        help: ArgumentHelp(
            "A folder of documents to read. Default: generated ones.", valueName: "dir"))
    var feeds: String?

    @Option(help: "How often a process reads all documents.")
    var passes = 5

    @Option(help: "How often each reader is measured.")
    var rounds = 5

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func validate() throws {
        guard passes >= 1, rounds >= 1 else {
            throw ValidationError("--passes and --rounds must be 1 or more.")
        }
    }

    func run() throws {
        if let feeds {
            try measure(FeedFolder(path: feeds))
            return
        }
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        let generated = FeedFolder(path: folder.path(percentEncoded: false))
        try generated.write(FeedDocuments.make(Self.documents))
        try measure(generated)
    }

    // MARK: - Private

    private func measure(_ folder: FeedFolder) throws {
        var measurements: [ParseMeasurement] = []
        for round in 0..<rounds {
            // Who goes first changes, in case that is worth something.
            let readers = ParseReader.allCases
            for reader in round.isMultiple(of: 2) ? readers : readers.reversed() {
                measurements.append(try measureInChild(reader, folder))
            }
        }
        switch format {
        case .text: for line in ParseTable(measurements).lines { try Output.line(line) }
        case .json: try Output.json(measurements)
        }
    }

    private func measureInChild(_ reader: ParseReader, _ folder: FeedFolder) throws
        -> ParseMeasurement
    {
        let output = try ChildProgram.output(of: [
            "measure-parse", "--reader", reader.rawValue, "--feeds", folder.path,
            "--passes", String(passes),
        ])
        return try JSONDecoder().decode(ParseMeasurement.self, from: output)
    }
}
