package import Foundation
package import Model
package import Storing

/// What somebody asked to be erased and what became of it, as `erasures/….json` keeps it.
///
/// It holds keyed hashes, counts and times, and nothing that tells who asked. It is written before
/// anything is erased and completed at the end, so that an erasure that was ended half-way is known
/// and finished; and it keeps what was erased from being taken in again.
package struct Erasure: Sendable, Codable, Hashable, Identifiable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case author, url, text, before
    }

    package struct SourceCount: Sendable, Codable, Hashable {
        package let feed: Feed.ID
        package let entries: Int
    }

    package let schemaVersion: Int
    /// The moment and the kind: `20261126T083600Z-author`.
    package let id: String
    package let programVersion: String
    /// Tells which key the hashes are made with.
    package let keyID: String
    package let kind: Kind
    /// Of what was asked for; of an author one for each source that they may write at.
    package let askedFor: [String]
    package let askedAt: Date
    /// `nil` until it is done.
    package internal(set) var finishedAt: Date?
    /// Found when it was asked for.
    package let entries: Int
    /// Entries of each feed, by its id.
    package let feeds: [SourceCount]
    /// Places in them that named a brand.
    package let mentions: Int
    /// Stories that had no other entry.
    package internal(set) var storiesEnded: Int
    /// Below `out/`.
    package internal(set) var filesRewritten: [String]
    package internal(set) var filesRemoved: [String]
    /// Copies of the archive in the workspace, which nothing was erased from; absent where there are
    /// none.
    package internal(set) var copiesLeft: [String]?
    /// Tickets that tell of it, which only their systems can erase; absent where there are none.
    package internal(set) var ticketsLeft: [SentTicket]?
    let suppression: Suppression

    private enum CodingKeys: String, CodingKey {
        case schemaVersion, id, programVersion
        case keyID = "keyId"
        case kind, askedFor, askedAt, finishedAt, entries, feeds, mentions, storiesEnded
        case filesRewritten, filesRemoved, copiesLeft, ticketsLeft, suppression
    }
}

extension Erasure {
    /// What will be erased, counted as the entries are handed to it.
    struct Draft {
        let kind: Kind
        let askedFor: [String]
        var suppression: Suppression
        private var entries = 0
        private var mentions = 0
        private var feeds: [Feed.ID: Int] = [:]

        init(kind: Kind, askedFor: [String], suppression: Suppression) {
            self.kind = kind
            self.askedFor = askedFor
            self.suppression = suppression
        }

        mutating func count(feed: Feed.ID, mentions: Int) {
            entries += 1
            self.mentions += mentions
            feeds[feed, default: 0] += 1
        }

        func erasure(id: String, keyID: String, now: Date) -> Erasure {
            Erasure(
                schemaVersion: 1, id: id, programVersion: ProgramVersion.current, keyID: keyID,
                kind: kind, askedFor: askedFor.sorted(), askedAt: now, finishedAt: nil,
                entries: entries,
                feeds: feeds.sorted { $0.key < $1.key }.map {
                    SourceCount(feed: $0.key, entries: $0.value)
                }, mentions: mentions, storiesEnded: 0, filesRewritten: [], filesRemoved: [],
                copiesLeft: nil, ticketsLeft: nil, suppression: suppression)
        }
    }
}
