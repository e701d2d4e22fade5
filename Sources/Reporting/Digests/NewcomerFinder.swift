import Foundation
import Model

/// Finds who named a followed brand for the first time.
struct NewcomerFinder {
    let names: ReportNames

    /// - Parameter start: of the period; who was heard by then is not new.
    func newcomers<Failure>(
        in period: HeardPeriod, after start: Date, of heard: HeardEntries<Failure>
    ) throws(Failure) -> Digest.Newcomers {
        let voices = Voices(
            feeds: Set(period.entries.map(\.feed)),
            authors: Set(period.entries.compactMap(\.author)))
        let known = try heard.known(voices, start)
        let newAuthors = voices.authors.subtracting(known.authors)
        let ofNewSources = period.entries.filter { !known.feeds.contains($0.feed) }
        var shown: Set<String> = []
        let firsts = period.mentions.filter { mention in
            let entry = mention.entry
            let isNew =
                !known.feeds.contains(entry.feed)
                || entry.author.map(newAuthors.contains) ?? false
            return isNew && shown.insert(entry.author ?? entry.feed.value).inserted
        }
        return Digest.Newcomers(
            sources: names.bySource(ofNewSources).map(\.counted), voices: newAuthors.count,
            allVoices: voices.authors.count,
            mentions: firsts.sorted { $0.gravity < $1.gravity }.firstOfEachStory
                .prefix(Self.mentionsShown).map(\.id))
    }

    // MARK: - Private

    private static let mentionsShown = 5
}
