import Foundation
import Pipeline
import TestSupport

/// Where a workspace of a test keeps what was heard.
enum ArchivePlace: CaseIterable, Sendable {
    case folder, server

    /// Those that can be had here.
    static let available = PostgreSQLTool.found == nil ? [.folder] : allCases
}

/// A workspace that a test makes up, removed when the test lets go of it.
final class TestWorkspace: Sendable {
    let workspace: Workspace

    /// - Parameters:
    ///   - files: contents by path, besides a small set of rules.
    ///   - store: the address of its archive; `nil` for its own folder.
    init(_ files: [String: String] = [:], store: String? = nil) throws {
        workspace = try Workspace(path: Self.place(), store: store)
        for (path, text) in Self.rules.merging(files, uniquingKeysWith: { $1 }) {
            try write(text, to: path)
        }
    }

    /// With an archive of its own in this place.
    convenience init(_ files: [String: String] = [:], archiveIn archive: ArchivePlace) throws {
        let store: String? =
            switch archive {
            case .folder: nil
            case .server: try PostgreSQLCluster.shared?.emptySchema()
            }
        try self.init(files, store: store)
    }

    /// A copy of all that another one holds.
    init(copyOf other: TestWorkspace) throws {
        workspace = Workspace(path: Self.place())
        try FileManager.default.copyItem(
            at: URL(filePath: other.workspace.path, directoryHint: .isDirectory),
            to: URL(filePath: workspace.path, directoryHint: .isDirectory))
    }

    deinit {
        // What is left behind lies in the system's folder for such things and harms no test.
        try? FileManager.default.removeItem(atPath: workspace.path)
    }

    func write(_ text: String, to path: String) throws {
        let place = URL(filePath: workspace.path).appending(path: path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
    }

    /// Lets nobody else read a file, as a secret has to be kept.
    func protect(_ path: String) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: workspace.path + "/" + path)
    }

    func read(_ path: String) throws -> Data {
        try Data(contentsOf: URL(filePath: workspace.path).appending(path: path))
    }

    /// Contents of every file below `out/` but the run reports, by path.
    func outputs() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for folder in ["digests", "trends"] {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: workspace.outputPath + "/" + folder)
            for name in names { files["\(folder)/\(name)"] = try read("out/\(folder)/\(name)") }
        }
        return files
    }

    /// The project's own folder, with the shipped feeds/ and rules/.
    static var shipped: Workspace {
        Workspace(
            path: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().path(percentEncoded: false))
    }

    /// A copy of the shipped feeds/ and rules/ that a run may write beside.
    static func copyOfShipped() throws -> TestWorkspace {
        let copy = try TestWorkspace()
        for folder in ["feeds", "rules"] {
            let target = copy.workspace.path + "/" + folder
            if FileManager.default.fileExists(atPath: target) {
                try FileManager.default.removeItem(atPath: target)
            }
            try FileManager.default.copyItem(
                atPath: shipped.path + "/" + folder, toPath: target)
        }
        return copy
    }

    /// The shipped sample after a run at `sampleEnd`, which takes seconds: it is made once.
    static func copyOfSampleRun() async throws -> TestWorkspace {
        try TestWorkspace(copyOf: await sampleRun.value)
    }

    /// The morning after the last day of the shipped sample.
    static let sampleEnd = Date(timeIntervalSince1970: 1_795_327_200)

    // MARK: - Private

    private static let sampleRun = Task {
        let folder = try copyOfShipped()
        _ = try await Run(workspace: folder.workspace, options: Run.Options(now: sampleEnd))
            .execute()
        return folder
    }

    /// For a folder that is not there yet.
    private static func place() -> String {
        FileManager.default.temporaryDirectory.appending(
            path: "earshot-\(UUID().uuidString)", directoryHint: .isDirectory
        ).path(percentEncoded: false)
    }

    private static let rules = [
        "rules/brands.yaml": """
        brands:
          - id: zefirnet
            name: Zefirnet
            inflect: pl
            examples: {match: ["Byłem w Zefirnecie"], no_match: ["Zefirek wieje"]}
        """,
        "rules/categories.yaml": """
        categories:
          - id: technical_issue
            name: Technical issue
            keywords: {pl: [nie działa], en: [not working]}
            examples: {match: ["U mnie nic nie działa od rana"]}
        """,
        "rules/routing.yaml": """
        time_zone: Europe/Warsaw
        teams: [{id: support, name: Support}, {id: marketing, name: Marketing}]
        default_team: marketing
        routes: [{when: {category: technical_issue}, team: support}]
        severity: [{when: {category: technical_issue}, severity: high}]
        """,
        "rules/sentiment/pl.tsv": "fatalny\t-3\nświetny\t3\nnie działa\t-2\nnie\tnegator\n",
        "rules/sentiment/en.tsv": "terrible\t-3\ngreat\t3\nnot\tnegator\n",
        "rules/sentiment/lv.tsv": "slikts\t-3\nlielisks\t3\nnav\tnegator\n",
    ]
}

/// An RSS document of entries whose text is also their title.
func rss(_ entries: [(id: String, text: String, date: String)]) -> String {
    let items = entries.map { entry in
        """
        <item><guid>\(entry.id)</guid><title>\(entry.text)</title>
        <description>\(entry.text)</description><pubDate>\(entry.date)</pubDate></item>
        """
    }
    return """
        <rss version="2.0"><channel><title>News</title><link>https://news.example/</link>
        <description>News</description>\(items.joined())</channel></rss>
        """
}
