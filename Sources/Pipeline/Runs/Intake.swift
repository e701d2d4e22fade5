import Foundation
import Grouping
import Hashing
import Model
import Storing
import Tokenizing

/// Makes what a document holds into what the archive stores.
struct Intake: Sendable {
    let tagger: Tagger
    let rulesHash: String
    let privacy: Privacy
    let now: Date
    /// The moment at which digests and notices count what is new: `now`, but never within a digest that
    /// is being made.
    let reportedAt: Date
    /// Whether digests or notices have told up to a moment that lies far ahead of `now`.
    private let isBehindTold: Bool

    /// - Parameter makesDigest: whether a digest that ends at `now` is made behind it.
    init(
        tagger: Tagger, rulesHash: String, privacy: Privacy, now: Date,
        told: ToldPeriods, makesDigest: Bool
    ) {
        self.tagger = tagger
        self.rulesHash = rulesHash
        self.privacy = privacy
        self.now = now
        reportedAt = told.momentAfter(now, makesDigest: makesDigest)
        isBehindTold = ToldAhead(told, at: now) != nil
    }

    /// Until when something may have been said that has just come.
    ///
    /// Where both what was told and the server say that this machine's clock is far behind, the server's
    /// is believed: all that is new would be dated back, for good.
    ///
    /// - Parameter secondsAhead: by how much this machine's clock is ahead of the server's; `nil` where
    ///   that is not known.
    func latestMoment(_ secondsAhead: Double?) -> Date {
        guard isBehindTold, let secondsAhead, secondsAhead < -ToldAhead.tolerance else {
            return now
        }
        return now.addingTimeInterval(-secondsAhead)
    }

    /// The entry with its tags, dates and signature.
    ///
    /// - Parameters:
    ///   - isFirstPoll: whether the feed was never read before, so that what it holds is history
    ///     rather than news.
    ///   - newsBegins: what was said before it is history as well; `nil` for none. At a first poll, what
    ///     was said from then on is news all the same.
    ///   - isRetold: whether the feed has told it before, as another entry: it counts as that one.
    ///   - latest: the moment that it came, where that is not `now`: nothing was said after it.
    func tagged(
        _ entry: Entry, hasOwnTitle: Bool, contentHash: String, of source: Source,
        isFirstPoll: Bool, newsBegins: Date? = nil, isRetold: Bool = false, latest: Date? = nil
    ) -> TaggedEntry {
        var entry = entry
        entry.language = entry.language ?? source.language
        let author = privacy.author(of: entry, at: source)
        // Tagged as it is stored, so that tagging it again gives the same.
        let read = ReadEntry(
            EntryText(
                title: hasOwnTitle ? entry.title : nil, text: entry.text ?? "", link: entry.link,
                language: entry.language, author: author.name ?? author.pseudonym,
                source: source.id))
        let stated = entry.published ?? entry.updated
        let latest = latest ?? now
        let said = min(stated ?? latest, latest)
        // Whenever it was said, it is not news of the day on which the feed was added.
        let history = stated == nil || isRetold ? HeardEntry.reportedNever : said
        let isOld =
            newsBegins.map { said < $0 || isFirstPoll && stated == nil } ?? isFirstPoll
        let isHistory = isOld || isRetold
        return TaggedEntry(
            entry: entry, hasOwnTitle: hasOwnTitle, contentHash: contentHash,
            author: author.pseudonym, authorName: author.name, date: said, heardAt: now,
            reportedAt: isHistory ? history : reportedAt,
            signature: StorySketcher.signature(of: read.text, link: entry.page),
            tags: tagger.tags(for: read), rulesHash: rulesHash)
    }

    /// A hash that changes when readers see something else of the entry.
    ///
    /// Its lead is left out, because entries that were stored before leads were read have not been
    /// edited since.
    static func contentHash(of entry: Entry) -> String {
        contentHash(of: entry, saying: entry.textOfContent.map(String.init) ?? "")
    }

    /// The hashes that earlier versions may have stored, while paragraphs of plain text were one line,
    /// and so was a review below its line of stars: what was stored then has not been edited since.
    static func formerContentHashes(of entry: Entry) -> [String] {
        guard let lines = entry.textOfContent?.split(separator: "\n"), lines.count > 1 else {
            return []
        }
        return [0, 1].map { count in
            let text = lines[count...].joined(separator: " ")
            let above = lines[..<count].map(String.init)
            return contentHash(of: entry, saying: (above + [text]).joined(separator: "\n"))
        }
    }

    // MARK: - Private

    private static func contentHash(of entry: Entry, saying text: String) -> String {
        ContentHash.hex(of: [entry.title ?? "", text, entry.page ?? ""])
    }
}

extension Entry {
    /// Its own page, whichever of the ways there the feed gives.
    ///
    /// A link that says whence readers come may be another one each time.
    var page: String? { canonical ?? link }
}
