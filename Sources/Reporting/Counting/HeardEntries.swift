package import Foundation
package import Model

/// Entries as a report reads them: one by one, and as often as it likes, so that a long period takes no
/// more memory than the counts made of it.
package struct HeardEntries<Failure: Error> {
    /// Hands over the entries with mentions that belong to a span of time, in any order.
    ///
    /// In a day's digest these are the entries reported after the lower bound, up to and including the
    /// upper one. In all other digests, and in trend reports, they are those said from the lower bound
    /// until before the upper one.
    package typealias Reader = (_ span: Range<Date>, _ body: (HeardEntry) -> Void)
        throws(Failure) -> Void

    package typealias PraiseReader = (
        _ authors: Set<String>, _ brand: Brand.ID, _ span: Range<Date>,
        _ body: (HeardEntry) -> Void
    ) throws(Failure) -> Void

    var forEach: Reader
    /// Reads the entries that were said in a span; `nil` where `forEach` does so already.
    package var saidIn: Reader?
    /// The entries with these numbers, in any order; one that is gone is left out.
    let numbered: (_ sequences: [Int64]) throws(Failure) -> [HeardEntry]
    /// Which of these sources and authors had named a followed brand by a moment.
    let known: (_ voices: Voices, _ moment: Date) throws(Failure) -> Voices
    /// Entries from before a moment that name a brand and hold at least two of the terms, latest first;
    /// `nil` where there is no archive to ask.
    package var holding:
        ((_ terms: [String], _ brand: Brand.ID, _ moment: Date) throws(Failure) -> [PastEntry])?

    /// Hands over what these authors said in a span of time that is tagged as praise and names a brand;
    /// `nil` where there is no archive to ask.
    package var praise: PraiseReader?

    package init(
        forEach: @escaping Reader,
        numbered: @escaping (_ sequences: [Int64]) throws(Failure) -> [HeardEntry],
        known: @escaping (_ voices: Voices, _ moment: Date) throws(Failure) -> Voices
    ) {
        self.forEach = forEach
        self.numbered = numbered
        self.known = known
    }

    /// Entries of which nobody asks who is new.
    package init(
        forEach: @escaping Reader,
        numbered: @escaping (_ sequences: [Int64]) throws(Failure) -> [HeardEntry]
    ) {
        // No default value above: Swift 6.3.1 crashes on one that may throw a generic error.
        self.init(forEach: forEach, numbered: numbered, known: { voices, _ in voices })
    }

    /// Those of `forEach` alone that are meant.
    func only(_ isMeant: @escaping (HeardEntry) -> Bool) -> Self {
        let all = forEach
        var heard = self
        heard.forEach = { span, body throws(Failure) in
            try all(span) { entry in
                if isMeant(entry) { body(entry) }
            }
        }
        return heard
    }

    /// The same, in which to a span belongs what was said in it.
    var byDate: Self {
        var heard = self
        heard.forEach = saidIn ?? forEach
        return heard
    }

    /// The mentions with all that can be quoted of them, in the order given.
    func quoted(_ mentions: [BrandMention]) throws(Failure) -> [QuotedMention] {
        let sequences = Set(mentions.map(\.entry.sequence)).sorted()
        let entries = Dictionary(
            try numbered(sequences).map { ($0.sequence, $0) }, uniquingKeysWith: { $1 })
        return mentions.compactMap { mention in
            entries[mention.entry.sequence].flatMap { QuotedMention(entry: $0, of: mention.brand) }
        }
    }
}
