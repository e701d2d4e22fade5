import Foundation
import Model

/// Follows what a period's mentions of the brands that a report goes into are about.
struct FacetTrends {
    let names: FacetNames
    let brands: Set<Brand.ID>
    let days: TrendDays
    /// When anybody listened.
    let time: ListeningTime

    /// - Returns: `nil` where the rules have no facets.
    func trends(_ period: HeardPeriod) -> [Trends.FacetTrend]? {
        guard !names.facets.isEmpty else { return nil }
        let mentions = FacetMentions(period, of: brands)
        return names.facets.map { facet, name in
            Trends.FacetTrend(
                id: facet, name: name,
                values: mentions.values(of: facet).map { series(of: $0, mentions) })
        }
    }

    // MARK: - Private

    private static let week = 7
    private static let mostBlamed = 3

    private func series(of value: FacetValue, _ all: FacetMentions) -> Trends.FacetSeries {
        let mentions = all.mentions(of: value)
        let tone = ToneCounts(of: mentions)
        let last = counts(of: mentions, in: days.last(Self.week))
        let before = days.last(Self.week, before: Self.week)
        return Trends.FacetSeries(
            id: value.value, name: names.name(of: value), counts: Counts(of: mentions),
            daily: days.daily(mentions.map(\.entry)), tone: tone,
            netSentiment: tone.netSentiment, negativeShare: tone.negativeShare, lastWeek: last,
            lastWeekChange: days.cover(before) && time.isHeard(before)
                ? last.change(since: counts(of: mentions, in: before)) : nil,
            blamedFor: blamed(in: mentions, besides: value.facet))
    }

    private func counts(of mentions: [BrandMention], in span: Range<Date>) -> Counts {
        Counts(of: mentions.filter { span.contains($0.entry.date) })
    }

    private func blamed(in mentions: [BrandMention], besides facet: Facet.ID) -> [NamedCounts] {
        var found: [FacetValue: [BrandMention]] = [:]
        for mention in mentions where mention.tone.label == .negative {
            for value in mention.entry.facets
            where value.facet != facet && value.facet != .location {
                found[value, default: []].append(mention)
            }
        }
        return found.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .prefix(Self.mostBlamed).map { value, mentions in
                NamedCounts(
                    id: value.description, name: names.name(of: value), counts: Counts(of: mentions)
                )
            }
    }
}
