import ArgumentParser
import Foundation
import Model
import Pipeline
import Storing
import Tokenizing

struct MeasureRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure-run",
        abstract:
            "Runs a folder of documents through to digest and trends and prints what it cost.",
        discussion: """
            Arguments and output are those of the other pipelines that scripts measure: each *.xml \
            is a feed, each name in the file a brand, and the rest of the rules is that of \
            --workspace; the same name again, and words that those rules have in small letters, are \
            left out. Begun a second time on the same state it finds nothing new. \
            Mentions are those in the archive.

            Example: e2e_peers.py --peer 'ours=earshot-bench measure-run {feeds} {keywords} {state}'
            """,
        shouldDisplay: false)

    @Option(
        name: [.short, .long], help: ArgumentHelp("A folder with rules/.", valueName: "dir"))
    var workspace = "."

    @Argument(help: "A folder of documents.")
    var documents: String

    @Argument(help: "A file with a name on each line.")
    var names: String

    @Argument(help: "The workspace to make, or to run in again.")
    var state: String

    func run() async throws {
        let folder = MeasuredWorkspace(
            rules: workspace, source: documents, names: LineFile(path: names), path: state)
        let files = try folder.documents()
        let isFirst = try folder.makeUnlessMade(of: files)
        let now = isFirst ? Self.firstDay : Self.firstDay.addingTimeInterval(86_400)
        let target = Workspace(path: state)
        let report = try await Run(workspace: target, options: Run.Options(now: now)).execute()
        let store = try Store(path: target.archivePath, isReadOnly: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try Output.line(
            encoder.encode(
                Figures(
                    files: files.count,
                    mb: Double(try files.reduce(0) { $0 + (try folder.size(of: $1)) }) / 1e6,
                    entries: try store.entryCount(), new: report.newEntries,
                    mentions: try store.mentionCount(),
                    peakKibibytes: Int(Meter().reading.peakMebibytes * 1_024),
                    stages: report.millisecondsByStage)))
    }

    // MARK: - Private

    /// When the last of the generated posts was said.
    private static let firstDay = Date(timeIntervalSince1970: 1_795_327_200)

    private struct Figures: Encodable {
        let files: Int
        let mb: Double
        let entries: Int
        let new: Int
        let mentions: Int
        let peakKibibytes: Int
        /// Milliseconds of each, by the clock.
        let stages: [String: Int]

        enum CodingKeys: String, CodingKey {
            case files, mb, entries, new, mentions, stages
            case peakKibibytes = "peak_kb"
        }
    }
}

/// A workspace whose feeds are the documents of a folder, and whose brands are listed names.
private struct MeasuredWorkspace {
    /// The workspace whose other rules are taken.
    let rules: String
    /// The folder of documents.
    let source: String
    let names: LineFile
    let path: String

    /// Their names, sorted.
    func documents() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: source)
            .filter { $0.hasSuffix(".xml") }.sorted()
        guard !names.isEmpty else { throw BenchError.noDocuments(source) }
        return names
    }

    func size(of document: String) throws -> Int {
        let url = URL(filePath: source).appending(path: document)
        return try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    }

    /// Whether it was made now.
    func makeUnlessMade(of files: [String]) throws -> Bool {
        guard !FileManager.default.fileExists(atPath: path + "/feeds") else { return false }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Workspace(path: rules).copyRules(to: path)
        let brands = try distinctNames().enumerated().map { number, name in
            "  - {id: name-\(number), name: \(quoted(name)), kind: own, inflect: none}\n"
        }
        try write("brands:\n" + brands.joined(), to: "rules/brands.yaml")
        try FileManager.default.createDirectory(
            atPath: path + "/feeds", withIntermediateDirectories: true)
        let folder = URL(filePath: source).standardizedFileURL
        let sources = files.enumerated().map { number, file in
            let document = folder.appending(path: file).path(percentEncoded: false)
            return "  - {id: site-\(number), name: Site \(number), path: \(quoted(document))}\n"
        }
        try write("sources:\n" + sources.joined(), to: "feeds/measured.yaml")
        return true
    }

    // MARK: - Private

    /// The names that can stand beside the rules: two brands of one name are an error in them, and a
    /// name that is a word of their examples, other than a brand's, would take it away.
    private func distinctNames() throws -> [String] {
        var spoken: Set<UInt64> = []
        for file in ["categories.yaml", "facets.yaml"] {
            let words = Words(
                of: try String(contentsOfFile: "\(rules)/rules/\(file)", encoding: .utf8))
            spoken.formUnion(
                words.indices.filter { words.written($0).first?.isLowercase == true }
                    .map { words[$0].hash })
        }
        var seen: Set<TermPattern> = []
        return try names.lines().filter { name in
            let typed = [name, name.withoutAccents ?? name].map { TermPattern($0) }
            return !typed.contains { $0.steps.allSatisfy { spoken.contains($0.hash) } }
                && seen.insert(typed[0]).inserted
        }
    }

    private func quoted(_ text: String) -> String {
        "'\(text.replacing("'", with: "''"))'"
    }

    private func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(file)"))
    }
}
