package import Foundation
package import Model
import RuleLoading
import Storing

/// The archive of a workspace, for commands that only look.
package struct Archive: Sendable {
    private let store: Store
    private let workspace: Workspace

    /// - Throws: `RunError.badInput` where no run has made an archive yet.
    package init(workspace: Workspace) throws(RunError) {
        guard FileManager.default.fileExists(atPath: workspace.archivePath) else {
            throw .badInput(
                "\(workspace.archivePath): no archive yet; `earshot run` makes one")
        }
        self.workspace = workspace
        do throws(StoreError) {
            store = try Store(path: workspace.archivePath, isReadOnly: true)
        } catch {
            throw .store(error)
        }
    }

    /// - Parameter start: `nil` for the day's digest.
    package func digest(from start: Date?, to end: Date, now: Date) throws(RunError) -> Digest {
        let reports = Reports(store: store, configuration: try workspace.load())
        return try translating { () throws(StoreError) in
            if let start {
                try reports.digest(from: start, to: end, now: now)
            } else {
                try reports.dailyDigest(now: end)
            }
        }
    }

    package func trends(days: Int, now: Date) throws(RunError) -> Trends {
        let reports = Reports(store: store, configuration: try workspace.load())
        return try translating { () throws(StoreError) in
            try reports.trends(days: days, now: now)
        }
    }

    package func search(_ search: EntrySearch) throws(RunError) -> [SearchResult] {
        try translating { () throws(StoreError) in
            try store.search(search).map(SearchResult.init)
        }
    }

    /// - Throws: `RunError.badInput` when no entry has this number.
    package func entryText(number: Int64) throws(RunError) -> EntryText {
        let entry = try translating { () throws(StoreError) in
            try store.entry(sequence: number)
        }
        guard let entry else {
            throw .badInput("the archive has no entry #\(number); `earshot search` shows numbers")
        }
        return EntryText(title: entry.title, text: entry.text, link: entry.link)
    }

    /// The health of every feed that is listed, polled or not.
    package static func health(in workspace: Workspace, now: Date) throws(RunError)
        -> [FeedHealth]
    {
        let feeds = try workspace.load().feeds.feeds
        guard FileManager.default.fileExists(atPath: workspace.archivePath) else {
            return feeds.map { FeedHealth($0, state: nil, activity: nil, now: now) }
        }
        let archive = try Archive(workspace: workspace)
        return try archive.translating { () throws(StoreError) in
            try archive.store.health(of: feeds, now: now)
        }
    }

    // MARK: - Private

    private func translating<Value>(_ body: () throws(StoreError) -> Value) throws(RunError)
        -> Value
    {
        do {
            return try body()
        } catch {
            throw .store(error)
        }
    }
}
