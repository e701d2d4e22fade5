import Foundation
import Grouping
import Hashing
import Model
import Tokenizing

/// Makes what a document holds into what the archive stores.
struct Intake: Sendable {
    let tagger: Tagger
    let rulesHash: String
    let pseudonyms: Pseudonymizer
    let now: Date

    /// The entry with its tags, dates and signature.
    ///
    /// - Parameter isFirstPoll: whether the feed was never read before, so that what it holds is
    ///   history rather than news.
    func tagged(_ entry: Entry, contentHash: String, of source: Source, isFirstPoll: Bool)
        -> TaggedEntry
    {
        var entry = entry
        entry.language = entry.language ?? source.language
        let read = ReadEntry(EntryText(entry))
        let said = min(entry.published ?? entry.updated ?? now, now)
        return TaggedEntry(
            entry: entry, contentHash: contentHash,
            author: entry.authors.first.flatMap { $0.name ?? $0.uri ?? $0.email }
                .map { pseudonyms.pseudonym(of: $0, at: source.id.value) },
            date: said, heardAt: now, reportedAt: isFirstPoll ? said : now,
            signature: StorySketcher.signature(of: read.text, link: entry.link),
            tags: tagger.tags(for: read), rulesHash: rulesHash)
    }

    /// Changes when readers see something else of the entry.
    static func contentHash(of entry: Entry) -> String {
        ContentHash.hex(of: [entry.title ?? "", entry.text ?? "", entry.link ?? ""])
    }
}
