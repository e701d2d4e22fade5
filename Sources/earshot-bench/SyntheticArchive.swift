import Dispatch
import Foundation
import Grouping
import Model
import Pipeline
import Storing
import Synchronization
import Tokenizing

/// Fills an archive with posts of 500 sources over a year, tagged as a run would have tagged them.
struct SyntheticArchive {
    let tagger: Tagger
    let rulesHash: String
    let entries: Int

    private static let seed: UInt64 = 20_261_122
    private static let end = Date(timeIntervalSince1970: 1_795_327_200)
    private static let sources = 500
    private static let batch = 20_000

    func writeFeeds(in workspace: Workspace) throws {
        let lines = (0..<Self.sources).map {
            "  - {id: site-\($0), name: Site \($0), path: documents/\($0).xml}\n"
        }
        try FileManager.default.createDirectory(
            atPath: workspace.path + "/feeds", withIntermediateDirectories: true)
        try Data(("sources:\n" + lines.joined()).utf8).write(
            to: URL(filePath: workspace.path + "/feeds/bench.yaml"))
    }

    func fill(_ store: Store) async throws {
        var posts = SyntheticPosts(seed: Self.seed)
        for start in stride(from: 0, to: entries, by: Self.batch) {
            let numbers = start..<min(start + Self.batch, entries)
            let texts = numbers.map { posts.next(number: $0) }
            let tagged = zip(numbers, self.tagged(texts, from: start))
            let bySource = Dictionary(grouping: tagged) { $0.0 % Self.sources }
            try await store.commit(
                bySource.sorted { $0.key < $1.key }.map { source, entries in
                    FeedCommit(
                        feed: Feed.ID("site-\(source)"), at: Self.end,
                        state: FeedState(firstFetchedAt: Self.end), entries: entries.map(\.1),
                        outcome: "updated")
                })
            // As often as runs do, so that looking for stories costs what it costs there.
            _ = try store.settleEntries()
        }
        try store.checkpoint()
    }

    /// The posts of one source, as its polls would bring them.
    func polls(entriesEach count: Int) -> [FeedCommit] {
        var posts = SyntheticPosts(seed: Self.seed)
        let tagged = self.tagged((0..<entries).map { posts.next(number: $0) }, from: 0)
        return stride(from: 0, to: entries, by: count).enumerated().map { place, start in
            FeedCommit(
                feed: "site-0", at: Self.end.addingTimeInterval(Double(place)),
                state: FeedState(firstFetchedAt: Self.end),
                entries: Array(tagged[start..<min(start + count, entries)]), outcome: "updated")
        }
    }

    // MARK: - Private

    /// On every core.
    private func tagged(_ texts: [EntryText], from start: Int) -> [TaggedEntry] {
        let share = 500
        let parts = Mutex<[Int: [TaggedEntry]]>([:])
        DispatchQueue.concurrentPerform(iterations: (texts.count + share - 1) / share) { part in
            let range = part * share..<min((part + 1) * share, texts.count)
            let tagged = range.map { self.tagged(texts[$0], number: start + $0) }
            parts.withLock { $0[part] = tagged }
        }
        return parts.withLock { parts in parts.sorted { $0.key < $1.key }.flatMap(\.value) }
    }

    private func tagged(_ text: EntryText, number: Int) -> TaggedEntry {
        let date = Self.end.addingTimeInterval(
            -365 * 86_400 * Double(entries - number) / Double(entries))
        return TaggedEntry(
            entry: Entry(
                id: Entry.ID("post-\(number)"), link: text.link, title: text.title,
                text: text.text, language: text.language),
            contentHash: "\(number)", author: nil, date: date, heardAt: date, reportedAt: date,
            signature: StorySketcher.signature(of: Words(of: text.text), link: text.link),
            tags: tagger.tags(for: text), rulesHash: rulesHash)
    }
}
