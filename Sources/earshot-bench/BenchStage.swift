import ArgumentParser
import Classifying
import Foundation
import Grouping
import Masking
import Matching
import Model
import Parsing
import Pipeline
import Storing
import Tokenizing

/// The stages that can be measured, each on data of the same seed.
enum BenchStage: String, CaseIterable, ExpressibleByArgument {
    case parse, mask, tokenize, match, classify, tag, store, report, run
    case secondRun = "run-again"

    /// Does the stage's work on so many entries and says what it cost.
    func measure(entries: Int, workspace: Workspace) async throws -> Measurement {
        let bench = Bench(entries: entries, workspace: workspace)
        return switch self {
        case .parse: try bench.parse()
        case .mask: bench.mask()
        case .tokenize: bench.tokenize()
        case .match: try bench.match()
        case .classify: try bench.classify()
        case .tag: try bench.tag()
        case .store: try await bench.store()
        case .report: try await bench.report()
        case .run: try await bench.run(again: false)
        case .secondRun: try await bench.run(again: true)
        }
    }
}

private struct Bench {
    let entries: Int
    /// Where the rules are.
    let workspace: Workspace

    private let seed: UInt64 = 20_261_122
    private let now = Date(timeIntervalSince1970: 1_795_327_200)

    private var documents: [[UInt8]] {
        var feeds = SyntheticFeeds(seed: seed, end: now)
        return (0..<max(1, entries / SyntheticFeeds.entriesPerFeed)).map {
            Array(feeds.document(number: $0).utf8)
        }
    }

    private var posts: [EntryText] {
        var feeds = SyntheticFeeds(seed: seed, end: now)
        return (0..<entries).map { EntryText(text: feeds.post(number: $0)) }
    }

    init(entries: Int, workspace: Workspace) {
        self.entries = entries
        self.workspace = workspace
    }

    func parse() throws -> Measurement {
        let documents = documents
        let parser = DocumentParser()
        let meter = Meter()
        var count = 0
        for document in documents {
            count += try parser.parse(
                document, url: nil, contentType: nil, kind: .feed, selectors: nil,
                maximumEntries: 2_000
            ).entries.count
        }
        return meter.measurement(
            of: "parse", entries: count, bytes: documents.reduce(0) { $0 + $1.count })
    }

    func mask() -> Measurement {
        let masker = Masker()
        return measureEach(of: posts, as: "mask") { masker.masked($0.text).utf8.count }
    }

    func tokenize() -> Measurement {
        measureEach(of: posts, as: "tokenize") { Words(of: $0.text).count }
    }

    func match() throws -> Measurement {
        let matcher = MentionMatcher(brands: try rules().brands)
        return measureEach(of: posts, as: "match") { matcher.mentions(in: $0).count }
    }

    func classify() throws -> Measurement {
        let classifier = Classifier(rules: try rules())
        classifier.prepare()
        return measureEach(of: posts, as: "classify") { post in
            classifier.tags(
                for: post, title: Words(of: ""), text: Words(of: post.text), mentions: []
            ).categories.count
        }
    }

    func tag() throws -> Measurement {
        let tagger = Tagger(rules: try rules())
        tagger.prepare()
        return measureEach(of: posts, as: "tag") { tagger.tags(for: $0).mentions.count }
    }

    func store() async throws -> Measurement {
        let tagged = try taggedPosts()
        return try await withTemporaryFolder { folder in
            let store = try Store(path: folder.path + "/earshot.sqlite")
            let meter = Meter()
            try await fill(store, with: tagged)
            return meter.measurement(
                of: "store", entries: tagged.count,
                bytes: tagged.reduce(0) { $0 + ($1.entry.text?.utf8.count ?? 0) })
        }
    }

    /// A digest of the last day and trends of the last 28, with their pages.
    func report() async throws -> Measurement {
        let tagged = try taggedPosts()
        return try await withTemporaryFolder { folder in
            try workspace.copyRules(to: folder.path)
            try writeFeedList([], in: folder)
            let store = try Store(path: folder.path + "/earshot.sqlite")
            try await fill(store, with: tagged)
            let reports = Reports(store: store, configuration: try folder.load())
            let meter = Meter()
            let health = try reports.health(now: now)
            let digest = try reports.dailyDigest(now: now, health: health)
            let trends = try reports.trends(days: 28, now: now, health: health)
            let bytes = try [
                ContractJSON.encode(digest).count, ContractJSON.encode(trends).count,
                Reports.html(of: digest).utf8.count, Reports.html(of: trends).utf8.count,
            ].reduce(0, +)
            return meter.measurement(of: "report", entries: tagged.count, bytes: bytes)
        }
    }

    /// Files to digest, by the same code as `earshot run`.
    func run(again: Bool) async throws -> Measurement {
        try await withTemporaryFolder { folder in
            try workspace.copyRules(to: folder.path)
            let bytes = try writeFeeds(in: folder)
            let run = Run(workspace: folder, options: Run.Options(now: now))
            let first = again ? try await run.execute() : nil
            let meter = Meter()
            let report = try await run.execute()
            return meter.measurement(
                of: again ? "run-again" : "run", entries: (first ?? report).newEntries,
                bytes: bytes)
        }
    }

    // MARK: - Private

    private func rules() throws -> Rules {
        try workspace.loadRules().rules
    }

    private func measureEach(
        of posts: [EntryText], as stage: String, _ work: (EntryText) -> Int
    ) -> Measurement {
        var kept = 0
        // What the first of each language has made, once for all, is not theirs.
        for post in posts.prefix(WarmUp.posts) { kept &+= work(post) }
        let meter = Meter()
        for post in posts { kept &+= work(post) }
        let measurement = meter.measurement(
            of: stage, entries: posts.count, bytes: posts.reduce(0) { $0 + $1.text.utf8.count })
        precondition(kept >= 0, "the work's result is used, so that it is done at all")
        return measurement
    }

    private func taggedPosts() throws -> [TaggedEntry] {
        let loaded = try workspace.loadRules()
        let tagger = Tagger(rules: loaded.rules)
        return posts.enumerated().map { index, post in
            let date = now.addingTimeInterval(-Double(index) * 28 * 86_400 / Double(entries))
            return TaggedEntry(
                entry: Entry(id: Entry.ID("post-\(index)"), text: post.text),
                contentHash: "\(index)", author: nil, date: date, heardAt: date, reportedAt: date,
                signature: StorySketcher.signature(of: Words(of: post.text), link: nil),
                tags: tagger.tags(for: post), rulesHash: loaded.hash)
        }
    }

    private func fill(_ store: Store, with tagged: [TaggedEntry]) async throws {
        for batch in tagged.batches(of: 1_000) {
            try await store.commit([
                FeedCommit(
                    feed: "bench", at: now, state: FeedState(firstFetchedAt: now),
                    entries: Array(batch), outcome: "updated")
            ])
        }
        _ = try store.settleEntries()
    }

    private func writeFeeds(in folder: Workspace) throws -> Int {
        let documents = documents
        try FileManager.default.createDirectory(
            atPath: folder.path + "/documents", withIntermediateDirectories: true)
        for (number, document) in documents.enumerated() {
            try Data(document).write(
                to: URL(filePath: "\(folder.path)/documents/\(number).xml"))
        }
        try writeFeedList(Array(documents.indices), in: folder)
        return documents.reduce(0) { $0 + $1.count }
    }

    private func writeFeedList(_ numbers: [Int], in folder: Workspace) throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/feeds", withIntermediateDirectories: true)
        let sources = numbers.map {
            "  - {id: site-\($0), name: Site \($0), path: documents/\($0).xml}\n"
        }
        // A list needs a source; this one is never read.
        let none = "  - {id: none, name: None, path: none.xml, enabled: false}\n"
        try Data(("sources:\n" + none + sources.joined()).utf8).write(
            to: URL(filePath: folder.path + "/feeds/bench.yaml"))
    }

    private func withTemporaryFolder<Value>(_ body: (Workspace) async throws -> Value)
        async throws -> Value
    {
        let folder = try TemporaryFolder.make()
        defer { TemporaryFolder.remove(folder) }
        return try await body(Workspace(path: folder.path(percentEncoded: false)))
    }
}
