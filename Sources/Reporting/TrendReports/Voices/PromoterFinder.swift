import Foundation
import Model

/// Counts who praises a brand, and who of them does so again: those whose word others hear.
struct PromoterFinder<Failure: Error> {
    let heard: HeardEntries<Failure>
    let own: OwnVoices

    /// - Parameter start: of the period.
    /// - Returns: `nil` where no author is known who praised it.
    func promoters(
        of brand: Brand.ID, in period: HeardPeriod, from start: Date
    ) throws(Failure) -> Trends.Promoters? {
        var stories: [String: Set<Int64>] = [:]
        for mention in period.mentions(of: brand) where isPraise(mention) {
            guard let author = mention.entry.author else { continue }
            stories[author, default: []].insert(mention.entry.story.id)
        }
        guard !stories.isEmpty else { return nil }
        var again = Set(stories.filter { $0.value.count > 1 }.keys)
        // What they said before is held to the same: it may name the brand and praise another.
        let span = start.addingTimeInterval(-Self.reach)..<start
        try heard.praise?(Set(stories.keys), brand, span) { entry in
            let counted = CountedEntry(entry)
            guard !entry.tags.isSpam, let author = counted.author, let tone = counted.brands[brand],
                isPraise(BrandMention(entry: counted, brand: brand, tone: tone)),
                stories[author]?.contains(counted.story.id) == false
            else { return }
            again.insert(author)
        }
        return Trends.Promoters(authors: stories.count, again: again.count)
    }

    // MARK: - Private

    private static var reach: TimeInterval { 365 * 86_400 }

    private func isPraise(_ mention: BrandMention) -> Bool {
        mention.entry.has(.praise) && !mention.isOfPraiseForAnother && !own.spoke(mention.entry)
    }
}
