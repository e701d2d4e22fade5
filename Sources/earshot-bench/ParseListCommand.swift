import ArgumentParser
import Foundation

struct ParseListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse-list",
        abstract:
            "Reads listed documents so many times and prints what it cost, as other parsers do.",
        discussion: """
            One line of JSON: 'mb' and 'entries' of all passes, 'cpu_s' of parsing alone, 'files', how \
            many of them are read ('ok'), and the peak memory in KiB ('peak_kb'). Only documents with an \
            entry in them count.

            Example: parse_peers.py --peer 'ours=earshot-bench parse-list {rep} {list} {ok}'
            """,
        shouldDisplay: false)

    @Argument(help: "How often each document is read.")
    var passes: Int

    @Argument(help: "A file with the path of a document in each line.")
    var list: String

    @Argument(help: "A file in which to write the paths of the documents that are read.")
    var read: String?

    func run() throws {
        let paths = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
        let all = try paths.map { path in
            FeedFolder.Document(
                name: String(path), bytes: Array(try Data(contentsOf: URL(filePath: String(path)))))
        }
        let documents = try all.filter { document in
            try ParseReader.ours.measure([document.bytes], passes: 1).read == 1
        }
        let measured = try ParseReader.ours.measure(documents.map(\.bytes), passes: passes)
        if let read {
            try Data(documents.map { $0.name + "\n" }.joined().utf8).write(to: URL(filePath: read))
        }
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        try Output.line(
            encoder.encode(
                Line(
                    peer: "earshot", files: all.count, ok: measured.read,
                    mb: measured.megabytes * Double(passes), entries: measured.entries * passes,
                    cpuS: measured.cost.cpuSeconds,
                    peakKb: measured.cost.peakMebibytes * 1_024)))
    }

    // MARK: - Private

    private struct Line: Encodable {
        let peer: String
        let files: Int
        let ok: Int
        let mb: Double
        let entries: Int
        let cpuS: Double
        let peakKb: Double
    }
}
