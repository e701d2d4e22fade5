package import Foundation
package import Model

/// What the archive knows about a mention that a ticket is to be made of.
package struct TicketContext: Sendable {
    package let entry: HeardEntry
    package let key: String
    /// Names what the entry says, as a key does.
    package let identity: String
    package let sourceName: String
    /// Other entries of the same story, those heard first in front.
    package let related: [HeardEntry]
    /// Earlier entries of the same author, the latest in front, and how many there are in all.
    package let history: (latest: [HeardEntry], count: Int)
    package let answerBy: Date?
    /// A ticket about the same story that was closed.
    package let previous: RemoteTicket?
    /// Whether a comment also counts for `related`, which are mentions in the same words, or nearly the same.
    package var relatedIsTold = false

    package init(
        entry: HeardEntry, key: String, identity: String, sourceName: String, related: [HeardEntry],
        history: (latest: [HeardEntry], count: Int), answerBy: Date?, previous: RemoteTicket?
    ) {
        self.entry = entry
        self.key = key
        self.identity = identity
        self.sourceName = sourceName
        self.related = related
        self.history = history
        self.answerBy = answerBy
        self.previous = previous
    }
}
