import Foundation
import Model

extension ListedMention {
    /// - Parameter end: the end of the report's period.
    init(_ mention: QuotedMention, names: ReportNames, end: Date) {
        let entry = mention.entry
        self.init(
            id: mention.id, sequence: entry.sequence, feed: entry.feed,
            source: names.source(of: entry.feed), entry: entry.id, link: entry.link,
            title: entry.title, brand: mention.brand, form: mention.places[0].mention.form,
            snippet: SnippetCutter(mention).snippet,
            opening: SnippetCutter(openingOf: mention)?.snippet, sentiment: mention.sentiment,
            categories: entry.tags.categories, severity: entry.tags.severity,
            severityReason: entry.tags.severityReason, team: entry.tags.team,
            teamReason: entry.tags.teamReason, language: entry.tags.language.code,
            date: entry.date, heardAt: entry.heardAt, editedAt: entry.editedAt,
            ageInMinutes: max(0, Int(end.timeIntervalSince(entry.date) / 60)), story: entry.story)
        let others = entry.tags.language.also
        otherLanguages = others.isEmpty ? nil : others
        isToneCorrected = mention.places.contains(where: \.isToneCorrected) ? true : nil
        facets = entry.tags.facets.isEmpty ? nil : entry.tags.facets
        let named = entry.tags.mentions.map(\.mention.brand)
        if names.rated.isRated(mention.brand, among: named, in: entry.feed) {
            let appraisal = Appraisal(saidIn: entry.text)
            stars = appraisal.stars?.count
            nps = appraisal.recommendation?.points
            ces = appraisal.effort?.points
        }
    }
}
