package import Foundation
package import Model
import Reporting
import RuleLoading
import Storing

/// Which digest somebody wants.
package struct DigestRequest: Sendable {
    package var period: Digest.Scope.Period
    /// The period's bounds, where it is a span.
    package var span: Range<Date>?
    package var brand: Brand.ID?
    package var team: Team.ID?
    /// The `region` of the sources that are told of.
    package var region: String?
    /// What the mentions have to be about.
    package var category: Model.Category.ID?
    /// A place that they have to be about.
    package var location: Location.ID?
    /// How grave they have to be at least.
    package var severityAtLeast: Severity?
    /// What they have to be in.
    package var language: LanguageCode?
    /// What else they have to be about, or from.
    package var facet: FacetValue?

    package init(
        period: Digest.Scope.Period = .day, span: Range<Date>? = nil, brand: Brand.ID? = nil,
        team: Team.ID? = nil, region: String? = nil, category: Model.Category.ID? = nil,
        location: Location.ID? = nil, severityAtLeast: Severity? = nil,
        language: LanguageCode? = nil, facet: FacetValue? = nil
    ) {
        self.period = period
        self.span = span
        self.brand = brand
        self.team = team
        self.region = region
        self.category = category
        self.location = location
        self.severityAtLeast = severityAtLeast
        self.language = language
        self.facet = facet
    }

    /// - Parameter day: what the day's digest covers.
    func window(
        now: Date, timeZone: String, day: () throws(StoreError) -> (start: Date, end: Date)
    ) throws(StoreError) -> Digest.Window {
        let calendar = LocalCalendar(timeZone: timeZone)
        let range: Range<Date>? =
            switch period {
            case .hour: calendar.lastWhole(.hour, before: now)
            case .week: calendar.lastWhole(.weekOfYear, before: now)
            case .month: calendar.lastWhole(.month, before: now)
            case .span: span.map { elapsed(of: $0, by: now) }
            case .day: nil
            }
        if let range {
            return Digest.Window(
                after: range.lowerBound, through: range.upperBound, timeZone: timeZone)
        }
        let (start, end) = try day()
        return Digest.Window(after: start, through: end, timeZone: timeZone)
    }

    /// - Throws: for a brand, team or anything else that there is none of, with those there are.
    func check(_ configuration: Configuration) throws(RunError) {
        let routing = configuration.rules.routing
        try check(brand?.value, among: configuration.rules.brands.map(\.id.value), "brand")
        try check(team?.value, among: routing.teams.map(\.id.value), "team")
        try check(region, among: configuration.feeds.regions, "region")
        try check(
            category?.value, among: configuration.rules.categories.map(\.id.value), "category")
        try check(
            location?.value, among: configuration.rules.locations.map(\.id.value), "location")
        try check(
            facet?.description, among: configuration.rules.facetValues.map(\.description),
            "value of a facet")
    }

    /// - Parameter language: in which it is called something.
    func scope(in rules: Rules, language: ReportLanguage) -> Digest.Scope {
        let brandName = brand.map { id in
            rules.brands.first { $0.id == id }?.name ?? id.value
        }
        let teamName = team.map { id in
            let team = rules.routing.teams.first { $0.id == id }
            return team?.translations[language.code]?.name ?? team?.name ?? id.value
        }
        let categoryName = category.map { id in
            let category = rules.categories.first { $0.id == id }
            return category?.translations[language.code]?.name ?? category?.name ?? id.value
        }
        func locationName(_ id: String) -> String {
            let place = rules.locations.first { $0.id.value == id }
            return place?.translations[language.code]?.name ?? place?.name ?? id
        }
        let facetName = facet.map { wanted in
            if wanted.facet == .location { return locationName(wanted.value.value) }
            let value = rules.facets.first { $0.id == wanted.facet }?.values
                .first { $0.id == wanted.value }
            return value?.translations[language.code]?.name ?? value?.name ?? wanted.value.value
        }
        let words = PageWords(language)
        let names = [
            brandName, teamName, region, categoryName, (location?.value).map(locationName),
            facetName, severityAtLeast.map(words.atLeast), self.language.map(words.name(of:)),
        ].compactMap(\.self)
        var scope = Digest.Scope(
            period: period, brand: brand, team: team, region: region, category: category,
            location: location, name: names.isEmpty ? nil : names.joined(separator: " · "))
        scope.severityAtLeast = severityAtLeast
        scope.language = self.language
        scope.facet = facet
        return scope
    }

    /// A span that ends in the future ends now instead: what is due by then is not late yet.
    private func elapsed(of span: Range<Date>, by now: Date) -> Range<Date> {
        span.lowerBound < now ? span.lowerBound..<min(span.upperBound, now) : span
    }

    private func check(_ name: String?, among known: [String], _ kind: String) throws(RunError) {
        guard let name, !known.contains(name) else { return }
        throw .unknown("there is no \(kind) '\(name)'", known: known)
    }
}
