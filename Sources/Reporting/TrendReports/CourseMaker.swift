import Foundation
import Model

/// Counts by hours or weeks what a trend report counts by days.
struct CourseMaker {
    let context: ReportingContext
    let names: ReportNames
    let words: ReportWords
    /// The brands that the report lists.
    let listed: Set<Brand.ID>
    /// As many as the report lists.
    let sourcesListed: Int

    /// - Parameter told: of the period, what categories, sources and languages are counted of.
    func course(
        _ period: HeardPeriod, telling told: HeardPeriod, in span: Range<Date>,
        by unit: Trends.Course.Unit
    ) -> Trends.Course {
        let steps = TrendDays(
            from: span.lowerBound, to: span.upperBound, by: unit, calendar: context.calendar)
        let brands = context.brandsInOrder.filter { listed.contains($0.id) }
        func lines(_ of: String, _ groups: [NamedEntries]) -> [Trends.Course.Line] {
            groups.map {
                Trends.Course.Line(
                    of: of, id: $0.id, name: $0.name, counts: steps.daily($0.entries))
            }
        }
        let groups = SourceGroups(period, context: context, names: names)
        let page = PageWords(context.language)
        return Trends.Course(
            unit: unit, starts: steps.starts, names: steps.names,
            lines: lines("brand", brands.map { self.brand($0, period) })
                + brands.flatMap { lines("tone:\($0.id)", tones(of: $0, period, page)) }
                + lines("category", names.byCategory(told.entries))
                + lines("source", Array(names.bySource(told.entries).prefix(sourcesListed)))
                + lines("language", names.byLanguage(told.entries))
                + lines("channel", groups.byChannel(words)) + lines("region", groups.byRegion)
                + facets(period).flatMap { lines("facet:\($0.facet)", $0.values) })
    }

    // MARK: - Private

    private func brand(_ brand: Brand, _ period: HeardPeriod) -> NamedEntries {
        NamedEntries(
            id: brand.id.value, name: brand.name,
            entries: period.mentions(of: brand.id).map(\.entry))
    }

    private func tones(of brand: Brand, _ period: HeardPeriod, _ page: PageWords)
        -> [NamedEntries]
    {
        let byTone = Dictionary(grouping: period.mentions(of: brand.id), by: \.tone.label)
        return Sentiment.Label.allCases.compactMap { label in
            byTone[label].map { mentions in
                NamedEntries(
                    id: label.rawValue, name: page.tone(label),
                    entries: mentions.map(\.entry))
            }
        }
    }

    private func facets(_ period: HeardPeriod) -> [(facet: Facet.ID, values: [NamedEntries])] {
        let facetNames = FacetNames(context: context)
        let mentions = FacetMentions(period, of: context.brandsInDepth)
        return facetNames.facets.map { facet, _ in
            (
                facet,
                mentions.values(of: facet).map { value in
                    NamedEntries(
                        id: value.value.value, name: facetNames.name(of: value),
                        entries: mentions.mentions(of: value).map(\.entry))
                }
            )
        }
    }
}
