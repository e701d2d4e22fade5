package import Foundation
package import Model

/// What is known of a document that could not be read, as it is written beside its bytes.
package struct UnreadDocument: Sendable, Hashable, Codable {
    package enum Reason: String, Sendable, Codable, CaseIterable {
        /// It is no feed, or is cut, or nothing of it can be made out.
        case unreadable
        /// It is a page that keeps programs out.
        case botWall = "bot_wall"
        /// It is a feed, and lists no entry.
        case noEntries = "no_entries"
    }

    package let feed: Feed.ID
    /// Where it was in the end; what looks like a secret in it is left out.
    package let address: String
    /// The moment of the run.
    package let fetchedAt: Date
    /// HTTP status of the answer.
    package let status: Int?
    /// The Content-Type header, parameters included.
    package let contentType: String?
    package let reason: Reason
    /// What is wrong with it, in one line.
    package let message: String
    package let sizeInBytes: Int

    /// Relative to the workspace.
    package var file: String { "\(UnreadFolder.name)/\(fileName)" }
}

extension UnreadDocument {
    /// No ending that anything opens of itself: what is in it was written by strangers.
    static let documentSuffix = ".document"
    static let noteSuffix = ".json"

    var fileName: String { Self.stem(of: feed) + Self.documentSuffix }
    var noteName: String { Self.stem(of: feed) + Self.noteSuffix }

    /// With what is written beside it, in whole blocks of a disk.
    var sizeOnDisk: Int { (sizeInBytes + 2 * Self.block - 1) / Self.block * Self.block }

    /// Whether what the feed's next poll came to makes it a thing of the past.
    func isOver(after outcome: FeedOutcome) -> Bool {
        switch outcome.result {
        case .updated: outcome.kept == nil
        // The same document as that one, where it was read and had no entry.
        case .notModified: reason != .noEntries
        case .notDue, .retired, .leftOut, .failed: false
        }
    }

    // MARK: - Private

    private static let block = 4_096

    /// A feed's id with a dot for the slash before its part: a source's own id has none.
    private static func stem(of feed: Feed.ID) -> String {
        feed.value.replacing("/", with: ".")
    }
}
