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
        let span = start.addingTimeInterval(-Self.reach)..<start
        for earlier in try heard.praise?(Set(stories.keys), brand, span) ?? []
        where stories[earlier.author]?.contains(earlier.story) == false {
            again.insert(earlier.author)
        }
        return Trends.Promoters(authors: stories.count, again: again.count)
    }

    // MARK: - Private

    private static var reach: TimeInterval { 365 * 86_400 }

    private func isPraise(_ mention: BrandMention) -> Bool {
        mention.entry.has(.praise) && !mention.isOfPraiseForAnother && !own.spoke(mention.entry)
    }
}
